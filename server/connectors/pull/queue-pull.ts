import { addJob } from '../../../store/jobs.ts'
import type { Client } from '../../../store/postgres/client.ts'
import type { Scope } from '../../../store/scope.ts'

/** Fetching can take long, and what waits for it is not what somebody looks at: it comes after all else. */
export function queuePull(client: Client, scope: Scope, id: string): Promise<void> {
  return addJob(client, {
    task: 'pull-connector',
    payload: { workspace: scope, id },
    key: `pull-connector ${id}`,
    priority: 5,
  })
}
