import { isKnown, type Known } from '../../base/cannot-say.ts'
import type { Range } from '../../base/figure.ts'
import { addTimes, multiply } from '../../stats/arrays.ts'
import { drawNormals } from '../../stats/normals.ts'
import { randomFrom } from '../../stats/random.ts'
import type { CostInputs, CostLine } from '../cost-inputs.ts'
import type { Leaving } from '../leaving/leaving.ts'
import type { UnitLoad } from '../unit-load.ts'
import { type Dearest, startDearest } from './dearest.ts'
import { drawPrices, type Prices, streamOf } from './prices.ts'
import { batchError, rangeOf } from './range-of.ts'
import { addCause, emptySums, linesOf, rampAt, type Sums } from './sums.ts'

export type SimulatedCause = { readonly cost: Range; readonly customersLost: Known<Range> }

export type Simulated = {
  readonly byCause: readonly SimulatedCause[]
  readonly total: Range
  readonly dearest: Range & { readonly causes: number }
  readonly lines: Readonly<Record<CostLine, Range>>
  /** Cost so far after each month. */
  readonly fan: readonly Range[]
  readonly error: Range
}

type Simulation = {
  readonly prices: Prices
  readonly sums: Sums
  readonly months: readonly Float64Array[]
  readonly dearest: Dearest
  readonly inputs: CostInputs
}

/** The fan is drawn from every draw out of so many: it is looked at, not read to the cent. */
const fanPart = 4

/**
 * Draws every uncertain number together, many times, and adds up what comes out. A cause's own chance comes from a stream
 * named by its id, so that its figures do not depend on which other causes are looked at. Cost: O(causes x draws x months).
 */
export function simulate(loads: readonly UnitLoad[], inputs: CostInputs): Simulated {
  const { draws } = inputs
  const prices = drawPrices(inputs)
  const sums = emptySums(draws)
  const months = Array.from({ length: inputs.months }, () => new Float64Array(Math.ceil(draws / fanPart)))
  const dearest = startDearest()
  const byCause = loads.map((load) => simulateCause(load, { prices, sums, months, dearest, inputs }))
  const lines = linesOf(sums, prices)
  return {
    byCause,
    total: rangeOf(sums.total),
    dearest: dearest.result(draws),
    lines: {
      handling: rangeOf(lines.handling),
      handOffs: rangeOf(lines.handOffs),
      goodwill: rangeOf(lines.goodwill),
      lost: rangeOf(lines.lost),
      silent: rangeOf(lines.silent),
      wordOfMouth: rangeOf(lines.wordOfMouth),
    },
    fan: rangesSoFar(months, prices),
    error: batchError(sums.total),
  }
}

function simulateCause(
  load: UnitLoad,
  { prices, sums, months, dearest, inputs: { seed, draws } }: Simulation,
): SimulatedCause {
  const { leaving, projection } = load
  const random = randomFrom(seed, streamOf(load.id))
  const issues = drawChance(load, drawNormals(random, draws))
  const leaves = isKnown(leaving) ? drawLeaves(leaving, drawNormals(random, draws)) : null
  const { cost, each, leavers } = addCause(sums, load, prices, { issues, leaves })
  // What a month costs before the volume's change over the year, which is the same for all causes.
  const weight = multiply(issues.subarray(0, months[0]?.length), each)
  for (const [month, sum] of months.entries()) addTimes(sum, weight, projection.months[month] ?? 0)
  const range = rangeOf(cost)
  // Contacts that fit no cause have no id.
  if (load.id !== '') dearest.add(range.mid, cost)
  return {
    cost: range,
    customersLost: !isKnown(leaving) ? leaving : rangeOf(leavers ?? new Float64Array(0)),
  }
}

/** How the number of issues and what they bring stand beside their mean, for standard normal draws `z`. */
function drawChance({ deviation }: UnitLoad, z: Float64Array): Float64Array {
  // The mean of a log-normal number lies above its median; sums of causes need the mean to hold.
  const centre = deviation ** 2 / 2
  for (let draw = 0; draw < z.length; draw++) z[draw] = Math.exp(deviation * (z[draw] ?? 0) - centre)
  return z
}

function drawLeaves(
  { difference, standardError }: Pick<Leaving, 'difference' | 'standardError'>,
  z: Float64Array,
): Float64Array {
  for (let draw = 0; draw < z.length; draw++) z[draw] = difference + standardError * (z[draw] ?? 0)
  return z
}

function rangesSoFar(months: readonly Float64Array[], { volumeInAYear }: Prices): Range[] {
  const soFar = new Float64Array(months[0]?.length ?? 0)
  return months.map((month, index) => {
    for (let draw = 0; draw < soFar.length; draw++) {
      const change = 1 + ((volumeInAYear[draw] ?? 1) - 1) * rampAt(index)
      soFar[draw] = (soFar[draw] ?? 0) + (month[draw] ?? 0) * change
    }
    return rangeOf(soFar)
  })
}
