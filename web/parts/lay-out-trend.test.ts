import { expect, it } from 'vitest'
import { layOutTrend } from './lay-out-trend.ts'
import { sayTrend } from './say-trend.ts'

const weeks = [
  { week: '2025-01-06', contacts: 90, repeats: 9 },
  { week: '2025-01-13', contacts: 130, repeats: 26 },
  { week: '2025-01-20', contacts: 60, repeats: 6 },
]

it('starts at nought and ends at a round number above the most', () => {
  expect(layOutTrend(weeks)).toMatchObject({ top: 150, contacts: 'M0 40L50 13.33L100 60' })
})

it('keeps the two labels at the right end apart', () => {
  const [upper, lower] = layOutTrend([...weeks, { week: '2025-01-27', contacts: 10, repeats: 9 }]).ends
  expect((lower?.y ?? 0) - (upper?.y ?? 0)).toBeGreaterThanOrEqual(12)
})

it('draws no repeats where coming back cannot be told', () => {
  const layout = layOutTrend(weeks.map((week) => ({ ...week, repeats: null })))
  expect(layout.repeats).toBeNull()
  expect(layout.ends.map(({ name }) => name)).toEqual(['Contacts'])
})

it('is said in words too', () => {
  expect(sayTrend(weeks)).toBe(
    '280 contacts by week, from 90 in the week of 6 Jan 2025 to 60 in the week of 20 Jan 2025; most, 130, in the week of 13 Jan 2025.',
  )
})
