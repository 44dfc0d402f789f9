import type { CausePage } from '../../contract/screens.ts'
import { causeId } from '../../core/base/ids.ts'
import { compareText } from '../../core/base/order.ts'
import { dayMs, toIso } from '../../core/base/time.ts'
import type { Cause } from '../../core/causes/cause.ts'
import { type Driver, findDrivers } from '../../core/causes/drivers.ts'
import type { Quote } from '../../core/causes/quotes.ts'
import type { Tally } from '../../core/causes/tally.ts'
import { valuesPerAttribute } from '../../core/causes/tally-customer.ts'
import type { MeasuredMinutes } from '../../core/cost/assumption.ts'
import type { CauseLoad } from '../../core/cost/estimate-cost.ts'
import { maskIdentity } from '../../core/interactions/mask.ts'
import { wilson } from '../../core/stats/wilson.ts'
import { maskText } from '../../core/text/mask.ts'
import type { ReadingDocuments } from './documents.ts'
import { type FollowedContacts, writeReport } from './write-report.ts'

const otherCause = { id: causeId(''), name: 'About nothing that was recognised' }

export function writeDocuments(
  tally: Tally,
  causes: readonly Cause[],
  followed: FollowedContacts | null,
): ReadingDocuments {
  const report = writeReport(tally, causes, followed)
  const rows = 'cannotSay' in report.causes ? [] : report.causes
  const drivers = driversOf(tally)
  const pages = rows.map(
    (cause): CausePage => ({
      cause: {
        ...cause,
        weeks: weeksOf(tally.counts.causes[cause.id]?.weeks ?? {}).map(([week, contacts]) => ({
          week,
          contacts,
        })),
        repeatShare: repeatShareOf(tally, cause.id),
      },
      voices: (tally.quotes[cause.id] ?? []).map(toVoice),
      drivers: (drivers.get(cause.id) ?? []).map(toDriverJson),
    }),
  )
  return { report, overview: overviewOf(tally, rows), causes: pages }
}

function overviewOf(
  tally: Tally,
  causes: readonly { id: string; name: string }[],
): ReadingDocuments['overview'] {
  const { counts, firstAt, lastAt } = tally
  const best = causes
    .slice(0, 10)
    .flatMap(({ id }) => tally.quotes[id] ?? [])
    .toSorted((left, right) => right.score - left.score || compareText(left.contact, right.contact))[0]
  return {
    weeks: weeksOf(counts.weeks).map(([week, { contacts, repeats }]) => ({ week, contacts, repeats })),
    channels: Object.entries(counts.channels)
      .map(([channel, contacts]) => ({ channel, contacts }))
      .sort((left, right) => right.contacts - left.contacts || compareText(left.channel, right.channel)),
    voice: best === undefined ? null : toVoice(best),
    loads: loadsOf(tally, causes),
    periodDays: firstAt === null || lastAt === null ? null : (lastAt - firstAt) / dayMs,
    measured: measuredOf(counts.durations),
  }
}

function loadsOf({ counts }: Tally, causes: readonly { id: string; name: string }[]): CauseLoad[] {
  const loads = causes.map(({ id, name }) => {
    const { contacts = 0, repeats = 0, handOffs = 0 } = counts.causes[id] ?? {}
    return { id: causeId(id), name, contacts, repeats, handOffs }
  })
  const known = (key: 'contacts' | 'repeats' | 'handOffs') => loads.reduce((sum, load) => sum + load[key], 0)
  const others = {
    ...otherCause,
    contacts: counts.contacts - known('contacts'),
    repeats: counts.repeats - known('repeats'),
    handOffs: Math.max(0, counts.cases.handOffs - known('handOffs')),
  }
  return others.contacts > 0 ? [...loads, others] : loads
}

function measuredOf({ contacts, seconds, squares }: Tally['counts']['durations']): MeasuredMinutes | null {
  if (contacts < 2) return null
  const mean = seconds / contacts
  const variance = Math.max(0, squares - contacts * mean ** 2) / (contacts - 1)
  return { contacts, mean: mean / 60, standardError: Math.sqrt(variance / contacts) / 60 }
}

/** Attribute values that go with a cause, by cause, the strongest first. */
function driversOf({ counts }: Tally): ReadonlyMap<string, readonly Driver[]> {
  const attributes = Object.entries(counts.attributes).filter(
    ([, values]) => Object.keys(values).length <= valuesPerAttribute,
  )
  const cells = attributes.flatMap(([attribute, values]) =>
    Object.entries(values).flatMap(([value, causes]) =>
      Object.entries(causes).map(([cause, count]) => ({ attribute, value, cause: causeId(cause), count })),
    ),
  )
  const found = findDrivers({
    counts: cells.filter(({ cause }) => cause !== ''),
    valueTotals: sumBy(cells, ({ attribute, value }) => ({ attribute, value })),
    causeTotals: sumBy(cells, ({ attribute, cause }) => ({ attribute, cause })).filter(
      ({ cause }) => cause !== '',
    ),
  })
  return Map.groupBy(found, ({ cause }) => cause)
}

function sumBy<Cell extends { count: number }, Key extends object>(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => Key,
): (Key & { count: number })[] {
  const sums = new Map<string, Key & { count: number }>()
  for (const cell of cells) {
    const key = keyOf(cell)
    const name = JSON.stringify(key)
    sums.set(name, { ...key, count: (sums.get(name)?.count ?? 0) + cell.count })
  }
  return [...sums.values()]
}

function toDriverJson({ attribute, value, count, lift, low, high }: Driver) {
  return { attribute, value, contacts: count, lift: { value: lift, low, high } }
}

function repeatShareOf({ counts }: Tally, id: string) {
  const cause = counts.causes[id]
  return cause === undefined || counts.customers === 0 ? null : wilson(cause.repeats, cause.contacts)
}

function weeksOf<T>(weeks: Record<string, T>): [string, T][] {
  return Object.entries(weeks).sort(([left], [right]) => compareText(left, right))
}

function toVoice({ contact, issue, text, identity, channel, at }: Quote) {
  return {
    interaction: contact,
    issue,
    text: maskText(text),
    customer: identity === null ? null : maskIdentity(identity),
    channel,
    at: at === null ? null : toIso(at),
  }
}
