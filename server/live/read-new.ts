import { setTimeout as pause } from 'node:timers/promises'
import type { CustomerId, Identity } from '../../core/base/ids.ts'
import { compareText } from '../../core/base/order.ts'
import type { Understanding } from '../../core/causes/read-customer.ts'
import { lockFreeCustomers, withCurrentReading } from '../../store/locks.ts'
import { type Connection, inSnapshotOn, joinByKey } from '../../store/postgres/client.ts'
import { findReadingState } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import {
  listIdentitiesAround,
  type Picked,
  pickUnread,
  type SeenIdentity,
  shareCount,
} from '../../store/unread.ts'
import { understandingOf } from '../readings/current-understanding.ts'
import type { Service } from '../service.ts'
import { moveReading } from './move-reading.ts'

/** Identities taken at once: enough to share the cost of a commit, few enough to be done in a moment. */
const most = 200

/** `read again`: there is no reading that can be brought up to date. `busy`: another worker has these customers. */
export type ReadNew = 'nothing' | 'done' | 'more' | 'busy' | 'read again'

/**
 * Brings the current reading up to date with some of what came or went since: only the customers that it touches are
 * read, once as the reading knows them and once as they are, and the reading moves by the difference. Any number of
 * workers may do this at the same time; one that is killed leaves everything as it was.
 */
export async function readNew(service: Service, scope: Scope, share: number): Promise<ReadNew> {
  const { pool } = service.store
  const reading = await findReadingState(pool, scope)
  if (reading === null || reading.isBehind) return 'read again'
  const picked = await pickInTurn(service.store, scope, { readingId: reading.id, share })
  if (picked.identities.length === 0) return 'nothing'
  const understanding = await understandingOf(service, scope, reading)
  const toRead = { readingId: reading.id, picked, understanding }
  return withCurrentReading(pool, scope, (client) =>
    readPicked(client, scope, { ...toRead, isCurrent: true }),
  )
}

/** Whom this process picked last, by workspace and share. */
const pickedLast = new WeakMap<Service['store'], Map<string, Identity>>()

/** Goes on behind those it picked last: who tells more and more does not keep others waiting. */
async function pickInTurn(
  store: Service['store'],
  scope: Scope,
  { readingId, share }: { readonly readingId: number; readonly share: number },
): Promise<Picked> {
  const last = pickedLast.get(store) ?? new Map<string, Identity>()
  pickedLast.set(store, last)
  const place = `${scope} ${share}`
  const picked = await pickUnread(store.pool, scope, { readingId, share, most, after: last.get(place) })
  const latest = picked.identities.at(-1)
  if (latest === undefined) last.delete(place)
  else last.set(place, latest)
  return picked
}

const busyMs = 50

/** The same, to its end, for a reading that is not current yet, by whoever makes it: once it is, little is unread to it. */
export async function catchUp(
  { store }: Pick<Service, 'store'>,
  scope: Scope,
  { readingId, understanding }: { readonly readingId: number; readonly understanding: Understanding },
): Promise<void> {
  for (let share = 0; share < shareCount; share++) {
    for (;;) {
      const picked = await pickUnread(store.pool, scope, { readingId, share, most })
      const toRead = { readingId, picked, understanding, isCurrent: false }
      const outcome =
        picked.identities.length === 0
          ? 'nothing'
          : await withCurrentReading(store.pool, scope, (client) => readPicked(client, scope, toRead))
      if (outcome === 'busy') await pause(busyMs)
      else if (outcome !== 'more') break
    }
  }
}

type ToRead = Omit<Move, 'free'> & { readonly isCurrent: boolean }

async function readPicked(
  client: Connection,
  scope: Scope,
  toRead: ToRead,
): Promise<'busy' | 'done' | 'more'> {
  const { readingId, picked } = toRead
  await joinByKey(client)
  const touched = await spread(client, scope, { readingId, identities: picked.identities })
  const free = await lockFreeCustomers(client, scope, customersOf(touched))
  const moved = await move(client, scope, { ...toRead, free })
  if (moved === 0) return 'busy'
  return picked.areAll ? 'done' : 'more'
}

type Move = {
  readonly readingId: number
  readonly picked: Picked
  /** Customers that are ours to read. */
  readonly free: ReadonlySet<string>
  readonly understanding: Understanding
}

/** In one transaction of one snapshot; returns how many identities were read. */
async function move(
  client: Connection,
  scope: Scope,
  { readingId, picked, free, understanding, isCurrent }: Move & Pick<ToRead, 'isCurrent'>,
): Promise<number> {
  return inSnapshotOn(client, async () => {
    const current = await findReadingState(client, scope)
    const isSame = !isCurrent || (current?.id === readingId && !current.isBehind)
    const touched = isSame ? await spread(client, scope, { readingId, identities: picked.identities }) : []
    const ours = groupByPerson(touched).filter((group) => customersOf(group).every((one) => free.has(one)))
    if (ours.length > 0) await moveReading(client, scope, { readingId, seen: ours.flat(), understanding })
    return ours.length
  })
}

/** All identities of all customers that these belong or belonged to. */
async function spread(
  client: Parameters<typeof listIdentitiesAround>[0],
  scope: Scope,
  { readingId, identities }: { readingId: number; identities: readonly Identity[] },
): Promise<readonly SeenIdentity[]> {
  let wanted: readonly string[] = identities
  for (;;) {
    const seen = await listIdentitiesAround(client, scope, { readingId, identities: wanted })
    const all = [
      ...new Set(seen.flatMap(({ identity, customer, wasCustomer }) => [identity, customer, wasCustomer])),
    ]
    if (all.length === wanted.length) return seen
    wanted = all
  }
}

function customersOf(seen: readonly SeenIdentity[]): readonly CustomerId[] {
  return [...new Set(seen.flatMap(({ customer, wasCustomer }) => [customer, wasCustomer]))].sort(compareText)
}

/** Customers that share an identity, now or before, can only be read together. */
function groupByPerson(seen: readonly SeenIdentity[]): readonly (readonly SeenIdentity[])[] {
  const leaders = new Map<string, string>()
  const find = (one: string): string => {
    const leader = leaders.get(one) ?? one
    return leader === one ? one : find(leader)
  }
  for (const { customer, wasCustomer } of seen) leaders.set(find(customer), find(wasCustomer))
  return [...Map.groupBy(seen, ({ customer }) => find(customer)).values()]
}
