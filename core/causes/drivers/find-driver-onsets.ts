import { cannotSay, isKnown, type Known } from '../../base/cannot-say.ts'
import type { CauseId } from '../../base/ids.ts'
import { compareText } from '../../base/order.ts'
import { sayDay } from '../../base/time.ts'
import { acceptedByBenjaminiHochberg } from '../../stats/benjamini-hochberg.ts'
import { type ChangePoint, findChangePoint } from '../../stats/change-point.ts'
import type { DriverCount, DriverKind } from './find-drivers.ts'
import type { Onset } from './find-onsets.ts'

/** Since when something goes with a cause, or why nobody can say. */
export type DriverOnset = Omit<Onset, 'cause'>

export type DatedDriver = Pick<DriverCount, 'kind' | 'attribute' | 'value' | 'cause'> & {
  readonly onset: Known<DriverOnset>
}

/** Contacts of a cause in a week: all in which such a thing could be, or (with a value) in which it was. */
export type DriverWeek = {
  readonly kind: DriverKind
  readonly attribute: string
  readonly value: string | null
  readonly week: string
  readonly cause: CauseId | null
  readonly contacts: number
}

const falseShare = 0.05
/** A value that first comes up this many weeks after the records begin was not there before. */
const lateWeeks = 3

const tooLittle = 'there are fewer than twelve weeks, or twenty contacts, to tell from'
const allAlong = 'no week stands out from which on it went with this cause more often'

/**
 * Finds, for each driver, the week from which on it went with its cause more often, or less: a step in its lift, that is in the
 * odds of the value among contacts of the cause over its odds among all, week by week, so that neither a busier cause nor a
 * more usual value is taken for an onset. The search is that of
 * `findOnsets`; of the onsets told, at most 5 % are expected to be chance.
 * Assumes: all rows of an attribute are given, and the first and the last week are cut off by the records.
 * Says why where it can't tell. Cost: O(rows + drivers × weeks²).
 */
export function findDriverOnsets(
  drivers: readonly Omit<DatedDriver, 'onset'>[],
  rows: readonly DriverWeek[],
): readonly DatedDriver[] {
  const tables = countByWeek(rows)
  const tested = drivers.map((driver) => ({ driver, ...testOne(driver, tables) }))
  const accepted = acceptedByBenjaminiHochberg(
    tested.flatMap(({ point }) => (isKnown(point) ? [point.pValue] : [])),
    falseShare,
  )
  return tested.map(({ driver: { kind, attribute, value, cause }, weeks, point, began }) => ({
    ...{ kind, attribute, value, cause },
    onset: !isKnown(point)
      ? point
      : point.pValue <= accepted
        ? toOnset(weeks, point)
        : cannotSay(began === null ? allAlong : sinceThere(began)),
  }))
}

function sinceThere(week: string): string {
  return `no week stands out since it first came up, in the week of ${sayDay(Date.parse(week))}`
}

function toOnset(weeks: readonly string[], { at, earliest, latest, ratio }: ChangePoint): DriverOnset {
  const named = (place: number) => weeks[place] ?? ''
  return { week: named(at), earliest: named(earliest), latest: named(latest), ratio }
}

/** Contacts by week of an attribute, of it and a cause, of a value, of a value and a cause. */
type Table = { readonly weeks: Map<string, number>; readonly counts: Map<string, Map<string, number>> }
type Tables = ReadonlyMap<string, Table>

function testOne({ kind, attribute, value, cause }: Omit<DatedDriver, 'onset'>, tables: Tables) {
  const table = tables.get(JSON.stringify([kind, attribute]))
  const weeks = [...(table?.weeks.keys() ?? [])].sort(compareText).slice(1, -1)
  const of = (key: string) => table?.counts.get(key) ?? new Map<string, number>()
  const both = of(JSON.stringify([value, cause]))
  const withValue = of(JSON.stringify([value, null]))
  const ofCause = of(JSON.stringify([null, cause]))
  const counts = weeks.map((week) => both.get(week) ?? 0)
  const totals = weeks.map((week) => ofCause.get(week) ?? 0)
  const odds = weeks.map((week) => {
    const value = withValue.get(week) ?? 0
    const others = (table?.weeks.get(week) ?? 0) - value
    return others > 0 ? value / others : 0
  })
  const first = weeks.findIndex((week) => (withValue.get(week) ?? 0) > 0)
  const point: Known<ChangePoint> = findChangePoint(counts, odds, totals) ?? cannotSay(tooLittle)
  return { weeks, point, began: first >= lateWeeks ? (weeks[first] ?? null) : null }
}

function countByWeek(rows: readonly DriverWeek[]): Tables {
  const tables = new Map<string, Table>()
  for (const { kind, attribute, value, week, cause, contacts } of rows) {
    const name = JSON.stringify([kind, attribute])
    const table = tables.get(name) ?? { weeks: new Map(), counts: new Map() }
    tables.set(name, table)
    const add = (key: string) => {
      const counts = table.counts.get(key) ?? new Map<string, number>()
      table.counts.set(key, counts)
      counts.set(week, (counts.get(week) ?? 0) + contacts)
    }
    if (value === null) {
      table.weeks.set(week, (table.weeks.get(week) ?? 0) + contacts)
      add(JSON.stringify([null, cause]))
    } else {
      add(JSON.stringify([value, null]))
      if (cause !== null) add(JSON.stringify([value, cause]))
    }
  }
  return tables
}
