import type { CauseId } from '../../base/ids.ts'
import { compareText } from '../../base/order.ts'
import { acceptedByBenjaminiHochberg } from '../../stats/benjamini-hochberg.ts'
import { twoSidedTail } from '../../stats/normal-tail.ts'

/** How many contacts with one value of an attribute are of one cause. */
export type DriverCount = {
  readonly attribute: string
  readonly value: string
  readonly cause: CauseId
  readonly count: number
}

export type DriverInput = {
  readonly counts: readonly DriverCount[]
  /** Contacts with each value, whatever their cause. */
  readonly valueTotals: readonly {
    readonly attribute: string
    readonly value: string
    readonly count: number
  }[]
  /** Contacts of each cause among those that have the attribute at all. */
  readonly causeTotals: readonly {
    readonly attribute: string
    readonly cause: CauseId
    readonly count: number
  }[]
}

/** An attribute's value that goes with a cause beyond chance. */
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
const z95 = 1.959963984540054

/**
 * Finds attribute values with which a cause comes up more often than without them.
 * Lift is the ratio of the two shares with Katz's log interval; of all tests made, at most 5 % of those reported are
 * expected to be chance (Benjamini-Hochberg 1995). Says that they go together, not that one makes the other.
 * Assumes one count a contact. Refuses: values or causes with fewer than 20 contacts, values that all contacts share.
 * Source: Katz et al. (1978), Biometrics 34, 469-474. Cost: O(n log n) in the counts.
 */
export function findDrivers(input: DriverInput): readonly Driver[] {
  const tested = testAll(input)
  const accepted = acceptedByBenjaminiHochberg(
    tested.map(({ pValue }) => pValue),
    falseShare,
  )
  const found = tested.filter(({ pValue, lift }) => pValue <= accepted && lift > 1)
  return found.sort((left, right) => right.low - left.low || compareDriver(left, right))
}

function compareDriver(left: DriverCount, right: DriverCount): number {
  return (
    compareText(left.cause, right.cause) ||
    compareText(left.attribute, right.attribute) ||
    compareText(left.value, right.value)
  )
}

function testAll({ counts, valueTotals, causeTotals }: DriverInput): readonly Driver[] {
  const ofValue = new Map(valueTotals.map(({ attribute, value, count }) => [keyOf(attribute, value), count]))
  const ofCause = new Map(causeTotals.map(({ attribute, cause, count }) => [keyOf(attribute, cause), count]))
  const ofAttribute = new Map<string, number>()
  for (const { attribute, count } of valueTotals) {
    ofAttribute.set(attribute, (ofAttribute.get(attribute) ?? 0) + count)
  }
  return counts.flatMap((count) => {
    const driver = testOne(
      count,
      ofValue.get(keyOf(count.attribute, count.value)) ?? 0,
      ofCause.get(keyOf(count.attribute, count.cause)) ?? 0,
      ofAttribute.get(count.attribute) ?? 0,
    )
    return driver ? [driver] : []
  })
}

function keyOf(attribute: string, of: string): string {
  return JSON.stringify([attribute, of])
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
