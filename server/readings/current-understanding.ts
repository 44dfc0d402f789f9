import { type Learned, prepareUnderstanding } from '../../core/causes/prepare-understanding.ts'
import type { Understanding } from '../../core/causes/read-customer.ts'
import { findReading } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { findWorkspace } from '../../store/workspaces.ts'
import type { Service } from '../service.ts'

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
  const learned = (await findReading(store.pool, scope))?.causeModel
  const understanding = prepareUnderstanding(
    isLearned(learned) ? learned : { causes: null, categorised: [], decisions: [], links: [] },
    words,
  )
  ofStore.set(scope, { readingId, understanding })
  return understanding
}

/** Written by ourselves only, and large: its outline is checked, not each number. */
function isLearned(document: unknown): document is Learned {
  return typeof document === 'object' && document !== null && 'causes' in document && 'decisions' in document
}
