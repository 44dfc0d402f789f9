import { dayMs, type Instant } from '../../core/base/time.ts'
import { unlessReading } from '../../store/locks.ts'
import { findReadingState, type ReadingState } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import type { Task } from '../jobs/tasks.ts'
import { readDocuments } from '../reports/read-documents.ts'
import type { Service } from '../service.ts'
import { readAnew } from './reread-workspace.ts'

/** Reading anew may take a tenth of the time. */
const restPerWork = 9

/** Reads a workspace anew where that is still due when the job's turn comes, and nobody does it already. */
export const readAgain: Task = (service, scope) =>
  unlessReading(service.store.pool, scope, async () => {
    if (await isDue(service, scope)) await readAnew(service, scope, () => {}, { isBeside: true })
  })

async function isDue(service: Service, scope: Scope): Promise<boolean> {
  const reading = await findReadingState(service.store.pool, scope)
  if (reading === null || reading.isBehind) return true
  const { report } = await readDocuments(service, scope)
  return isOld(reading, report.counts.interactions, service.now())
}

/** Whether what a reading learned of the whole workspace has grown old: with twice the facts, and with a day. */
export function isOld(
  { facts, startedAt, finishedAt }: ReadingState,
  interactions: number,
  now: Instant,
): boolean {
  if (now - startedAt >= dayMs) return true
  const done = finishedAt ?? startedAt
  return interactions >= 2 * facts && now - done >= restPerWork * (done - startedAt)
}
