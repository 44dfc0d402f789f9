import { causeDecisionsOf, linkDecisionsOf } from '../../core/causes/decisions/ruling.ts'
import { prepareUnderstanding } from '../../core/causes/prepare-understanding.ts'
import type { Understanding } from '../../core/causes/read-customer.ts'
import { countRulingsEver, listRulings } from '../../store/rulings.ts'
import type { Scope } from '../../store/scope.ts'
import { findWorkspace } from '../../store/workspaces.ts'
import type { Service } from '../service.ts'
import { findLearned } from './find-learned.ts'

type Prepared = { readonly stamp: string; readonly understanding: Understanding }

/** Preparing costs more than using it, so what is in force is kept, a workspace each. */
const prepared = new WeakMap<Service['store'], Map<Scope, Prepared>>()

/** Understands texts as the current reading did, and as people have ruled since. */
export async function currentUnderstanding({ store, words }: Service, scope: Scope): Promise<Understanding> {
  const ofStore = prepared.get(store) ?? new Map<Scope, Prepared>()
  prepared.set(store, ofStore)
  const [workspace, ruled] = await Promise.all([
    findWorkspace(store.pool, scope),
    countRulingsEver(store.pool, scope),
  ])
  const stamp = `${workspace?.readingId} ${ruled}`
  const known = ofStore.get(scope)
  if (known?.stamp === stamp) return known.understanding
  const [learned, rulings] = await Promise.all([
    findLearned(store.pool, scope),
    listRulings(store.pool, scope),
  ])
  const { causes = null, categorised = [], signals = [] } = learned ?? {}
  const decided = { decisions: causeDecisionsOf(rulings), links: linkDecisionsOf(rulings) }
  const understanding = prepareUnderstanding({ causes, categorised, signals, ...decided }, words)
  ofStore.set(scope, { stamp, understanding })
  return understanding
}
