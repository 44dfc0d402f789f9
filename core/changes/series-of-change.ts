import type { DailyCount } from './daily-counts.ts'
import type { ProofSeries } from './proof/series.ts'

export type DailySeries = { readonly name: string; readonly days: readonly DailyCount[] }

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
  const times = outcome.days.map(({ day }) => Date.parse(day))
  const first = times.findIndex((time) => time >= start)
  return {
    name: outcome.name,
    rhythm: 'day',
    times,
    values: valuesOf(outcome),
    controls: controls.map((control) => ({ name: control.name, values: valuesOf(control) })),
    changeAt: first === -1 ? times.length : first,
  }
}

function valuesOf({ days }: DailySeries): number[] {
  return days.map(({ contacts }) => contacts)
}
