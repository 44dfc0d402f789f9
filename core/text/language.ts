import { eld } from 'eld/small'

/** Words that are frequent in English and rare in other languages' spelling. */
const englishWords = new Set(
  'the and my you your this that what with how why have are it please they there would which been from when can not want need'.split(
    ' ',
  ),
)
const longestEnglishWord = 6
const beforeA = 96
/** Words of up to six letters as numbers to the base of 27, so that no word need be cut out to be looked up. */
const englishCodes = new Set(
  [...englishWords].map((word) =>
    Array.from(word).reduce((code, letter) => code * 27 + letter.charCodeAt(0) - beforeA, 0),
  ),
)
const longestSample = 240

/**
 * The language a text is written in ('en', 'de', …), or null when it is too short to tell.
 * Looks at the first 240 characters; plain English is settled by its own frequent words, everything else by eld's
 * n-gram table. Assumes one language a text. Refuses: fewer than two words or ten letters (four outside Latin script), or
 * a reading that eld itself calls unreliable.
 */
export function languageOf(text: string): string | null {
  const sample = text.length > longestSample ? text.slice(0, longestSample) : text
  if (isPlainEnglish(sample)) return 'en'
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const foreignScript = /[^\P{L}\p{Script=Latin}]/u.test(sample)
  if (letters < (foreignScript ? 4 : 10)) return null
  if (!foreignScript && !/\p{L}\s+\P{L}*\p{L}/u.test(sample)) return null
  const found = eld.detect(sample)
  return found.language === '' || !found.isReliable() ? null : found.language
}

/** At least two frequent English words, and one word in ten of the first thirty. */
function isPlainEnglish(sample: string): boolean {
  const lower = sample.toLowerCase()
  const known = new Set<number>()
  let words = 0
  let start = 0
  let code = 0
  for (let at = 0; at <= lower.length; at++) {
    const letter = lower.charCodeAt(at) - beforeA
    if (letter > 0 && letter <= 26) {
      code = at - start < longestEnglishWord ? code * 27 + letter : 0
      continue
    }
    if (at > start) words++
    if (at - start <= longestEnglishWord && englishCodes.has(code)) known.add(code)
    start = at + 1
    code = 0
  }
  return words >= 3 && known.size >= 2 && known.size * 10 >= Math.min(words, 30)
}
