import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mintScope } from '../scope.ts'
import { marksOf, stretchesBefore, toMarkQuery } from './marks.ts'

const scope = mintScope(7)
const instant = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2100, 0) })

test('a text is marked with where it belongs', () => {
  expect(marksOf(scope, { from: 'customer', channel: 'chat', at: Date.UTC(2026, 2, 31, 23) })).toEqual([
    '#w7',
    '#customer',
    '#by chat',
    '#d2026-03-31',
    '#k2026-03-30',
    '#m2026-03',
    '#h2026-1',
    '#y2026',
  ])
})

test('stretches end at the instant, also where months are of unlike length', () => {
  expect(stretchesBefore(Date.UTC(2026, 2, 31))).toEqual([
    ['#d2026-03-31', '#d2026-03-30'],
    ['#k2026-03-30', '#k2026-03-23'],
    ['#m2026-03', '#m2026-02'],
    ['#h2026-1', '#h2025-2'],
    ['#y2026', '#y2025'],
    [],
  ])
})

test('a stretch that holds a text holds every later one up to its end', () => {
  fc.assert(
    fc.property(instant, instant, instant, (...given) => {
      const [early = 0, late = 0, end = 0] = given.toSorted((one, other) => one - other)
      const holds = (stretch: readonly string[], at: number) =>
        marksOf(scope, { from: 'company', channel: null, at }).some((mark) => stretch.includes(mark))
      for (const stretch of stretchesBefore(end)) {
        if (stretch.length > 0 && holds(stretch, early)) expect(holds(stretch, late)).toBe(true)
      }
    }),
  )
})

test('a mark is quoted whatever stands in it', () => {
  expect(toMarkQuery(["#by Ann's \\chat"], ['#d1', '#d2'])).toBe("'#by Ann''s \\\\chat' & ('#d1' | '#d2')")
})
