import { type CauseWords, parseCauseWords } from './cause-words.ts'
import { connectionTexts } from './connection.ts'

const parsed = new Map<string, CauseWords>(
  Object.entries({ ...connectionTexts }).map(([id, texts]) => [id, parseCauseWords(texts)]),
)

export function wordsOf(cause: string): CauseWords {
  const found = parsed.get(cause) ?? parsed.get('router-does-not-connect')
  if (found === undefined) throw new Error(`Our fault: no words for ${cause}`)
  return found
}
