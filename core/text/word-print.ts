/** Words are told apart by a fingerprint of their normal form, taken while they are read; see lexicon.ts. */
export const emptyPrint = 0x811c9dc5 | 0

/** FNV-1a, one UTF-16 code unit further. */
export function addToPrint(print: number, unit: number): number {
  return Math.imul(print ^ unit, 0x01000193)
}

export function printOf(word: string): number {
  let print = emptyPrint
  for (let index = 0; index < word.length; index++) print = addToPrint(print, word.charCodeAt(index))
  return print
}

const lowered = Uint8Array.from({ length: 128 }, (_, unit) => (unit > 64 && unit < 91 ? unit + 32 : unit))

/** ASCII letters in lower case, every apostrophe as the ASCII one, all else as it is. */
export function foldUnit(unit: number): number {
  if (unit < 128) return unit === 96 ? 39 : (lowered[unit] ?? unit)
  return unit === 0x2018 || unit === 0x2019 || unit === 0x02bc || unit === 0xb4 ? 39 : unit
}
