import { prepareAssigner } from '../../core/causes/assign-cause.ts'
import type { CauseModel } from '../../core/causes/cause-model.ts'
import type { AssignCause } from '../../core/causes/read-customer.ts'
import { findReading } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { findWorkspace } from '../../store/workspaces.ts'
import type { Service } from '../service.ts'

/** Preparing a model costs more than using it, so the one in force is kept, a workspace each. */
const prepared = new WeakMap<
  Service['store'],
  Map<Scope, { readingId: number; assign: AssignCause | null }>
>()

/** Assigns causes as the current reading did; null when that found none in words. */
export async function currentAssigner({ store, words }: Service, scope: Scope): Promise<AssignCause | null> {
  const ofStore = prepared.get(store) ?? new Map()
  prepared.set(store, ofStore)
  const readingId = (await findWorkspace(store.pool, scope))?.readingId ?? 0
  const known = ofStore.get(scope)
  if (known?.readingId === readingId) return known.assign
  const model = (await findReading(store.pool, scope))?.causeModel ?? null
  const assign = isModel(model) ? prepareAssigner(model, words) : null
  ofStore.set(scope, { readingId, assign })
  return assign
}

function isModel(document: unknown): document is CauseModel {
  return typeof document === 'object' && document !== null && 'centroids' in document
}
