import { dayMs } from '../../core/base/time.ts'

/** How a cell's number is to be read: as it is, as a date, as a time of day, or as hours gone by. */
export type NumberStyle = 'number' | 'date' | 'clock'

/** Number formats every workbook has without saying so. */
export function builtinStyle(format: number): NumberStyle {
  if (
    (format >= 14 && format <= 17) ||
    format === 22 ||
    (format >= 27 && format <= 36) ||
    (format >= 50 && format <= 58)
  )
    return 'date'
  return (format >= 18 && format <= 21) || (format >= 45 && format <= 47) ? 'clock' : 'number'
}

/** Reads a format such as `dd/mm/yyyy hh:mm` or `[h]:mm`; text in quotes and colours in brackets say nothing. */
export function styleOfCode(code: string): NumberStyle {
  const [first = ''] = code.split(';')
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/[yd]/i.test(bare)) return 'date'
  return /[hs]/i.test(bare) ? 'clock' : /^m+$/i.test(bare.trim()) ? 'date' : 'number'
}

/** Days between the epochs of the 1900 and the 1904 date system. */
const shift1904 = 1462

/** The text of a number as the style shows it, in ISO order: `2021-01-01`, `2021-01-01 09:13:00`, `09:13:00`. */
export function textOfNumber(raw: string, style: NumberStyle, uses1904: boolean): string {
  const value = Number(raw)
  if (Number.isNaN(value)) return raw
  if (style === 'number' || value < 0) return /^-?\d+$/.test(raw) ? raw : String(value)
  if (style === 'clock' && value < 1) return clockOf(Math.round(value * dayMs))
  const serial = value + (uses1904 ? shift1904 : 0)
  if (serial > 2_958_466) return String(value)
  const at = new Date(Math.round((serial - 25_569) * dayMs)).toISOString()
  const day = at.slice(0, 10)
  const time = at.slice(11, -1).replace(/\.000$/, '')
  return time === '00:00:00' && style === 'date' ? day : `${day} ${time}`
}

function clockOf(milliseconds: number): string {
  return new Date(milliseconds)
    .toISOString()
    .slice(11, -1)
    .replace(/\.000$/, '')
}
