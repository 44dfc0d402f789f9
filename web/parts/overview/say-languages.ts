import { formatCount, listWords } from '../../ui/format.ts'

const names = new Intl.DisplayNames('en', { type: 'language' })

/** Below this share a language is more likely a slip of the reading than a language. */
const leastShare = 0.005

/** `, 9,200 in English and 800 in German`; what is rare, or no language (`und`), is counted as others. */
export function sayLanguages(languages: Readonly<Record<string, number>>): string {
  const all = Object.values(languages).reduce((sum, texts) => sum + texts, 0)
  const named = Object.entries(languages)
    .filter(([code, texts]) => code !== 'und' && /^[a-z]{2,3}$/.test(code) && texts >= leastShare * all)
    .sort(([, left], [, right]) => right - left)
  const others = all - named.reduce((sum, [, texts]) => sum + texts, 0)
  const words = named.map(([code, texts]) => `${formatCount(texts)} in ${names.of(code) ?? code}`)
  if (others > 0) words.push(`${formatCount(others)} in others`)
  return words.length === 0 ? '' : `, ${listWords(words)}`
}
