import type { CauseId } from '../../base/ids.ts'
import { compareText } from '../../base/order.ts'
import { acceptedByBenjaminiHochberg } from '../../stats/benjamini-hochberg.ts'
import { twoSidedTail } from '../../stats/normal-tail.ts'

export const driverKinds = ['attribute', 'channel', 'team', 'step', 'rule', 'before'] as const

/** What goes with a cause: what a record carries, how it came in, who took it on, or what happened on the way. */
export type DriverKind = (typeof driverKinds)[number]

/** Contacts that have the attribute at all, or in which such a thing could have happened. */
export type DriverTotal = { readonly kind: DriverKind; readonly attribute: string; readonly count: number }

/** How many contacts with one value of an attribute are of one cause. */
export type DriverCount = DriverTotal & { readonly value: string; readonly cause: CauseId }

export type DriverInput = {
  readonly counts: readonly DriverCount[]
  /** Contacts with each value, whatever their cause. */
  readonly valueTotals: readonly (DriverTotal & { readonly value: string })[]
  /** Contacts of each cause among the totals. */
  readonly causeTotals: readonly (DriverTotal & { readonly cause: CauseId })[]
  readonly totals: readonly DriverTotal[]
}

/** An attribute's value, a step, a rule or a preceding event that goes with a cause beyond chance. */
export type Driver = DriverCount & {
  /** Contacts with the value. */
  readonly valueCount: number
  /** Share of the cause among contacts with the value. */
  readonly share: number
  /** The same share among contacts without it. */
  readonly shareOtherwise: number
  /** `share` over `shareOtherwise`, with its 95 % interval. */
  readonly lift: number
  readonly low: number
  readonly high: number
  readonly pValue: number
}

const leastContacts = 20
const falseShare = 0.05
/** One contact in twenty is read as about another cause than it is, which alone makes some causes follow each other. */
const leastLiftOf: Partial<Record<DriverKind, number>> = { before: 3 }
const z95 = 1.959963984540054

/**
 * Finds what a cause comes up more often with than without: values of attributes, teams, steps, rules, preceding events.
 * Lift is the ratio of the two shares with Katz's log interval; of all tests made, of every kind, at most 5 % of those reported are
 * expected to be chance (Benjamini-Hochberg 1995). Says that they go together, not that one makes the other.
 * Assumes one count a contact. Refuses: values or causes with fewer than 20 contacts, values that all contacts share, and
 * preceding causes that are not surely three times as frequent.
 * Source: Katz et al. (1978), Biometrics 34, 469-474. Cost: O(n log n) in the counts.
 */
export function findDrivers(input: DriverInput): readonly Driver[] {
  const tested = testAll(input)
  const accepted = acceptedByBenjaminiHochberg(
    tested.map(({ pValue }) => pValue),
    falseShare,
  )
  const found = tested.filter(
    ({ kind, pValue, lift, low }) => pValue <= accepted && lift > 1 && low >= (leastLiftOf[kind] ?? 0),
  )
  return found.sort((left, right) => right.low - left.low || compareDriver(left, right))
}

function compareDriver(left: DriverCount, right: DriverCount): number {
  return (
    compareText(left.cause, right.cause) ||
    compareText(left.kind, right.kind) ||
    compareText(left.attribute, right.attribute) ||
    compareText(left.value, right.value)
  )
}

function testAll({ counts, valueTotals, causeTotals, totals }: DriverInput): readonly Driver[] {
  const ofValue = new Map(valueTotals.map((total) => [keyOf(total, total.value), total.count]))
  const ofCause = new Map(causeTotals.map((total) => [keyOf(total, total.cause), total.count]))
  const ofAttribute = new Map(totals.map((total) => [keyOf(total, ''), total.count]))
  return counts.flatMap((count) => {
    const driver = testOne(
      count,
      ofValue.get(keyOf(count, count.value)) ?? 0,
      ofCause.get(keyOf(count, count.cause)) ?? 0,
      ofAttribute.get(keyOf(count, '')) ?? 0,
    )
    return driver ? [driver] : []
  })
}

function keyOf({ kind, attribute }: DriverTotal, of: string): string {
  return JSON.stringify([kind, attribute, of])
}

function testOne(count: DriverCount, withValue: number, ofCause: number, all: number): Driver | null {
  const without = all - withValue
  const outside = ofCause - count.count
  if (withValue < leastContacts || ofCause < leastContacts || without < leastContacts || count.count === 0)
    return null
  // Half a contact more on each side keeps the ratio finite where the cause never comes up without the value.
  const correction = outside === 0 ? 0.5 : 0
  const share = count.count / withValue
  const shareOtherwise = outside / without
  const lift =
    (count.count + correction) / (withValue + correction) / ((outside + correction) / (without + correction))
  const spread = Math.sqrt(
    1 / (count.count + correction) -
      1 / (withValue + correction) +
      1 / (outside + correction) -
      1 / (without + correction),
  )
  const pValue = spread > 0 ? twoSidedTail(Math.log(lift) / spread) : 1
  const reach = Math.exp(z95 * spread)
  return {
    ...count,
    valueCount: withValue,
    share,
    shareOtherwise,
    lift,
    low: lift / reach,
    high: lift * reach,
    pValue,
  }
}
