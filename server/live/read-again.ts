import { dayMs } from '../../core/base/time.ts'
import { findReadingState } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import type { Task } from '../jobs/tasks.ts'
import { readDocuments } from '../reports/read-documents.ts'
import type { Service } from '../service.ts'
import { rereadWorkspace } from './reread-workspace.ts'

/** Reads a workspace anew where that is still due when the job's turn comes. */
export const readAgain: Task = async (service, scope) => {
  if (await isDue(service, scope)) await rereadWorkspace(service, scope, () => {})
}

async function isDue(service: Service, scope: Scope): Promise<boolean> {
  const reading = await findReadingState(service.store.pool, scope)
  if (reading === null || reading.isBehind) return true
  const { report } = await readDocuments(service, scope)
  return report.counts.interactions >= 2 * reading.facts || service.now() - reading.startedAt >= dayMs
}
