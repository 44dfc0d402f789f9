import type pg from 'pg'
import type { Scope } from './scope.ts'

/** Locks of a workspace's work, apart from locks for other purposes. */
const workLock = 7102028

/**
 * Lets one process at a time read into a workspace, on whatever machine; the others wait. The lock goes with its
 * connection, so that a killed process holds nobody up.
 */
export async function withWorkspaceLock<T>(
  pool: pg.Pool,
  scope: Scope,
  { onWait, work }: { onWait: () => void; work: () => Promise<T> },
): Promise<T> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1, $2) as free', [
      workLock,
      scope,
    ])
    if (!rows[0]?.free) {
      onWait()
      await client.query('select pg_advisory_lock($1, $2)', [workLock, scope])
    }
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1, $2)', [workLock, scope]).catch(() => {})
    client.release()
  }
}
