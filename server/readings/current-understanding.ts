import type { CauseModel } from '../../core/causes/cause-model.ts'
import { prepareUnderstanding } from '../../core/causes/prepare-understanding.ts'
import type { Understanding } from '../../core/causes/read-customer.ts'
import { findReading } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { findWorkspace } from '../../store/workspaces.ts'
import type { Service } from '../service.ts'

/** Preparing a model costs more than using it, so the one in force is kept, a workspace each. */
const prepared = new WeakMap<
  Service['store'],
  Map<Scope, { readingId: number; understanding: Understanding | null }>
>()

/** Understands texts as the current reading did; null when it found no causes in words. */
export async function currentUnderstanding(
  { store, words }: Service,
  scope: Scope,
): Promise<Understanding | null> {
  const ofStore = prepared.get(store) ?? new Map()
  prepared.set(store, ofStore)
  const readingId = (await findWorkspace(store.pool, scope))?.readingId ?? 0
  const known = ofStore.get(scope)
  if (known?.readingId === readingId) return known.understanding
  const model = (await findReading(store.pool, scope))?.causeModel ?? null
  const understanding = isModel(model) ? prepareUnderstanding(model, words) : null
  ofStore.set(scope, { readingId, understanding })
  return understanding
}

function isModel(document: unknown): document is CauseModel {
  return typeof document === 'object' && document !== null && 'centroids' in document
}
