import type { Instant } from '../../base/time.ts'

/** The rhythm of a series. `numbered` has no calendar: its times are 0, 1, 2 and so on. */
export type Rhythm = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'numbered'

/** A number for each time; null where nobody measured. */
export type Values = readonly (number | null)[]

export type Control = { readonly name: string; readonly values: Values }

/** A series at even times, its controls at the same times, and where the change falls. */
export type ProofSeries = {
  readonly name: string
  readonly rhythm: Rhythm
  /** One for each value; for a numbered series the number itself. */
  readonly times: readonly Instant[]
  readonly values: Values
  /** Series that the change does not touch. */
  readonly controls: readonly Control[]
  /** Index of the first time at which the change was in force. */
  readonly changeAt: number
}

export const oneOf: Readonly<Record<Rhythm, string>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  numbered: 'time',
}

/** Several of them: `3 days`. */
export function countTimes(count: number, rhythm: Rhythm): string {
  return `${count} ${oneOf[rhythm]}${count === 1 ? '' : 's'}`
}

/** The numbers that are there. */
export function known(values: Values): number[] {
  return values.filter((value) => value !== null)
}

/** The series up to, not including, this index. */
export function cutAt(series: ProofSeries, end: number): ProofSeries {
  return {
    ...series,
    times: series.times.slice(0, end),
    values: series.values.slice(0, end),
    controls: series.controls.map(({ name, values }) => ({ name, values: values.slice(0, end) })),
  }
}
