import { addTimes, multiply } from '../../stats/arrays.ts'
import type { CostLine } from '../cost-inputs.ts'
import type { UnitLoad } from '../unit-load.ts'
import type { Prices } from './prices.ts'

/** What one issue of a cause costs, line by line, draw by draw. */
export type IssuePrice = Readonly<Record<CostLine, Float64Array>>

/** Prices one issue. `leaves` is how many more customers leave for each issue, draw by draw; null where nobody can say. */
export function priceIssue(load: UnitLoad, prices: Prices, leaves: Float64Array | null): IssuePrice {
  const nothing = new Float64Array(prices.handOff.length)
  const handling = nothing.slice()
  for (const { name, firsts, repeats } of load.minutes) {
    addTimes(handling, prices.firstContact(name), firsts)
    addTimes(handling, prices.repeatContact(name), repeats)
  }
  const handOffs = prices.rework.slice()
  addTimes(handOffs, prices.handOff, load.handOffsPerIssue)
  const { goodwill } = prices
  if (leaves === null) {
    return { handling, handOffs, goodwill, lost: nothing, silent: nothing, wordOfMouth: nothing }
  }
  const lost = multiply(leaves, prices.customer)
  const silent = multiply(lost, prices.silent)
  const heardOf = lost.slice()
  addTimes(heardOf, silent, 1)
  return { handling, handOffs, goodwill, lost, silent, wordOfMouth: multiply(heardOf, prices.wordOfMouth) }
}

/** All lines of one issue together. */
export function sumLines({
  handling,
  handOffs,
  goodwill,
  lost,
  silent,
  wordOfMouth,
}: IssuePrice): Float64Array {
  const sum = handling.slice()
  for (const line of [handOffs, goodwill, lost, silent, wordOfMouth]) addTimes(sum, line, 1)
  return sum
}

/** How much of the volume there is in a month, for a level after a year that the months lead up to. */
export function rampAt(month: number): number {
  return Math.min(1, (month + 0.5) / 12)
}

/** How the number of issues and what they bring stand beside their mean, for standard normal draws `z`. */
export function drawChance({ deviation }: UnitLoad, z: Float64Array): Float64Array {
  const chance = new Float64Array(z.length)
  // The mean of a log-normal number lies above its median; sums of causes need the mean to hold.
  const centre = deviation ** 2 / 2
  for (let draw = 0; draw < z.length; draw++) chance[draw] = Math.exp(deviation * (z[draw] ?? 0) - centre)
  return chance
}

/** Issues over the horizon, draw by draw. */
export function drawIssues(
  { projection }: UnitLoad,
  { volumeInAYear }: Prices,
  chance: Float64Array,
): Float64Array {
  const { months } = projection
  const plain = months.reduce((sum, month) => sum + month, 0)
  const ramped = months.reduce((sum, expected, month) => sum + expected * rampAt(month), 0)
  const issues = new Float64Array(chance.length)
  for (let draw = 0; draw < issues.length; draw++) {
    issues[draw] = (chance[draw] ?? 0) * (plain + ((volumeInAYear[draw] ?? 1) - 1) * ramped)
  }
  return issues
}
