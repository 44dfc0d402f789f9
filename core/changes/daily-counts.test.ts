import { expect, it } from 'vitest'
import { countDaily } from './daily-counts.ts'
import { seriesOfChange } from './series-of-change.ts'

const period = { from: Date.UTC(2026, 2, 1, 9), to: Date.UTC(2026, 2, 6, 17) }

it('counts whole days only, those without a contact among them', () => {
  const counts = [
    { day: '2026-03-01', contacts: 9 },
    { day: '2026-03-02', contacts: 2 },
    { day: '2026-03-02', contacts: 1 },
    { day: '2026-03-05', contacts: 4 },
    { day: '2026-03-06', contacts: 9 },
  ]
  expect(countDaily(counts, period)).toEqual([
    { day: '2026-03-02', contacts: 3 },
    { day: '2026-03-03', contacts: 0 },
    { day: '2026-03-04', contacts: 0 },
    { day: '2026-03-05', contacts: 4 },
  ])
})

it('has no days where the records hold none whole', () => {
  expect(countDaily([{ day: '2026-03-01', contacts: 1 }], { from: period.from, to: period.from })).toEqual([])
})

it('marks the first day with the change; none after the last day', () => {
  const outcome = { name: 'contacts', days: countDaily([], period) }
  expect(seriesOfChange(outcome, [], '2026-03-04').changeAt).toBe(2)
  expect(seriesOfChange(outcome, [], '2025-01-01').changeAt).toBe(0)
  expect(seriesOfChange(outcome, [], '2026-12-01').changeAt).toBe(4)
})

it('leaves out the first thirty days where sixty more lie before the change', () => {
  const long = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 5, 30) }
  const outcome = { name: 'contacts', days: countDaily([], long) }
  const series = seriesOfChange(outcome, [outcome], '2026-04-02')
  expect(series).toMatchObject({ changeAt: 60, times: { 0: Date.UTC(2026, 1, 1) } })
  expect(series.controls[0]?.values).toHaveLength(series.values.length)
  expect(seriesOfChange(outcome, [], '2026-04-01').changeAt).toBe(89)
})
