import { Logger, runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import type { Instant } from '../core/base/time.ts'
import { type Client, findOne, list, listOften } from './postgres/client.ts'

/** Work that any worker may do, on whatever machine; kept in PostgreSQL until it is done. */
export type Job = {
  readonly task: string
  readonly payload: Readonly<Record<string, unknown>>
  /** A job that waits under the same key already is not added twice. */
  readonly key?: string
  readonly runAt?: Instant | undefined
  /** The lower, the sooner. */
  readonly priority?: number
  /** A sweep finds it again, so that nobody waits until it is on disk. Not in a transaction that must be. */
  readonly isFoundAgain?: true
}

/** Makes the tables of graphile-worker, where they are not there yet. */
export async function makeQueue(client: Client, connection: pg.PoolConfig): Promise<void> {
  const found = await findOne(
    client,
    sql<{ isMade: boolean }>`select to_regclass('graphile_worker._private_jobs') is not null as "isMade"`,
  )
  if (found?.isMade) return
  const pool = openQueuePool(connection, 2)
  try {
    await runMigrations({ pgPool: pool, logger: silent })
  } finally {
    await pool.end()
  }
}

/** What it would say of its own accord; what became of a job is logged by whoever runs it. */
export const silent = new Logger(() => () => {})

/** graphile-worker expects values as `pg` gives them by itself. A job whose end a power cut undoes is done again. */
export function openQueuePool(connection: pg.PoolConfig, max: number): pg.Pool {
  const pool = new pg.Pool({ ...connection, max, options: '-c synchronous_commit=off' })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const withoutWaiting = sql`set_config('synchronous_commit', 'off', true)`

/** In a transaction, the job is there when the transaction is committed. */
export async function addJob(client: Client, job: Job): Promise<void> {
  const { task, payload, key = null, runAt = null, priority = 0, isFoundAgain = false } = job
  await listOften(
    client,
    sql`
    select ${isFoundAgain ? withoutWaiting : sql`null`}, graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, job_key := ${key},
      run_at := ${runAt === null ? null : new Date(runAt)}::timestamptz, priority := ${priority}::int,
      job_key_mode := 'preserve_run_at')`,
  )
}

export type QueueState = { readonly task: string; readonly due: number; readonly oldestSeconds: number }

/** What waits by now, by task, and for how long; what is for later does not count. */
export async function describeQueue(client: Client): Promise<QueueState[]> {
  return list(
    client,
    sql<QueueState>`
    select task_identifier as task, count(*) as due,
      extract(epoch from now() - min(run_at))::float8 as "oldestSeconds"
    from graphile_worker.jobs
    where run_at <= now() and locked_at is null and attempts < max_attempts
    group by task_identifier`,
  )
}
