import { dayMs, hourMs, minuteMs } from '../../core/base/time.ts'

/** The screens speak English; a reader whose English is written otherwise (3/4 or 4/3) gets their own. */
const language =
  typeof document !== 'undefined' && /^en\b/.test(navigator.language) ? navigator.language : 'en-GB'

/** A little below nothing is nothing, not minus nothing. */
const counts = new Intl.NumberFormat(language, { signDisplay: 'negative' })
const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
/** The server's sentences write days so; only the clock is the reader's own. */
const days = new Intl.DateTimeFormat('en-GB', day)
const utcDays = new Intl.DateTimeFormat('en-GB', { ...day, timeZone: 'UTC' })
const { hourCycle = 'h23' } = new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions()
const moments = new Intl.DateTimeFormat('en-GB', { ...day, hour: 'numeric', minute: '2-digit', hourCycle })

/** A space at which no line breaks: a number stays with its unit. */
const space = '\u00a0'

export function formatCount(value: number): string {
  return counts.format(Math.round(value)).replace('-', '−')
}

/** `31 %`; a share that is not nothing is never written as 0. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.001) return `<${space}0.1${space}%`
  const percent = share * 100
  const digits = percent > 0 && percent < 10 && percent !== Math.round(percent) ? 1 : 0
  return `${percent.toFixed(digits)}${space}%`
}

export function formatShareRange(low: number, high: number): string {
  const digits = high < 0.1 ? 1 : 0
  return `${(low * 100).toFixed(digits)} to ${(high * 100).toFixed(digits)}${space}%`
}

const signs: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', CHF: 'CHF', JPY: '¥' }

/** Money to three significant figures: more would claim to know more than an estimate does. */
export function formatMoney(amount: number, currency: string): string {
  const size = Math.abs(amount)
  const step = size < 1000 ? 1 : 10 ** (Math.floor(Math.log10(size)) - 2)
  const rounded = Math.round(size / step) * step
  const sign = amount < 0 && rounded > 0 ? '−' : ''
  return `${sign}${signs[currency] ?? currency}${space}${formatCount(rounded)}`
}

/** A day in the reader's time zone. */
export function formatDay(iso: string): string {
  return days.format(new Date(iso))
}

/** A week is named by its Monday, which is a day of the UTC calendar. */
export function formatWeek(day: string): string {
  return utcDays.format(new Date(`${day}T00:00:00Z`))
}

/** The day by whose end something is due, of the UTC calendar in which it was read: midnight belongs to the day before. */
export function formatDue(iso: string): string {
  return utcDays.format(new Date(new Date(iso).getTime() - 1))
}

export function formatMoment(iso: string): string {
  return moments.format(new Date(iso))
}

/** A length of time in the unit one would say it in: `12 minutes`, `3 hours`, `2 days`. */
export function sayLength(minutes: number): string {
  if (minutes < 1) return 'less than a minute'
  if (minutes < 90) return plural(Math.round(minutes), 'minute')
  if (minutes * minuteMs < 36 * hourMs) return plural(Math.round((minutes * minuteMs) / hourMs), 'hour')
  return plural(Math.round((minutes * minuteMs) / dayMs), 'day')
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** How long a list is, where that was counted to its end. */
export function sayTotal({ total, isAtLeast }: Total, one: string): string {
  return `${isAtLeast ? 'At least ' : ''}${plural(total, one)}`
}

/** The count of an empty list. */
export const nothing: Total = { total: 0, isAtLeast: false }

export type Total = { readonly total: number; readonly isAtLeast: boolean }

export function listWords(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** As the beginning of a sentence. */
export function startWithCapital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
