import type { Range } from '../base/figure.ts'

/** Names of what the cost rests on, in the order in which a reader should meet them. */
export const assumptionNames = [
  'minutesPerContact',
  'repeatFactor',
  'minutesPerHandOff',
  'reworkMinutesPerIssue',
  'costPerHour',
  'goodwillPerIssue',
  'volumeInAYear',
  'customerValue',
  'silentPerIssue',
  'wordOfMouthPerLoss',
] as const
export type AssumptionName = (typeof assumptionNames)[number]

/**
 * A number that the cost rests on and that nobody knows for certain: shown, editable, with its source.
 * Low and high hold the true value nineteen times of twenty.
 */
export type Assumption = Range & {
  /** One of the names above, or minutes of one channel; a channel without its own takes `minutesPerContact`. */
  readonly name: string
  readonly meaning: string
  readonly unit: string
  readonly source: 'measured' | 'entered' | 'default'
  /** Where it comes from, in words. */
  readonly reference: string
}

/** What a person entered, with their name where they gave one. `at` is a day, `2026-06-30`. */
export type EnteredAssumption = Range & {
  readonly name: string
  readonly by: string | null
  readonly at: string
}

type Default = Omit<Assumption, 'source'> & { readonly name: AssumptionName }

const nothing = { low: 0, mid: 0, high: 0 }

/** What holds until somebody measures or enters better. */
export const defaultAssumptions: readonly Default[] = [
  {
    name: 'minutesPerContact',
    meaning: 'Working time that one contact takes, with its follow-up',
    unit: 'minutes',
    low: 5,
    mid: 8,
    high: 12,
    reference: 'An assumption of ours, not measured here. Enter what your own planning uses.',
  },
  {
    name: 'repeatFactor',
    meaning: 'How much longer a repeat contact takes than a first one',
    unit: 'times',
    low: 1.3,
    mid: 1.4,
    high: 1.5,
    reference:
      'A second contact takes 30 to 50 % longer than the first (LimeBridge, “The holy grail: resolution”).',
  },
  {
    name: 'minutesPerHandOff',
    meaning: 'Working time lost each time a case is passed to another team',
    unit: 'minutes',
    low: 2,
    mid: 4,
    high: 8,
    reference: 'An assumption of ours, not measured here: reading in, and explaining again.',
  },
  {
    name: 'reworkMinutesPerIssue',
    meaning: 'Working time behind the scenes to put one issue right',
    unit: 'minutes',
    ...nothing,
    reference: 'Nothing until you enter it: records of contacts do not show it.',
  },
  {
    name: 'costPerHour',
    meaning: 'Full cost of one hour of work, with workplace and leadership',
    unit: 'currency per hour',
    low: 30,
    mid: 40,
    high: 55,
    reference: 'An assumption of ours, not measured here. Ask your controller.',
  },
  {
    name: 'goodwillPerIssue',
    meaning: 'Goodwill and refunds granted for one issue, on average',
    unit: 'currency',
    ...nothing,
    reference: 'Nothing until you enter it: your ledger knows it.',
  },
  {
    name: 'volumeInAYear',
    meaning: 'How many issues there will be in a year, beside what the records lead us to expect',
    unit: 'times',
    low: 0.9,
    mid: 1,
    high: 1.1,
    reference: 'An assumption of ours: nothing stays exactly as it is. Reached step by step over a year.',
  },
  {
    name: 'customerValue',
    meaning: 'What a customer who leaves would still have brought, after costs',
    unit: 'currency',
    ...nothing,
    reference: 'Nothing until you enter it; customers lost are counted and not priced.',
  },
  {
    name: 'silentPerIssue',
    meaning: 'Customers who live through the same and never say so, for each issue that is told',
    unit: 'customers',
    ...nothing,
    reference: 'Nothing until you enter it, because nobody can see them in records of contacts.',
  },
  {
    name: 'wordOfMouthPerLoss',
    meaning: 'Customers who do not come because of what they heard, for each customer lost',
    unit: 'customers',
    ...nothing,
    reference: 'Nothing until you enter it: figures that go round about it have no source.',
  },
]

const channelPrefix = 'minutesPerContact:'

export function minutesIn(channel: string): string {
  return `${channelPrefix}${channel}`
}

/** The channel that an assumption is about, or null. */
export function channelOf(name: string): string | null {
  return name.startsWith(channelPrefix) ? name.slice(channelPrefix.length) : null
}

/** Why a person's assumption can't be taken, or null when it can. */
export function whyNotAssumption({ name, low, mid, high }: Range & { readonly name: string }): string | null {
  const channel = channelOf(name)
  const isKnown = assumptionNames.some((known) => known === name) || (channel !== null && channel !== '')
  if (!isKnown || name.length > 200) return `There is no assumption named “${name.slice(0, 60)}”.`
  if (![low, mid, high].every(Number.isFinite)) return 'Each of low, middle and high must be a number.'
  if (low < 0) return 'An assumption can’t be negative.'
  if (high > 1e6) return 'An assumption can’t be above one million.'
  if (low > mid || mid > high) return 'Low must not be above the middle, nor the middle above high.'
  return null
}
