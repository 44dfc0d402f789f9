import { addTimes, multiply } from '../../stats/arrays.ts'
import type { CostLine } from '../cost-inputs.ts'
import type { UnitLoad } from '../unit-load.ts'
import type { Prices } from './prices.ts'

/** What causes come to together, draw by draw. */
export type Sums = {
  readonly total: Float64Array
  readonly issues: Float64Array
  readonly handOffs: Float64Array
  readonly leavers: Float64Array
  /** Money for the minutes of contacts. */
  readonly handling: Float64Array
}

/** What chance did to one cause: how its issues stand beside their mean, and how many more leave for each of them. */
export type Chance = { readonly issues: Float64Array; readonly leaves: Float64Array | null }

/** One cause, draw by draw. */
export type CauseDraws = {
  readonly cost: Float64Array
  /** What one issue costs. */
  readonly each: Float64Array
  /** Customers who leave; null where nobody can say. */
  readonly leavers: Float64Array | null
}

export function emptySums(draws: number): Sums {
  const empty = () => new Float64Array(draws)
  return { total: empty(), issues: empty(), handOffs: empty(), leavers: empty(), handling: empty() }
}

/**
 * Adds one cause to the sums: issues to come x what each of them costs. All in one pass: with hundreds of causes and
 * thousands of draws, fetching numbers from memory takes longer than reckoning with them.
 */
export function addCause(sums: Sums, load: UnitLoad, prices: Prices, chance: Chance): CauseDraws {
  const { handOffsPerIssue } = load
  const { perLeaver } = prices
  const volume = volumeOf(load)
  const each = handlingOf(load, prices)
  const cost = new Float64Array(each.length)
  const leavers = chance.leaves === null ? null : new Float64Array(each.length)
  for (let draw = 0; draw < cost.length; draw++) {
    const issues =
      (chance.issues[draw] ?? 0) * (volume.plain + ((prices.volumeInAYear[draw] ?? 1) - 1) * volume.ramped)
    const handling = each[draw] ?? 0
    let one = handling + (prices.workPerIssue[draw] ?? 0) + handOffsPerIssue * (prices.handOff[draw] ?? 0)
    if (leavers !== null) {
      const leaves = chance.leaves?.[draw] ?? 0
      const left = issues * leaves
      one += leaves * (perLeaver?.[draw] ?? 0)
      leavers[draw] = left
      sums.leavers[draw] = (sums.leavers[draw] ?? 0) + left
    }
    each[draw] = one
    cost[draw] = issues * one
    sums.total[draw] = (sums.total[draw] ?? 0) + issues * one
    sums.issues[draw] = (sums.issues[draw] ?? 0) + issues
    sums.handOffs[draw] = (sums.handOffs[draw] ?? 0) + issues * handOffsPerIssue
    sums.handling[draw] = (sums.handling[draw] ?? 0) + issues * handling
  }
  return { cost, each, leavers }
}

/** Where the money goes. */
export function linesOf(sums: Sums, prices: Prices): Readonly<Record<CostLine, Float64Array>> {
  const { issues, handOffs, leavers, handling } = sums
  const none = () => new Float64Array(issues.length)
  const passedOn = multiply(handOffs, prices.handOff)
  addTimes(passedOn, multiply(issues, prices.rework), 1)
  const lost = prices.customer === null ? none() : multiply(leavers, prices.customer)
  const silent = prices.silent === null ? none() : multiply(lost, prices.silent)
  const all = lost.slice()
  addTimes(all, silent, 1)
  return {
    handling,
    handOffs: passedOn,
    goodwill: prices.goodwill === null ? none() : multiply(issues, prices.goodwill),
    lost,
    silent,
    wordOfMouth: prices.wordOfMouth === null ? none() : multiply(all, prices.wordOfMouth),
  }
}

/** How much of the volume there is in a month, for a level after a year that the months lead up to. */
export function rampAt(month: number): number {
  return Math.min(1, (month + 0.5) / 12)
}

function volumeOf({ projection: { months } }: UnitLoad) {
  return {
    plain: months.reduce((sum, month) => sum + month, 0),
    ramped: months.reduce((sum, expected, month) => sum + expected * rampAt(month), 0),
  }
}

function handlingOf({ minutes }: UnitLoad, prices: Prices): Float64Array {
  const handling = new Float64Array(prices.handOff.length)
  for (const { name, firsts, repeats } of minutes) {
    const first = prices.firstContact(name)
    const repeat = prices.repeatContact(name)
    for (let draw = 0; draw < handling.length; draw++)
      handling[draw] = (handling[draw] ?? 0) + firsts * (first[draw] ?? 0) + repeats * (repeat[draw] ?? 0)
  }
  return handling
}
