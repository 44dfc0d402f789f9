import { isKnown } from '../base/cannot-say.ts'
import type { CostInputs, Swing } from './cost-inputs.ts'
import { fixPrices, type Prices } from './simulation/prices.ts'
import { addCause, emptySums } from './simulation/sums.ts'
import type { UnitLoad } from './unit-load.ts'

const z95 = 1.959963984540054

/**
 * What moves the result most: the whole with one number at its low and at its high and all others in the middle, the widest
 * first. What the records leave uncertain (how many issues, how many leave) stands among the assumptions.
 * Cost: O(assumptions x causes).
 */
export function rankSwings(loads: readonly UnitLoad[], inputs: CostInputs): readonly Swing[] {
  const middle = fixPrices(inputs, null)
  const assumed = inputs.assumptions.map(({ name, meaning }) => ({
    name,
    meaning,
    low: wholeAt(loads, fixPrices(inputs, { name, to: 'low' }), still),
    high: wholeAt(loads, fixPrices(inputs, { name, to: 'high' }), still),
  }))
  const observed = [
    {
      name: 'issues',
      meaning: 'How many issues there will be, as far as the records can tell',
      low: wholeAt(loads, middle, { issues: -z95, leaving: 0 }),
      high: wholeAt(loads, middle, { issues: z95, leaving: 0 }),
    },
    {
      name: 'leaving',
      meaning: 'How many customers leave because of it, as far as the records can tell',
      low: wholeAt(loads, middle, { issues: 0, leaving: -z95 }),
      high: wholeAt(loads, middle, { issues: 0, leaving: z95 }),
    },
  ]
  return [...assumed, ...observed]
    .map((swing) => ({
      ...swing,
      low: Math.round(swing.low * 100) / 100,
      high: Math.round(swing.high * 100) / 100,
    }))
    .filter(({ low, high }) => low !== high)
    .sort((left, right) => width(right) - width(left))
}

const still = { issues: 0, leaving: 0 }

/** Causes vary independently, so what is uncertain about each adds up by squares. */
function wholeAt(loads: readonly UnitLoad[], prices: Prices, z: { issues: number; leaving: number }): number {
  let whole = 0
  let squares = 0
  for (const load of loads) {
    const middle = costOfLoad(load, prices, still)
    whole += middle
    squares += (costOfLoad(load, prices, z) - middle) ** 2
  }
  return whole + Math.sign(z.issues + z.leaving) * Math.sqrt(squares)
}

function costOfLoad(load: UnitLoad, prices: Prices, z: { issues: number; leaving: number }): number {
  const { leaving } = load
  const leaves = isKnown(leaving)
    ? Float64Array.of(leaving.difference + z.leaving * leaving.standardError)
    : null
  const issues = Float64Array.of(Math.exp(load.deviation * z.issues))
  return addCause(emptySums(1), load, prices, { issues, leaves }).cost[0] ?? 0
}

function width({ low, high }: { low: number; high: number }): number {
  return Math.abs(high - low)
}
