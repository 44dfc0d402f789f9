import { addTimes, multiply } from '../../stats/arrays.ts'
import type { CostLine } from '../cost-inputs.ts'
import type { UnitLoad } from '../unit-load.ts'
import type { Prices } from './prices.ts'

/** What one issue of a cause costs, draw by draw, in the lines that cost anything. */
export type IssuePrice = readonly { readonly line: CostLine; readonly money: Float64Array }[]

/** Prices one issue. `leaves` is how many more customers leave for each issue, draw by draw; null where nobody can say. */
export function priceIssue(load: UnitLoad, prices: Prices, leaves: Float64Array | null): IssuePrice {
  const handling = new Float64Array(prices.handOff.length)
  for (const { name, firsts, repeats } of load.minutes) {
    addTimes(handling, prices.firstContact(name), firsts)
    addTimes(handling, prices.repeatContact(name), repeats)
  }
  const handOffs = prices.rework.slice()
  addTimes(handOffs, prices.handOff, load.handOffsPerIssue)
  const work: IssuePrice = [
    { line: 'handling', money: handling },
    { line: 'handOffs', money: handOffs },
  ]
  const goodwill = prices.goodwill === null ? [] : [{ line: 'goodwill' as const, money: prices.goodwill }]
  return [...work, ...goodwill, ...priceLeaving(prices, leaves)]
}

function priceLeaving({ customer, silent, wordOfMouth }: Prices, leaves: Float64Array | null): IssuePrice {
  if (leaves === null || customer === null) return []
  const lost = multiply(leaves, customer)
  const all = lost.slice()
  const lines: { line: CostLine; money: Float64Array }[] = [{ line: 'lost', money: lost }]
  if (silent !== null) {
    const money = multiply(lost, silent)
    addTimes(all, money, 1)
    lines.push({ line: 'silent', money })
  }
  if (wordOfMouth !== null) lines.push({ line: 'wordOfMouth', money: multiply(all, wordOfMouth) })
  return lines
}

/** All lines of one issue together. */
export function sumLines([first, ...rest]: IssuePrice): Float64Array {
  const sum = first === undefined ? new Float64Array(0) : first.money.slice()
  for (const { money } of rest) addTimes(sum, money, 1)
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
