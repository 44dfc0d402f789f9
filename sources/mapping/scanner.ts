/** Walks over the text of a time without making strings of its parts: this runs once a row. */
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** Months whose first three letters differ from the English ones: French, German, Spanish, Portuguese, Italian, Dutch, Polish. */
const otherMonths: Record<string, number> = {
  fév: 2,
  fev: 2,
  mär: 3,
  mrz: 3,
  avr: 4,
  abr: 4,
  mai: 5,
  mag: 5,
  ene: 1,
  gen: 1,
  giu: 6,
  lug: 7,
  ago: 8,
  aoû: 8,
  aou: 8,
  set: 9,
  out: 10,
  okt: 10,
  ott: 10,
  dez: 12,
  déc: 12,
  dic: 12,
  mrt: 3,
  maa: 3,
  mei: 5,
  maj: 5,
  sty: 1,
  lut: 2,
  kwi: 4,
  cze: 6,
  lip: 7,
  sie: 8,
  wrz: 9,
  paź: 10,
  lis: 11,
  gru: 12,
}

let text = ''
let position = 0

export const scanner = {
  /** How many digits the last part had. */
  digits: 0,
  /** Whether the last part was the name of a month. */
  isName: false,

  start(value: string): void {
    text = value
    position = 0
    while (text.charCodeAt(position) === 32) position += 1
  },

  isDone(): boolean {
    while (text.charCodeAt(position) === 32) position += 1
    return position >= text.length
  },

  isAt(mark: string): boolean {
    return text[position] === mark
  },

  isCapital(): boolean {
    const code = text.charCodeAt(position)
    return code >= 65 && code <= 90
  },

  skip(mark: string): boolean {
    if (text[position] !== mark) return false
    position += 1
    return true
  },

  /** A number, or a month by name; NaN when there is neither. */
  part(): number {
    const start = position
    let value = 0
    for (;;) {
      const digit = text.charCodeAt(position) - 48
      if (!(digit >= 0 && digit <= 9)) break
      value = value * 10 + digit
      position += 1
    }
    this.digits = position - start
    this.isName = this.digits === 0
    if (this.digits === 1 || this.digits === 2) skipOrdinal()
    return this.isName ? month() : value
  },

  skipDateSeparator(): boolean {
    const start = position
    while (text[position] === ' ' || text[position] === ',' || text[position] === '.') position += 1
    if (text[position] === '/' || text[position] === '-') position += 1
    return position > start
  },

  /** What stands between a date and a time of day. */
  skipSeparator(): void {
    while (text[position] === ' ' || text[position] === ',') position += 1
    if (text[position] === 'T' || text[position] === 't') position += 1
    if (text.startsWith('at ', position)) position += 3
  },

  skipWeekday(): void {
    const found =
      /^(?:[A-Za-zÀ-ÿ]{2,10}\.?, ?|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|gio|sab|dom|ma|wo|vr|za|zo|pon|śr|czw|pt|sob|nd|seg|ter|qua|qui|sex)\p{L}{0,8}\.? (?=\d{1,4}[/.-]\d{1,2}[/.-]\d))/iu.exec(
        text.slice(position, position + 18),
      )
    if (found && text.charCodeAt(position) > 57) position += found[0].length
  },

  halfOfDay(): 'am' | 'pm' | null {
    const start = position
    while (text[position] === ' ') position += 1
    const found = /^([ap])\.?m\.?/i.exec(text.slice(position, position + 4))
    position = found ? position + found[0].length : start
    if (!found) return null
    return found[1]?.toLowerCase() === 'p' ? 'pm' : 'am'
  },

  word(expected: string): boolean {
    if (!text.startsWith(expected, position)) return false
    position += expected.length
    return true
  },
}

/** The end of `1st`, `2nd`, `3rd`, `4th`. */
function skipOrdinal(): void {
  const after = text.charCodeAt(position)
  if (after < 110 || after > 116) return
  if (/^(st|nd|rd|th)(?![a-z])/.test(text.slice(position, position + 3))) position += 2
}

function month(): number {
  const found = /^\p{L}+/u.exec(text.slice(position, position + 12).toLowerCase())
  if (!found) return Number.NaN
  const name = found[0].slice(0, 3)
  const index = months.indexOf(name)
  const value = index >= 0 ? index + 1 : otherMonths[name]
  if (value === undefined) return Number.NaN
  position += found[0].length
  return value
}
