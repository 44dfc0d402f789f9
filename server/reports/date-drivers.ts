import {
  type DatedDriver,
  type DriverWeek,
  findDriverOnsets,
} from '../../core/causes/drivers/find-driver-onsets.ts'
import type { Driver } from '../../core/causes/drivers/find-drivers.ts'
import { type MarkKind, writeMark } from '../../core/causes/drivers/find-marks.ts'
import { listMarkWeeks, listValueWeeks } from '../../store/driver-weeks.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'

/** The strongest of each cause are dated; a log may have hundreds. */
export const datedPerCause = 20

/** Says since when the strongest drivers of each cause go with it: two passes over the contacts. */
export async function dateDrivers(
  client: Connection,
  scope: Scope,
  { readingId, drivers }: { readonly readingId: number; readonly drivers: readonly Driver[] },
): Promise<readonly DatedDriver[]> {
  const asked = strongestOf(drivers)
  const carried = asked.flatMap((driver) => (markKindOf(driver) === null ? [driver] : []))
  const happened = asked.flatMap((driver) => {
    const kind = markKindOf(driver)
    return kind === null ? [] : [{ ...driver, kind }]
  })
  const rows = [
    ...(await listCarried(client, scope, { readingId, drivers: carried })),
    ...(await listHappened(client, scope, { readingId, marks: happened })),
  ]
  return findDriverOnsets(asked, rows)
}

/** Null for what the opener of a contact carries. */
export function markKindOf({ kind }: Pick<Driver, 'kind'>): MarkKind | null {
  return kind === 'step' || kind === 'rule' || kind === 'before' ? kind : null
}

function strongestOf(drivers: readonly Driver[]): readonly Driver[] {
  return [...Map.groupBy(drivers, ({ cause }) => cause).values()].flatMap((own) =>
    own.slice(0, datedPerCause),
  )
}

type OfReading = { readonly readingId: number }

async function listCarried(
  client: Connection,
  scope: Scope,
  { readingId, drivers }: OfReading & { readonly drivers: readonly Driver[] },
): Promise<DriverWeek[]> {
  if (drivers.length === 0) return []
  const kinds = new Map(drivers.map(({ kind, attribute }) => [attribute, kind]))
  const wanted = [...new Map(drivers.map((driver) => [nameOf(driver), driver])).values()]
  const rows = await listValueWeeks(client, scope, { readingId, wanted })
  return rows.flatMap((row) => {
    const week = { ...row, kind: kinds.get(row.attribute) ?? 'attribute' }
    return row.value === null ? [week] : [week, { ...week, value: null }]
  })
}

function nameOf({ attribute, value }: Driver): string {
  return JSON.stringify([attribute, value])
}

type Happened = { readonly kind: MarkKind; readonly attribute: string; readonly value: string }

async function listHappened(
  client: Connection,
  scope: Scope,
  { readingId, marks }: OfReading & { readonly marks: readonly Happened[] },
): Promise<DriverWeek[]> {
  if (marks.length === 0) return []
  const wanted = marks.flatMap(({ kind, attribute, value }) => [
    { kind, attribute, value },
    { kind, attribute, value: null },
  ])
  const named = new Map(wanted.map((mark) => [writeMark(mark), mark]))
  const rows = await listMarkWeeks(client, scope, { readingId, marks: [...named.keys()] })
  return rows.flatMap(({ mark, ...row }) => {
    const known = named.get(mark)
    return known === undefined ? [] : [{ ...row, ...known }]
  })
}
