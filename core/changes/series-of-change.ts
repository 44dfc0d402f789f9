import type { DailyCount } from './daily-counts.ts'
import type { ProofSeries } from './proof/series.ts'

export type DailySeries = { readonly name: string; readonly days: readonly DailyCount[] }

/**
 * At the beginning of records what belongs to earlier cases is missing, so that contacts seem to rise: these days are left
 * out where enough others remain before the change.
 */
const runInDays = 30
const leastDaysBefore = 60

/**
 * Contacts a day in the scope of a change as a series that can be judged, with contacts that it does not touch as controls.
 * Assumes that all are over the same days. A start before or after these leaves nothing to compare, which the judge says.
 */
export function seriesOfChange(
  outcome: DailySeries,
  controls: readonly DailySeries[],
  startedOn: string,
): ProofSeries {
  const start = Date.parse(startedOn)
  const before = outcome.days.filter(({ day }) => Date.parse(day) < start).length
  const skipped = before >= runInDays + leastDaysBefore ? runInDays : 0
  const valuesOf = ({ days }: DailySeries) => days.slice(skipped).map(({ contacts }) => contacts)
  return {
    name: outcome.name,
    rhythm: 'day',
    times: outcome.days.slice(skipped).map(({ day }) => Date.parse(day)),
    values: valuesOf(outcome),
    controls: controls.map((control) => ({ name: control.name, values: valuesOf(control) })),
    changeAt: before - skipped,
  }
}
