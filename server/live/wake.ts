import type { Scope } from '../../store/scope.ts'
import { listUnreadShares } from '../../store/unread.ts'
import { sayError } from '../running/say-error.ts'
import type { Service } from '../service.ts'
import { queueReadNew } from './queue.ts'

/** Workspaces in which something was kept that no job was queued for yet. */
const waiting = new WeakMap<Service['store'], Set<Scope>>()
const afterMs = 200

/**
 * Has what was just kept read soon. Many requests share one job; a job that could not be queued is queued by whoever
 * sweeps, because what is unread is in the store.
 */
export function wakeReaders({ store, log }: Pick<Service, 'store' | 'log'>, scope: Scope): void {
  const known = waiting.get(store)
  if (known !== undefined) {
    known.add(scope)
    return
  }
  const woken = new Set([scope])
  waiting.set(store, woken)
  setTimeout(async () => {
    waiting.delete(store)
    try {
      for (const one of woken) {
        for (const share of await listUnreadShares(store.pool, one))
          await queueReadNew(store.pool, one, share)
      }
    } catch (error) {
      log.warn({ job: 'wake', error: sayError(error) })
    }
  }, afterMs).unref()
}
