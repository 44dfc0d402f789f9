import { expect, it } from 'vitest'
import { layOutEffect } from './lay-out-effect.ts'

const expected = { value: 4, low: 2, high: 8 }
const weeks = [
  { from: '2026-03-02', contacts: 4, expected: null },
  { from: '2026-03-09', contacts: 2, expected },
  { from: '2026-03-16', contacts: 2, expected },
]

it('draws what was over all weeks, and what would have been since the change', () => {
  expect(layOutEffect(weeks)).toMatchObject({
    top: 8,
    contacts: 'M0 50L50 75L100 75',
    expected: 'M50 50L100 50',
    band: 'M50 0L100 0L100 75L50 75Z',
    changeX: 50,
  })
})

it('keeps the names at the right end apart', () => {
  const close = weeks.map((week) => ({ ...week, contacts: 4 }))
  const { ends } = layOutEffect(close)
  expect(Math.abs(ends.contacts - (ends.expected ?? 0))).toBeGreaterThanOrEqual(14)
})

it('marks no change where nothing could be compared', () => {
  const bare = weeks.map((week) => ({ ...week, expected: null }))
  expect(layOutEffect(bare)).toMatchObject({ changeX: null, expected: '', band: '' })
})

it('lets a band that is wide for a week run out of the picture', () => {
  const third = { from: '2026-03-23', contacts: 2, expected: { value: 4, low: 0, high: 3000 } }
  expect(layOutEffect([...weeks, third])).toMatchObject({
    top: 8,
    isVague: false,
    changeX: expect.closeTo(33.3, 1),
  })
})

it('draws no band that knows next to nothing', () => {
  const wild = weeks.map((week) => ({ ...week, expected: week.expected && { value: 4, low: 0, high: 3000 } }))
  expect(layOutEffect(wild)).toMatchObject({ top: 8, isVague: true, band: '', expected: '', changeX: 50 })
})
