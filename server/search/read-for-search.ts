import { maskText } from '../../core/text/mask.ts'
import { inTransaction, withoutWaiting } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import {
  type DueText,
  findSearchState,
  saveSearchTexts,
  settleSearch,
  takeDueTexts,
} from '../../store/search/due.ts'
import { listUnreadShares } from '../../store/unread.ts'
import type { Task } from '../jobs/tasks.ts'
import { startPace } from '../live/pace.ts'
import { queueSearch } from '../live/queue.ts'
import type { Service } from '../service.ts'

/** Fewer that wait are left to the next sweep: read a few at a time, each would cost more. */
const many = 1000

const mostAtOnce = 5000
/** While more comes in it takes little at once, and a fifth of the time. */
const fewAtOnce = 1000
const beside = startPace(4)

/**
 * Brings search up to date with some of the texts that wait, and has the rest done by another job, so that whoever stops
 * the server need not wait for all. Each batch is kept whole or not at all; several may work at once.
 */
export const readForSearchTask: Task = async (service, scope) => {
  const { pool } = service.store
  const at = beside.nextAt(service, scope)
  const isStreaming = (await listUnreadShares(pool, scope)).length > 0
  if (isStreaming && at > service.now()) return queueSearch(pool, scope, at)
  await beside.work(service, scope, () => readSome(service, scope, isStreaming ? fewAtOnce : mostAtOnce))
  const { waiting } = await findSearchState(pool, scope)
  if (waiting >= many) await queueSearch(pool, scope)
  else if (waiting === 0) await settleSearch(pool)
}

function readSome({ store }: Service, scope: Scope, most: number): Promise<void> {
  return inTransaction(store.pool, async (client) => {
    await withoutWaiting(client)
    await saveSearchTexts(client, scope, (await takeDueTexts(client, scope, most)).map(mask))
  })
}

function mask(text: DueText): DueText {
  return { ...text, text: maskText(text.text) }
}
