import type { Scope } from '../../store/scope.ts'
import { listUnreadShares } from '../../store/unread.ts'
import { sayError } from '../running/say-error.ts'
import type { Service } from '../service.ts'
import { queueReadNew } from './queue.ts'

/** Workspaces in which something was kept that no job was queued for yet. */
const waiting = new WeakMap<Service['store'], Set<Scope>>()
/** When readers were woken last. */
const wokenAt = new WeakMap<Service['store'], number>()

/** What comes alone is read at once. What comes in a stream is read by the second: each reading has its own fixed cost. */
const soonMs = 200
const restMs = 900

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
  const rested = (wokenAt.get(store) ?? Number.NEGATIVE_INFINITY) + restMs - performance.now()
  setTimeout(
    async () => {
      waiting.delete(store)
      wokenAt.set(store, performance.now())
      try {
        for (const one of woken) {
          for (const share of await listUnreadShares(store.pool, one))
            await queueReadNew(store.pool, one, share)
        }
      } catch (error) {
        log.warn({ job: 'wake', error: sayError(error) })
      }
    },
    Math.max(soonMs, rested),
  ).unref()
}
