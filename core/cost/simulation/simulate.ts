import { isKnown, type Known } from '../../base/cannot-say.ts'
import type { Range } from '../../base/figure.ts'
import { addProducts, addTimes, multiply } from '../../stats/arrays.ts'
import { drawNormals } from '../../stats/normals.ts'
import { randomFrom } from '../../stats/random.ts'
import type { CostInputs, CostLine } from '../cost-inputs.ts'
import type { UnitLoad } from '../unit-load.ts'
import { drawChance, drawIssues, priceIssue, rampAt, sumLines } from './price-issue.ts'
import { drawPrices, type Prices, streamOf } from './prices.ts'
import { batchError, rangeOf } from './range-of.ts'

export type SimulatedCause = { readonly cost: Range; readonly customersLost: Known<Range> }

export type Simulated = {
  readonly byCause: readonly SimulatedCause[]
  readonly total: Range
  readonly lines: Readonly<Record<CostLine, Range>>
  /** Cost so far after each month. */
  readonly fan: readonly Range[]
  readonly error: Range
}

type Sums = {
  readonly total: Float64Array
  readonly lines: Readonly<Record<CostLine, Float64Array>>
  readonly months: readonly Float64Array[]
}

type Simulation = {
  readonly prices: Prices
  readonly sums: Sums
  readonly inputs: CostInputs
}

/** The fan is drawn from every draw out of so many: it is looked at, not read to the cent. */
const fanPart = 4

/**
 * Draws every uncertain number together, many times, and adds up what comes out. A cause's own chance comes from a stream
 * named by its id, so that its figures do not depend on which other causes are looked at. Cost: O(causes x draws x months).
 */
export function simulate(loads: readonly UnitLoad[], inputs: CostInputs): Simulated {
  const { draws, months } = inputs
  const prices = drawPrices(inputs)
  const empty = () => new Float64Array(draws)
  const sums: Sums = {
    total: empty(),
    lines: {
      handling: empty(),
      handOffs: empty(),
      goodwill: empty(),
      lost: empty(),
      silent: empty(),
      wordOfMouth: empty(),
    },
    months: Array.from({ length: months }, () => new Float64Array(Math.ceil(draws / fanPart))),
  }
  const byCause = loads.map((load) => simulateCause(load, { prices, sums, inputs }))
  const { lines } = sums
  return {
    byCause,
    total: rangeOf(sums.total),
    lines: {
      handling: rangeOf(lines.handling),
      handOffs: rangeOf(lines.handOffs),
      goodwill: rangeOf(lines.goodwill),
      lost: rangeOf(lines.lost),
      silent: rangeOf(lines.silent),
      wordOfMouth: rangeOf(lines.wordOfMouth),
    },
    fan: rangesSoFar(sums.months, prices),
    error: batchError(sums.total),
  }
}

function simulateCause(
  load: UnitLoad,
  { prices, sums, inputs: { seed, draws } }: Simulation,
): SimulatedCause {
  const random = randomFrom(seed, streamOf(load.id))
  const chance = drawChance(load, drawNormals(random, draws))
  const leaves = drawLeaves(load, () => drawNormals(random, draws))
  const issues = drawIssues(load, prices, chance)
  const price = priceIssue(load, prices, isKnown(leaves) ? leaves : null)
  const each = sumLines(price)
  const cost = multiply(issues, each)
  addTimes(sums.total, cost, 1)
  for (const { line, money } of price) addProducts(sums.lines[line], issues, money)
  // What a month costs before the volume's change over the year, which is the same for all causes.
  const weight = multiply(chance, each)
  for (const [month, sum] of sums.months.entries()) addTimes(sum, weight, load.projection.months[month] ?? 0)
  return {
    cost: rangeOf(cost),
    customersLost: isKnown(leaves) ? rangeOf(multiply(leaves, issues)) : leaves,
  }
}

function drawLeaves({ leaving }: UnitLoad, draw: () => Float64Array): Known<Float64Array> {
  if (!isKnown(leaving)) return leaving
  const z = draw()
  const drawn = new Float64Array(z.length).fill(leaving.difference)
  addTimes(drawn, z, leaving.standardError)
  return drawn
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
