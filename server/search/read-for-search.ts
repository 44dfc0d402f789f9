import { maskText } from '../../core/text/mask.ts'
import { inTransaction, withoutWaiting } from '../../store/postgres/client.ts'
import {
  type DueText,
  findSearchState,
  saveSearchTexts,
  settleSearch,
  takeDueTexts,
} from '../../store/search/due.ts'
import type { Task } from '../jobs/tasks.ts'
import { queueSearch } from '../live/queue.ts'

/** Fewer that wait are left to the next sweep: read a few at a time, each would cost more. */
const many = 1000

/**
 * Brings search up to date with some of the texts that wait, and has the rest done by another job, so that whoever stops
 * the server need not wait for all. Each batch is kept whole or not at all; several may work at once.
 */
export const readForSearchTask: Task = async (service, scope) => {
  const { pool } = service.store
  await inTransaction(pool, async (client) => {
    await withoutWaiting(client)
    await saveSearchTexts(client, scope, (await takeDueTexts(client, scope)).map(mask))
  })
  const { waiting } = await findSearchState(pool, scope)
  if (waiting >= many) await queueSearch(pool, scope)
  else if (waiting === 0) await settleSearch(pool)
}

function mask(text: DueText): DueText {
  return { ...text, text: maskText(text.text) }
}
