import type { Range } from '../base/figure.ts'

/** Names of what the first cost model assumes. */
export const assumptionNames = [
  'minutesPerContact',
  'costPerHour',
  'repeatFactor',
  'minutesPerHandOff',
] as const
export type AssumptionName = (typeof assumptionNames)[number]

/** A number that the cost rests on and that nobody measured for certain: shown, editable, with its source. */
export type Assumption = Range & {
  readonly name: AssumptionName
  readonly meaning: string
  readonly unit: string
  readonly source: 'measured' | 'entered' | 'default'
  /** Where it comes from, in words. */
  readonly reference: string
}

export type EnteredAssumption = Range & { readonly name: string }

const defaults: readonly Assumption[] = [
  {
    name: 'minutesPerContact',
    meaning: 'Working time that one contact takes, with its follow-up',
    unit: 'minutes',
    low: 5,
    mid: 8,
    high: 12,
    source: 'default',
    reference: 'An assumption of ours, not measured here. Enter what your own planning uses.',
  },
  {
    name: 'costPerHour',
    meaning: 'Full cost of one hour of work, with workplace and leadership',
    unit: 'currency per hour',
    low: 30,
    mid: 40,
    high: 55,
    source: 'default',
    reference: 'An assumption of ours, not measured here. Ask your controller.',
  },
  {
    name: 'repeatFactor',
    meaning: 'How much longer a repeat contact takes than a first one',
    unit: 'times',
    low: 1.3,
    mid: 1.4,
    high: 1.5,
    source: 'default',
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
    source: 'default',
    reference: 'An assumption of ours, not measured here: reading in, and explaining again.',
  },
]

/** Working minutes of one contact as the records show them, where they carry durations. */
export type MeasuredMinutes = {
  readonly contacts: number
  readonly mean: number
  readonly standardError: number
}

/**
 * The assumptions in force: what a person entered wins over what was measured, which wins over our defaults.
 * A measured mean is taken from 100 contacts on, with its 95 % interval.
 */
export function chooseAssumptions(
  entered: readonly EnteredAssumption[],
  measured: MeasuredMinutes | null,
): readonly Assumption[] {
  return defaults.map((assumption) => {
    const own = entered.find(({ name }) => name === assumption.name)
    if (own) {
      const { low, mid, high } = own
      return { ...assumption, low, mid, high, source: 'entered', reference: 'Entered here.' }
    }
    return assumption.name === 'minutesPerContact' && measured && measured.contacts >= 100
      ? asMeasured(assumption, measured)
      : assumption
  })
}

function asMeasured(assumption: Assumption, { contacts, mean, standardError }: MeasuredMinutes): Assumption {
  const half = 1.96 * standardError
  return {
    ...assumption,
    low: Math.max(0, mean - half),
    mid: mean,
    high: mean + half,
    source: 'measured',
    reference: `Mean duration of ${contacts} contacts in these records, with its 95 % interval.`,
  }
}

/** Why a person's assumption can't be taken, or null when it can. */
export function whyNotAssumption({ name, low, mid, high }: EnteredAssumption): string | null {
  if (!assumptionNames.some((known) => known === name)) return `There is no assumption named “${name}”.`
  if (![low, mid, high].every(Number.isFinite)) return 'Each of low, middle and high must be a number.'
  if (low < 0) return 'An assumption can’t be negative.'
  if (high > 1e6) return 'An assumption can’t be above one million.'
  if (low > mid || mid > high) return 'Low must not be above the middle, nor the middle above high.'
  return null
}
