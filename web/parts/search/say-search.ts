import type { SearchReply } from '../../../contract/search.ts'
import { plural, sayTotal, type Total } from '../../ui/format.ts'

type Asked = {
  readonly words: string
  readonly from: string | undefined
  readonly channel: string | undefined
}

/** How many texts hold the words, and who said them: the sentence that a page of results opens with. */
export function sayFound(counted: Total, { words, from, channel }: Asked): string {
  const who = { customer: ' by customers', company: ' by the company' }[from ?? ''] ?? ''
  const where = channel === undefined ? '' : `, by ${channel},`
  const hold = counted.total === 1 ? 'holds' : 'hold'
  const what = /\s/.test(words) ? 'these words' : 'this word'
  return `${sayTotal(counted, 'text')}${who}${where} ${hold} ${what}, newest first.`
}

/** What search does not know yet; null when it knows all. */
export function sayWaiting({ known }: Pick<SearchReply, 'known'>): string | null {
  if (known.waiting === 0) return null
  return `Search has read ${plural(known.texts, 'text')} so far; ${plural(known.waiting, 'more', 'more')} will be in it soon.`
}
