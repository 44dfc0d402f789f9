import { expect, test } from 'vitest'
import { causeId } from '../../base/ids.ts'
import { type DriverInput, findDrivers } from './find-drivers.ts'

const late = causeId('late')

/** Contacts by region: how many, and how many of them about lateness. */
function regions(rows: Readonly<Record<string, readonly [number, number]>>): DriverInput {
  const entries = Object.entries(rows)
  const region = { kind: 'attribute', attribute: 'region' } as const
  return {
    counts: entries.map(([value, [, count]]) => ({ ...region, value, cause: late, count })),
    valueTotals: entries.map(([value, [count]]) => ({ ...region, value, count })),
    causeTotals: [{ ...region, cause: late, count: entries.reduce((sum, [, [, count]]) => sum + count, 0) }],
    totals: [{ ...region, count: entries.reduce((sum, [, [count]]) => sum + count, 0) }],
  }
}

test('a value with which a cause comes up more often is a driver', () => {
  // North 60 of 200 = 0.30, otherwise 40 of 400 = 0.10: lift 3.
  // Katz: spread = sqrt(1/60 - 1/200 + 1/40 - 1/400) = 0.18484; 3 / exp(1.96 x 0.18484) = 2.0882; 3 x 1.4367 = 4.3100.
  const [driver, ...others] = findDrivers(regions({ north: [200, 60], south: [400, 40] }))
  expect(others).toEqual([])
  expect(driver).toMatchObject({
    value: 'north',
    count: 60,
    valueCount: 200,
    share: 0.3,
    shareOtherwise: 0.1,
  })
  expect(driver?.lift).toBeCloseTo(3, 10)
  expect(driver?.low).toBeCloseTo(2.0882, 3)
  expect(driver?.high).toBeCloseTo(4.31, 3)
})

test('a difference that chance makes is no driver', () => {
  expect(findDrivers(regions({ north: [200, 22], south: [400, 40] }))).toEqual([])
})

test('fewer than twenty contacts say nothing', () => {
  expect(findDrivers(regions({ north: [19, 19], south: [400, 40] }))).toEqual([])
})

test('a value that every contact has drives nothing', () => {
  expect(findDrivers(regions({ north: [400, 40] }))).toEqual([])
})

test('a cause that comes up only with the value has a finite lift', () => {
  const [driver] = findDrivers(regions({ north: [200, 60], south: [400, 0] }))
  expect(driver?.lift).toBeGreaterThan(50)
  expect(driver?.high).toBeLessThan(Number.POSITIVE_INFINITY)
})

test('the order of the counts does not matter', () => {
  const input = regions({ north: [200, 60], south: [400, 40], east: [300, 70], west: [100, 5] })
  const turned = { ...input, counts: input.counts.toReversed(), valueTotals: input.valueTotals.toReversed() }
  expect(findDrivers(turned)).toEqual(findDrivers(input))
})

test('of many values without an effect, few are reported', () => {
  // 400 values of 100 contacts each, every one with the cause by a fixed pseudo-random chance of 0.2.
  let seed = 7
  const draw = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const rows = Object.fromEntries(
    Array.from({ length: 400 }, (_, index): [string, [number, number]] => [
      `v${index}`,
      [100, Array.from({ length: 100 }, draw).filter((chance) => chance < 0.2).length],
    ]),
  )
  expect(findDrivers(regions(rows)).length).toBeLessThanOrEqual(2)
})
