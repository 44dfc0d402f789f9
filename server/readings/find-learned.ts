import type { Learned } from '../../core/causes/prepare-understanding.ts'
import type { Client } from '../../store/postgres/client.ts'
import { findCauseModel } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'

/** What a reading learned before it began, the current one where none is named; null where an earlier version learned otherwise. */
export async function findLearned(client: Client, scope: Scope, readingId?: number): Promise<Learned | null> {
  const learned = await findCauseModel(client, scope, readingId)
  return isLearned(learned) ? learned : null
}

/** Written by ourselves only, and large: its outline is checked, not each number. */
function isLearned(document: unknown): document is Learned {
  return typeof document === 'object' && document !== null && 'causes' in document && 'decisions' in document
}
