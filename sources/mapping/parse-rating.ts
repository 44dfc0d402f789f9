import { parseNumber } from './parse-number.ts'

const number = '[+-]?\\d+(?:[.,]\\d+)?'
const star = 'stars?|sterne?|sternen|étoiles?|estrellas?|estrelas?|stelle|stella|sterren|ster|★|⭐'

/** A number with words around it. Words alone are a scale, which the mapping spells out. */
const written: readonly RegExp[] = [
  // `4 out of 5`, `Rated 4.5 out of 5 stars`, `4 von 5 Sternen`
  new RegExp(`^(?:rated )?(${number}) ?(?:/|out of|of|von|sur|de|van|su) ?\\d+(?: \\p{L}+)?$`, 'iu'),
  // `5 stars`, `5★`
  new RegExp(`^(${number})[ -]?(?:${star})$`, 'iu'),
  // `5 - Very satisfied`, `5: Very satisfied`, `5 (Very satisfied)`
  new RegExp(`^(${number}) ?(?:[-–—:.)=|] ?(?=\\p{L})|\\((?=\\p{L}))`, 'u'),
  // `Very satisfied (5)`
  new RegExp(`^[^\\d]*\\p{L}[^\\d]*\\((${number})\\)$`, 'u'),
]

/** Beyond this it is what somebody said. */
const longest = 100

const spelled = ['one', 'two', 'three', 'four', 'five']

/** A rating as exports write it: a number, `5 stars`, `4 out of 5`, `★★★★☆`, `FOUR`, `5 - Very satisfied`; NaN when it is none. */
export function parseRating(text: string): number {
  const plain = parseNumber(text)
  if (!Number.isNaN(plain) || text.length > longest) return plain
  // What asks for a picture instead of a letter is no part of the value.
  const value = text.replaceAll('\ufe0f', '')
  for (const pattern of written) {
    const found = pattern.exec(value)?.[1]
    if (found !== undefined) return Number(found.replace(',', '.'))
  }
  if (/^[★⭐☆ ]+$/u.test(value)) return value.match(/[★⭐]/gu)?.length ?? Number.NaN
  const place = spelled.indexOf(value.replace(/ stars?$/i, '').toLowerCase())
  return place < 0 ? Number.NaN : place + 1
}
