import { eld } from 'eld/small'

/** Words that are frequent in English and rare in other languages' spelling. */
const englishWords = new Set(
  'the and my you your this that what with how why have are it please they there would which been from when can not want need'.split(
    ' ',
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

function isPlainEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(/[a-z]+/g)
  if (!words || words.length < 3) return false
  const known = new Set(words.filter((word) => englishWords.has(word)))
  return known.size >= 2 && known.size * 10 >= Math.min(words.length, 30)
}
