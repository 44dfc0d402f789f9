import type pg from 'pg'
import { invariant } from '../core/base/invariant.ts'
import { type Connection, inTransactionAfter } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** Locks of a workspace's work, apart from locks for other purposes. */
const workLock = 7102028

/**
 * Lets one process at a time read into a workspace, on whatever machine; the others wait, once `onWait` is called. The lock goes with its
 * connection, so that a killed process holds nobody up.
 */
export async function withWorkspaceLock<T>(
  pool: pg.Pool,
  scope: Scope,
  { onWait, work }: { onWait: () => void; work: () => Promise<T> },
): Promise<T> {
  const wait = async (client: Connection) => {
    onWait()
    await client.query('select pg_advisory_lock($1, $2)', [workLock, scope])
    return true
  }
  const done = await withLock(pool, { space: workLock, key: scope }, { wait, work })
  invariant(done, 'who waits gets the lock')
  return done.result
}

/** The same where there is no hurry: somebody who reads already does what is to be done. */
export async function unlessReading(pool: pg.Pool, scope: Scope, work: () => Promise<void>): Promise<void> {
  await withLock(pool, { space: workLock, key: scope }, { wait: goOn, work })
}

const connectorLock = 7102032

/** Does the work unless somebody else, in whatever process, is at the same work; says whether it was done. */
export async function whileAlone(pool: pg.Pool, what: string, work: () => Promise<void>): Promise<boolean> {
  return (await withLock(pool, { space: connectorLock, key: what }, { wait: goOn, work })) !== null
}

const goOn = async () => false

type Locked<T> = {
  /** Whether to work after all when somebody else has the lock. */
  wait(client: Connection): Promise<boolean>
  work(): Promise<T>
}

/** Null when it was not worked, because somebody else has the lock. */
async function withLock<T>(
  pool: pg.Pool,
  { space, key }: { readonly space: number; readonly key: number | string },
  { wait, work }: Locked<T>,
): Promise<{ readonly result: T } | null> {
  const client = await pool.connect()
  const place = typeof key === 'number' ? '$1, $2' : '$1, hashtext($2)'
  let isHeld = false
  try {
    const { rows } = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(${place}) as free`, [
      space,
      key,
    ])
    isHeld = rows[0]?.free === true || (await wait(client))
    return isHeld ? { result: await work() } : null
  } finally {
    if (isHeld) await client.query(`select pg_advisory_unlock(${place})`, [space, key]).catch(() => {})
    client.release()
  }
}

const liveLock = 7102029

/** A transaction that keeps facts as they happen: until it ends, no reading of the workspace begins. */
export function keepingFacts<T>(
  keepers: pg.Pool,
  scope: Scope,
  work: (client: Connection, commit: () => void) => Promise<T>,
): Promise<T> {
  return inTransactionAfter(
    keepers,
    `select pg_advisory_xact_lock_shared(${liveLock}, ${Number(scope)})`,
    work,
  )
}

/** Waits until all facts that are being kept are kept. What comes after this transaction knows what it began. */
export async function awaitFacts(client: Connection, scope: Scope): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, $2)', [liveLock, scope])
}

const identityLock = 7102031

/** Lets one transaction at a time say which identities are one person. */
export async function lockIdentities(client: Connection, scope: Scope): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, $2)', [identityLock, scope])
}

const currentLock = 7102033

/** Waits until nobody brings the current reading up to date, and keeps them from it until this transaction ends. */
export async function holdUpdates(client: Connection, scope: Scope): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, $2)', [currentLock, scope])
}

const customerLock = 7102035
const figuresLock = 7102034

/**
 * Works with the current reading, on a connection of its own; nobody makes another one current meanwhile. What is locked
 * or set by this connection goes free at the end, or with the process.
 */
export async function withCurrentReading<T>(
  pool: pg.Pool,
  scope: Scope,
  work: (client: Connection) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('select pg_advisory_lock_shared($1, $2)', [currentLock, scope])
    return await work(client)
  } finally {
    await client.query('select pg_advisory_unlock_all(); reset all').catch((lost: Error) => {
      broken = lost
    })
    client.release(broken)
  }
}

/** Takes those of the customers that nobody else is working on, on whatever machine. */
export async function lockFreeCustomers(
  client: Connection,
  scope: Scope,
  customers: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ customer: string }>(
    `select customer from unnest($2::text[]) customer
     where pg_try_advisory_lock($3, hashtext($1::text || ' ' || customer))`,
    [scope, customers, customerLock],
  )
  return new Set(rows.map(({ customer }) => customer))
}

/** Lets one connection at a time add a reading up. */
export async function lockFigures(client: Connection, scope: Scope): Promise<void> {
  await client.query('select pg_advisory_lock($1, $2)', [figuresLock, scope])
}
