import { prepareUnderstanding } from '../../core/causes/prepare-understanding.ts'
import type { Understanding } from '../../core/causes/read-customer.ts'
import type { Scope } from '../../store/scope.ts'
import { findWorkspace } from '../../store/workspaces.ts'
import type { Service } from '../service.ts'
import { findLearned } from './find-learned.ts'

type Prepared = { readonly readingId: number | null; readonly understanding: Understanding }

/** Preparing costs more than using it, so what is in force is kept, a workspace each. */
const prepared = new WeakMap<Service['store'], Map<Scope, Prepared>>()

/** Understands texts as the current reading did. */
export async function currentUnderstanding({ store, words }: Service, scope: Scope): Promise<Understanding> {
  const ofStore = prepared.get(store) ?? new Map<Scope, Prepared>()
  prepared.set(store, ofStore)
  const readingId = (await findWorkspace(store.pool, scope))?.readingId ?? null
  const known = ofStore.get(scope)
  if (known?.readingId === readingId) return known.understanding
  const learned = await findLearned(store.pool, scope)
  const understanding = prepareUnderstanding(
    learned ?? { causes: null, categorised: [], decisions: [], links: [] },
    words,
  )
  ofStore.set(scope, { readingId, understanding })
  return understanding
}
