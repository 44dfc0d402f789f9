import type { CustomerId } from '../../core/base/ids.ts'
import { compareText } from '../../core/base/order.ts'
import { type Memory, startMemory } from '../../core/base/remember.ts'
import { type CustomerReading, readCustomer, type Understanding } from '../../core/causes/read-customer.ts'
import { itemsOf, type KeptItem, type PoolFloor } from '../../core/causes/tallies/keep-items.ts'
import { differenceOf } from '../../core/causes/tally.ts'
import { startCounting } from '../../core/causes/tally-customer.ts'
import { defaultSettings } from '../../core/issues/settings.ts'
import { compareRanked } from '../../core/stats/best-of.ts'
import { listPoolFloors, removeKeptItems, saveKeptItems } from '../../store/kept-items.ts'
import { type Connection, withoutWaiting } from '../../store/postgres/client.ts'
import { type ReadRows, removeReadRows } from '../../store/remove-read.ts'
import type { Scope } from '../../store/scope.ts'
import { saveTallyPart } from '../../store/tally-parts.ts'
import {
  listSeenInteractions,
  removeUnread,
  type SeenIdentity,
  type SeenInteraction,
} from '../../store/unread.ts'
import { understandRecord } from '../endpoint/understand-record.ts'
import { isPerson } from '../imports/place-facts.ts'
import type { StoredRecord } from '../readings/group-by-customer.ts'
import { addRows, noRows, saveReadRows } from '../readings/save-customers.ts'

export type ToMove = {
  readonly readingId: number
  /** All identities of the customers to read, now and before. */
  readonly seen: readonly SeenIdentity[]
  readonly understanding: Understanding
}

/** One side of a difference: customers read, added up, and what is kept of them. */
type Side = {
  readonly counts: ReturnType<ReturnType<typeof startCounting>['result']>
  readonly rows: ReadRows
  readonly items: readonly KeptItem[]
}

type Floors = ReadonlyMap<string, PoolFloor>

/** Moves a reading by the difference between customers as it knows them and as they are. Call it in a transaction of one snapshot. */
export async function moveReading(
  client: Connection,
  scope: Scope,
  { readingId, seen, understanding }: ToMove,
): Promise<void> {
  // Rows and word of what is unread go together: what a power cut undoes is read again.
  await withoutWaiting(client)
  const identities = seen.map(({ identity }) => identity)
  const interactions = await listSeenInteractions(client, scope, { readingId, seen })
  const owners = new Map(seen.map((one) => [one.identity, one]))
  const ownerThen = ({ identity, customer }: SeenInteraction) => owners.get(identity)?.wasCustomer ?? customer
  const then = interactions.filter(({ wasRead }) => wasRead)
  const now = interactions.filter(({ counts }) => counts)
  const floors: Floors = new Map(
    (await listPoolFloors(client, scope, readingId)).map((floor) => [floor.pool, floor]),
  )
  const readAs = (records: readonly StoredRecord[]) =>
    readAll(client, scope, records, { understanding, floors })
  const before = await readAs(recordsOf(then, ownerThen))
  const after = await readAs(recordsOf(now, ({ customer }) => customer))
  const counts = differenceOf(after.counts, before.counts)
  await saveTallyPart(client, scope, { readingId, partition: null, counts })
  await moveRows(client, scope, { readingId, before: before.rows, after: after.rows })
  await moveItems(client, scope, { readingId, before: before.items, after: after.items })
  await removeUnread(client, scope, { readingId, identities })
}

function recordsOf(
  interactions: readonly SeenInteraction[],
  ownerOf: (interaction: SeenInteraction) => CustomerId,
): readonly StoredRecord[] {
  return [...Map.groupBy(interactions, ownerOf)]
    .sort(([left], [right]) => compareText(left, right))
    .map(([customer, own]) => ({ customer, isKnown: isPerson(customer), interactions: own }))
}

type By = { readonly understanding: Understanding; readonly floors: Floors }

async function readAll(
  client: Connection,
  scope: Scope,
  records: readonly StoredRecord[],
  { understanding, floors }: By,
): Promise<Side> {
  const counting = startCounting()
  const rows = noRows()
  const items: KeptItem[] = []
  for (const record of records) {
    const reading = await readOne(client, scope, record, understanding)
    counting.add(reading)
    addRows(rows, record, reading)
    items.push(...itemsWithin(floors, reading))
  }
  return { counts: counting.result(), rows, items }
}

/** Interactions whose customers' readings are remembered: who says one thing says another soon. */
const mostRemembered = 60_000

const remembered = new WeakMap<Understanding, Memory<CustomerReading>>()

/** Facts don't change under their id, so that what was read of the same ones is what would be read of them now. */
async function readOne(
  client: Connection,
  scope: Scope,
  record: StoredRecord,
  understanding: Understanding,
): Promise<CustomerReading> {
  const settings = defaultSettings
  const own = await understandRecord(client, scope, { understanding, settings }, record)
  // What an endpoint said of a customer's reasons may have come since.
  if (own !== understanding) return readCustomer(record, own, settings)
  const memory = remembered.get(understanding) ?? startMemory<CustomerReading>(mostRemembered)
  remembered.set(understanding, memory)
  const key = [record.customer, ...record.interactions.map(({ id }) => id)].join(' ')
  const known = memory.recall(key)
  if (known !== undefined) return known
  const reading = readCustomer(record, understanding, settings)
  memory.keep(key, reading, record.interactions.length)
  return reading
}

/** What may be kept of a customer: beyond a pool's floor nothing is, now or before. */
function itemsWithin(floors: Floors, reading: CustomerReading): readonly KeptItem[] {
  const items = itemsOf(reading, (pool, rank) => rank <= (floors.get(pool)?.rank ?? rank))
  return items.filter((item) => {
    const floor = floors.get(item.pool)
    return floor === undefined || compareRanked(item, floor) <= 0
  })
}

type Moved<T> = { readonly readingId: number; readonly before: T; readonly after: T }

async function moveRows(client: Connection, scope: Scope, { readingId, before, after }: Moved<ReadRows>) {
  const contacts = differ(before.contacts, after.contacts)
  const issues = differ(before.issues, after.issues)
  const signals = differ(before.signals, after.signals)
  const cases = differ(before.cases, after.cases)
  await removeReadRows(client, scope, {
    readingId,
    contacts: contacts.gone,
    issues: issues.gone,
    signals: signals.gone,
    cases: cases.gone,
  })
  await saveReadRows(client, scope, {
    readingId,
    contacts: contacts.came,
    issues: issues.came,
    signals: signals.came,
    cases: cases.came,
  })
}

async function moveItems(
  client: Connection,
  scope: Scope,
  { readingId, before, after }: Moved<readonly KeptItem[]>,
) {
  const { gone, came } = differ(before, after)
  await removeKeptItems(client, scope, { readingId, items: gone })
  await saveKeptItems(client, scope, { readingId, items: came })
}

/** What is on one side alone; most of a customer stays as it was. */
function differ<T>(before: readonly T[], after: readonly T[]): { gone: readonly T[]; came: readonly T[] } {
  const [then, now] = [before, after].map((side) => new Map(side.map((one) => [JSON.stringify(one), one])))
  return {
    gone: [...(then ?? [])].filter(([key]) => !now?.has(key)).map(([, one]) => one),
    came: [...(now ?? [])].filter(([key]) => !then?.has(key)).map(([, one]) => one),
  }
}
