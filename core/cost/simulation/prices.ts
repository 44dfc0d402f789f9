import { addTimes, multiply } from '../../stats/arrays.ts'
import { drawNormals } from '../../stats/normals.ts'
import { randomFrom } from '../../stats/random.ts'
import { hashText } from '../../text/hash.ts'
import type { CostInputs } from '../cost-inputs.ts'
import { spreadOf } from '../spread.ts'

/** What the assumptions come to, draw by draw: money for a minute or a thing, and plain factors. */
export type Prices = {
  /** Money for a first contact whose minutes this assumption tells. */
  firstContact(name: string): Float64Array
  repeatContact(name: string): Float64Array
  readonly handOff: Float64Array
  readonly rework: Float64Array
  /** Null where nothing was entered. */
  readonly goodwill: Float64Array | null
  readonly customer: Float64Array | null
  readonly silent: Float64Array | null
  readonly wordOfMouth: Float64Array | null
  /** Rework and goodwill together. */
  readonly workPerIssue: Float64Array
  /** What goes with a customer who leaves, with the silent and the warned; null where nobody said what a customer is worth. */
  readonly perLeaver: Float64Array | null
  readonly volumeInAYear: Float64Array
}

/**
 * Draws every assumption from its range; each has a stream of its own, so that editing one leaves the others' draws alone.
 */
export function drawPrices({ assumptions, seed, draws }: CostInputs): Prices {
  return pricesOf((name) => {
    const assumption = assumptions.find((known) => known.name === name)
    const at = spreadOf(assumption ?? { low: 0, mid: 0, high: 0 })
    return drawNormals(randomFrom(seed, streamOf(name)), draws).map(at)
  })
}

/** Every assumption in its middle but one: a single draw. */
export function fixPrices(
  { assumptions }: Pick<CostInputs, 'assumptions'>,
  moved: { readonly name: string; readonly to: 'low' | 'high' } | null,
): Prices {
  return pricesOf((name) => {
    const assumption = assumptions.find((known) => known.name === name)
    const value = assumption?.[name === moved?.name ? moved.to : 'mid'] ?? 0
    return Float64Array.of(value)
  })
}

function pricesOf(valuesOf: (name: string) => Float64Array): Prices {
  const find = once(valuesOf)
  const perMinute = find('costPerHour').map((value) => value / 60)
  const paid = (name: string) => multiply(find(name), perMinute)
  const firstContact = once(paid)
  const rework = paid('reworkMinutesPerIssue')
  const workPerIssue = rework.slice()
  addTimes(workPerIssue, find('goodwillPerIssue'), 1)
  const customer = orNull(find('customerValue'))
  return {
    firstContact,
    repeatContact: once((name) => multiply(firstContact(name), find('repeatFactor'))),
    handOff: paid('minutesPerHandOff'),
    rework,
    goodwill: orNull(find('goodwillPerIssue')),
    customer,
    silent: orNull(find('silentPerIssue')),
    wordOfMouth: orNull(find('wordOfMouthPerLoss')),
    workPerIssue,
    perLeaver:
      customer?.map(
        (value, draw) =>
          value * (1 + (find('silentPerIssue')[draw] ?? 0)) * (1 + (find('wordOfMouthPerLoss')[draw] ?? 0)),
      ) ?? null,
    volumeInAYear: find('volumeInAYear'),
  }
}

function orNull(values: Float64Array): Float64Array | null {
  return values.some((value) => value !== 0) ? values : null
}

/** Computes each name at its first use. */
function once(compute: (name: string) => Float64Array): (name: string) => Float64Array {
  const known = new Map<string, Float64Array>()
  return (name) => {
    const values = known.get(name) ?? compute(name)
    known.set(name, values)
    return values
  }
}

/** The stream of random numbers that belongs to a name. */
export function streamOf(name: string): number {
  return Number.parseInt(hashText(name).slice(0, 8), 16)
}
