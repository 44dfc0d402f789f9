import { addJob } from '../../store/jobs.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'

/** Somebody waits for it: before all that is read. An answer that nobody queued is found by the sweep. */
export function queueAnswer(client: Client, scope: Scope, id: string): Promise<void> {
  return addJob(client, {
    task: 'send-answer',
    payload: { workspace: scope, id },
    key: `send-answer ${id}`,
    priority: -1,
  })
}
