import { dayMs } from '../../core/base/time.ts'
import type { Scope } from '../../store/scope.ts'
import type { Task } from '../jobs/tasks.ts'
import type { Service } from '../service.ts'
import { queueFollowIssues, queueReadAgain } from './queue.ts'
import { refreshFigures } from './refresh-figures.ts'

/** Following all issues takes longer the more there are; it may take a tenth of the time. */
const restPerWork = 9

/** When following issues may be done next, by workspace; a worker knows only of what it did itself. */
const restsUntil = new WeakMap<Service['store'], Map<Scope, number>>()

/** Writes the figures; what takes a pass over all issues is followed when it is due. */
export const refreshFiguresTask: Task = async (service, scope) => {
  const refreshed = await refreshFigures(service, scope, 'as last')
  if (refreshed === null) return
  const { pool } = service.store
  const now = service.now()
  await queueFollowIssues(pool, scope, Math.max(now, restsUntil.get(service.store)?.get(scope) ?? 0))
  const { facts, startedAt } = refreshed.reading
  const { interactions } = refreshed.documents.report.counts
  // What a reading learned of the whole workspace grows old: with twice the facts, and with a day.
  if (interactions >= 2 * facts || now - startedAt >= dayMs) await queueReadAgain(pool, scope)
}

export const followIssuesTask: Task = async (service, scope) => {
  const started = performance.now()
  await refreshFigures(service, scope, 'anew')
  const took = performance.now() - started
  const ofStore = restsUntil.get(service.store) ?? new Map<Scope, number>()
  ofStore.set(scope, service.now() + restPerWork * took)
  restsUntil.set(service.store, ofStore)
}
