import { z } from 'zod'
import type { Task } from '../jobs/tasks.ts'
import { queueReadAgain, queueReadNew } from './queue.ts'
import { readNew } from './read-new.ts'
import { queueFiguresSoon } from './refresh-tasks.ts'

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
