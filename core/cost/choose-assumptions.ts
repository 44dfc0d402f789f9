import type { Range } from '../base/figure.ts'
import { compareText } from '../base/order.ts'
import {
  type Assumption,
  channelOf,
  defaultAssumptions,
  type EnteredAssumption,
  minutesIn,
} from './assumption.ts'
import type { ChannelLoad, CostHistory, Handled } from './cost-inputs.ts'

/** A measured mean is taken from this many contacts on. */
const enough = 100

/** More channels than this are not listed apart; they take the minutes of any contact. */
const mostChannels = 8

type Mean = { readonly mean: number; readonly standardError: number; readonly n: number }

/**
 * The assumptions in force: what a person entered wins over what was measured here, which wins over our defaults.
 * Minutes are measured by channel, and for any contact from those without a channel, from 100 first contacts with a length
 * on record; the repeat factor from 100 repeats beside 100 firsts of the same channels. Cost: O(causes x channels).
 */
export function chooseAssumptions(
  entered: readonly EnteredAssumption[],
  history: Pick<CostHistory, 'causes'>,
): readonly Assumption[] {
  const all = sumChannels(history)
  const channels = all.filter(({ channel }) => channel !== '')
  const nameless = all.find(({ channel }) => channel === '')
  const known = defaultAssumptions.map((assumption): Assumption => {
    if (assumption.name === 'repeatFactor') return measuredRepeats(assumption, all)
    const measured = assumption.name === 'minutesPerContact' ? measuredMinutes(nameless?.firsts) : null
    return { ...assumption, source: 'default', ...measured }
  })
  const inForce = (assumption: Assumption) => {
    const own = entered.find(({ name }) => name === assumption.name)
    return own === undefined ? assumption : asEntered(assumption, own)
  }
  const [minutes, ...others] = known.map(inForce)
  if (minutes === undefined) return []
  const byChannel = channels.slice(0, mostChannels).map((load) => inForce(toChannelAssumption(load, minutes)))
  return [minutes, ...byChannel, ...others]
}

function asEntered(assumption: Assumption, { low, mid, high, by, at }: EnteredAssumption): Assumption {
  const reference = `Entered by ${by ?? 'someone who gave no name'} on ${at}.`
  return { ...assumption, low, mid, high, source: 'entered', reference }
}

/** All causes together, the busiest channel first; contacts without one are of the channel without a name. */
function sumChannels({ causes }: Pick<CostHistory, 'causes'>): ChannelLoad[] {
  const sums = new Map<string, ChannelLoad>()
  for (const { channel, firsts, repeats } of causes.flatMap((cause) => cause.channels)) {
    const before = sums.get(channel)
    sums.set(channel, {
      channel,
      firsts: sum(before?.firsts, firsts),
      repeats: sum(before?.repeats, repeats),
    })
  }
  const contactsOf = ({ firsts, repeats }: ChannelLoad) => firsts.contacts + repeats.contacts
  return [...sums.values()].sort(
    (left, right) => contactsOf(right) - contactsOf(left) || compareText(left.channel, right.channel),
  )
}

function sum(one: Handled | undefined, other: Handled): Handled {
  if (one === undefined) return other
  return {
    contacts: one.contacts + other.contacts,
    timed: one.timed + other.timed,
    seconds: one.seconds + other.seconds,
    squares: one.squares + other.squares,
  }
}

function toChannelAssumption(
  { channel, firsts, repeats }: ChannelLoad,
  { low, mid, high }: Assumption,
): Assumption {
  const common = {
    name: minutesIn(channel),
    meaning: `Working time of a first contact by ${channel}`,
    unit: 'minutes',
  }
  const measured = measuredMinutes(firsts)
  if (measured !== null) return { ...common, ...measured }
  const count = firsts.contacts + repeats.contacts
  const reference = `Taken as for any contact until you enter your own; ${count} contacts came this way.`
  return { ...common, low, mid, high, source: 'default', reference }
}

function measuredMinutes(
  firsts: Handled | undefined,
): (Range & Pick<Assumption, 'source' | 'reference'>) | null {
  const measured = firsts !== undefined && firsts.timed >= enough ? meanMinutes(firsts) : null
  if (measured === null) return null
  const reference = `Mean length of ${measured.n} first contacts in these records, with its 95 % interval.`
  return { ...interval(measured.mean, measured.standardError), source: 'measured', reference }
}

/** Repeats against firsts within each channel that has both, weighed by the repeats. */
function measuredRepeats(
  assumption: Omit<Assumption, 'source'>,
  channels: readonly ChannelLoad[],
): Assumption {
  const pairs = channels.flatMap(({ firsts, repeats }) => {
    const first = firsts.timed >= enough ? meanMinutes(firsts) : null
    const again = repeats.timed >= enough ? meanMinutes(repeats) : null
    return first === null || again === null || first.mean <= 0 ? [] : [{ first, again }]
  })
  const n = pairs.reduce((total, { again }) => total + again.n, 0)
  if (n === 0) return { ...assumption, source: 'default' }
  const weighed = (amountOf: (pair: { first: Mean; again: Mean }) => number) =>
    pairs.reduce((total, pair) => total + (pair.again.n / n) * amountOf(pair), 0)
  const ratio = weighed(({ first, again }) => again.mean / first.mean)
  const variance = weighed(
    ({ first, again }) =>
      (again.n / n) *
      (again.mean / first.mean) ** 2 *
      ((again.standardError / again.mean) ** 2 + (first.standardError / first.mean) ** 2),
  )
  return {
    ...assumption,
    ...interval(ratio, Math.sqrt(variance)),
    source: 'measured',
    reference: `Length of ${n} repeat contacts in these records against first ones of their channel, with its 95 % interval.`,
  }
}

function meanMinutes({ timed, seconds, squares }: Handled): Mean | null {
  if (timed < 2) return null
  const mean = seconds / timed
  const variance = Math.max(0, squares - timed * mean ** 2) / (timed - 1)
  return { mean: mean / 60, standardError: Math.sqrt(variance / timed) / 60, n: timed }
}

function interval(mid: number, standardError: number): Range {
  const half = 1.96 * standardError
  return { low: Math.max(0, mid - half), mid, high: mid + half }
}

/** The minutes that hold for a channel: its own where they were measured or entered, else those of any contact. */
export function minutesFor(assumptions: readonly Assumption[], channel: string): Assumption['name'] {
  const own = assumptions.find(({ name }) => channelOf(name) === channel)
  return own === undefined || own.source === 'default' ? 'minutesPerContact' : own.name
}
