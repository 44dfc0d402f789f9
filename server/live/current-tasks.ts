import { z } from 'zod'
import type { Scope } from '../../store/scope.ts'
import type { Task } from '../jobs/tasks.ts'
import type { Service } from '../service.ts'
import { startPace } from './pace.ts'
import { queueFigures, queueFollowIssues, queueReadAgain, queueReadNew } from './queue.ts'
import { isOld } from './read-again.ts'
import { readNew } from './read-new.ts'
import { refreshFigures } from './refresh-figures.ts'

const payloadSchema = z.object({ share: z.int() })

/** Rounds in one job; then others have their turn. */
const mostRounds = 20

/** Reads what is new in a share of a workspace, then has its figures written. */
export const readNewTask: Task = async (service, scope, payload) => {
  const { share } = payloadSchema.parse(payload)
  const { pool } = service.store
  let hasRead = false
  for (let round = 0; round < mostRounds; round++) {
    const outcome = await readNew(service, scope, share)
    if (outcome === 'read again') return queueReadAgain(pool, scope)
    hasRead ||= outcome !== 'nothing' && outcome !== 'busy'
    if (outcome === 'more' && round < mostRounds - 1) continue
    if (outcome === 'more' || outcome === 'busy') await queueReadNew(pool, scope, share)
    break
  }
  if (hasRead) await queueFiguresSoon(service, scope)
}

/** Writing figures takes longer the more causes there are; it may take a fifth of the time. */
const figures = startPace(4)
/** Following all issues takes longer the more there are; it may take a tenth of the time. */
const following = startPace(9)

/** Figures follow what was read after this long, so that many readings share one writing. */
const figuresAfterMs = 300

function queueFiguresSoon(service: Service, scope: Scope): Promise<void> {
  const soon = service.now() + figuresAfterMs
  return queueFigures(service.store.pool, scope, Math.max(soon, figures.nextAt(service, scope)))
}

/** Writes the figures; what takes a pass over all issues is followed when it is due. */
export const refreshFiguresTask: Task = async (service, scope) => {
  const { pool } = service.store
  const at = figures.nextAt(service, scope)
  if (at > service.now()) return queueFigures(pool, scope, at)
  const refreshed = await figures.work(service, scope, () => refreshFigures(service, scope, 'as last'))
  if (refreshed === null) return
  await queueFollowIssues(pool, scope, following.nextAt(service, scope))
  const { interactions } = refreshed.documents.report.counts
  if (isOld(refreshed.reading, interactions, service.now())) await queueReadAgain(pool, scope)
}

export const followIssuesTask: Task = async (service, scope) => {
  const at = following.nextAt(service, scope)
  if (at > service.now()) return queueFollowIssues(service.store.pool, scope, at)
  await following.work(service, scope, () => refreshFigures(service, scope, 'anew'))
}
