import type { Block } from '../../stats/weigh-models.ts'
import { fillGaps } from './fill-gaps.ts'
import { addTimes } from './next-times.ts'
import { listPatterns, standardise } from './patterns.ts'
import type { ProofSeries } from './series.ts'

/**
 * All that may explain a series, over the history and `horizon` times after it: patterns of the calendar, then controls.
 * Controls end with the data; beyond, they stand at their mean.
 */
export function listBlocks(series: ProofSeries, isPercent: boolean, horizon: number): Block[] {
  const { times, rhythm, changeAt, controls } = series
  const length = changeAt + horizon
  const last = times.at(-1) ?? 0
  const beyond = Math.max(0, length - times.length)
  const all = [
    ...times,
    ...Array.from({ length: beyond }, (_, step) => addTimes(last, rhythm, step + 1)),
  ].slice(0, length)
  return [
    ...listPatterns(series, all),
    ...controls.map(({ name, values }): Block => {
      const filled = fillGaps(values).slice(0, length)
      const isPositive = isPercent && filled.every((value) => value > 0)
      const padded = new Float64Array(length)
      padded.set(standardise(isPositive ? filled.map(Math.log) : filled, changeAt))
      return { name, kind: 'control', belief: 0.5, columns: [padded] }
    }),
  ]
}
