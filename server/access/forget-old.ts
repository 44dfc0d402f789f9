import { dayMs, type Instant } from '../../core/base/time.ts'
import { eraseOlder } from '../../store/erase.ts'
import { withWorkspaceLock } from '../../store/locks.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { findKeepDays } from '../../store/workspaces.ts'
import { queueForgetOld, queueReadAgain } from '../live/queue.ts'
import type { Service } from '../service.ts'

/** Erases the interactions that are older than a workspace keeps them; returns how many. A new reading begins after. */
export async function forgetOld(service: Service, scope: Scope): Promise<number> {
  const { store, now } = service
  const keepDays = await findKeepDays(store.pool, scope)
  if (keepDays === null) return 0
  const before = startOfKept(now(), keepDays)
  const erased = await withWorkspaceLock(store.pool, scope, {
    onWait: () => {},
    work: () => inTransaction(store.pool, (client) => eraseOlder(client, scope, before)),
  })
  if (erased > 0) await queueReadAgain(store.pool, scope)
  return erased
}

/** What was before goes, where interactions are kept for so many days. */
export function startOfKept(now: Instant, keepDays: number): Instant {
  return now - keepDays * dayMs
}

/** The daily round; it comes again as long as the workspace keeps facts for a time only. */
export async function forgetOldTask(service: Service, scope: Scope): Promise<void> {
  if ((await findKeepDays(service.store.pool, scope)) === null) return
  await forgetOld(service, scope)
  await queueForgetOld(service.store.pool, scope, service.now() + dayMs)
}
