/** What a code unit means to the tokeniser. */
export const spaceClass = 0
export const letterClass = 1
export const digitClass = 2
export const punctuationClass = 3
export const apostropheClass = 4
/** The first half of a surrogate pair: look at the whole code point. */
export const pairClass = 5
export const emojiClass = 6
/** Part of what stands before it: joiners, variation selectors, combining marks. */
export const markClass = 7

const unknownClass = 255
const classes = new Uint8Array(65536).fill(unknownClass)

/** The class of a UTF-16 code unit; looked up once per unit and remembered. */
export function classOf(unit: number): number {
  const known = classes[unit] ?? unknownClass
  if (known !== unknownClass) return known
  const found = classify(String.fromCharCode(unit), unit)
  classes[unit] = found
  return found
}

/** The class of the code point at `index`, which starts with the first half of a pair. */
export function classOfPair(text: string, index: number): number {
  const point = text.codePointAt(index) ?? 0
  if (point < 0x10000) return punctuationClass
  const character = String.fromCodePoint(point)
  if (/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/u.test(character))
    return emojiClass
  return /[\p{L}\p{M}\p{Nd}]/u.test(character) ? letterClass : punctuationClass
}

function classify(character: string, unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return pairClass
  if (/[\s\p{Cc}\u200b\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(character)) return spaceClass
  if (/['\u2018\u2019\u02bc`\u00b4]/.test(character)) return apostropheClass
  if (/[\u200d\ufe00-\ufe0f\u20e3]|\p{M}/u.test(character)) return markClass
  if (/\p{L}/u.test(character)) return letterClass
  if (/\p{Nd}/u.test(character)) return digitClass
  if (unit > 127 && /\p{Extended_Pictographic}/u.test(character)) return emojiClass
  return punctuationClass
}
