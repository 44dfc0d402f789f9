import { causeDecisionsOf, linkDecisionsOf } from '../../core/causes/decisions/ruling.ts'
import {
  type Learned,
  prepareUnderstanding,
  rememberTexts,
  withCorrections,
} from '../../core/causes/prepare-understanding.ts'
import type { Understanding } from '../../core/causes/read-customer.ts'
import { listCorrectionsAt } from '../../store/corrections.ts'
import type { ReadingState } from '../../store/readings.ts'
import { countRulingsEver, listRulings } from '../../store/rulings.ts'
import type { Scope } from '../../store/scope.ts'
import { findWorkspace } from '../../store/workspaces.ts'
import { keptByWorkspace } from '../running/kept-by-workspace.ts'
import type { Service } from '../service.ts'
import { findLearned } from './find-learned.ts'

/** Characters of texts that are remembered with what was read of them: by who shows customers, and by who reads what is new. */
const shownRemembered = 1_000_000
const readRemembered = 8_000_000

/** Preparing costs more than using it, so what is in force is kept. */
const current = keptByWorkspace<Understanding>()
const ofReadings = keptByWorkspace<Understanding>()

/** Understands texts as the current reading did, and as people have ruled since. */
export async function currentUnderstanding({ store, words }: Service, scope: Scope): Promise<Understanding> {
  const [workspace, ruled] = await Promise.all([
    findWorkspace(store.pool, scope),
    countRulingsEver(store.pool, scope),
  ])
  return current({ store, scope, stamp: `${workspace?.readingId} ${ruled}` }, async () => {
    const [learned, rulings] = await Promise.all([
      findLearned(store.pool, scope),
      listRulings(store.pool, scope),
    ])
    const { causes = null, categorised = [], signals = [] } = learned ?? {}
    const decided = { decisions: causeDecisionsOf(rulings), links: linkDecisionsOf(rulings) }
    const understanding = prepareUnderstanding({ causes, categorised, signals, ...decided }, words)
    return rememberTexts(understanding, shownRemembered)
  })
}

/**
 * Understands texts as the reading does from its beginning on, so that all its customers are read alike, and remembers
 * them: a customer is read whole with each thing they say.
 */
export async function understandingOf(
  { store, words }: Service,
  scope: Scope,
  { id, startedAt }: Pick<ReadingState, 'id' | 'startedAt'>,
): Promise<Understanding> {
  return ofReadings({ store, scope, stamp: String(id) }, async () => {
    const learned = await findLearned(store.pool, scope, id)
    if (learned === null) throw new Error(`Our fault: reading ${id} has learned nothing`)
    return understandingBy({ store, words }, scope, { learned, startedAt })
  })
}

/** The same, not kept, for whoever makes the reading. */
export async function understandingBy(
  { store, words }: Pick<Service, 'store' | 'words'>,
  scope: Scope,
  { learned, startedAt }: Pick<ReadingState, 'startedAt'> & { readonly learned: Learned },
): Promise<Understanding> {
  return withCorrections(
    rememberTexts(prepareUnderstanding(learned, words), readRemembered),
    await listCorrectionsAt(store.pool, scope, startedAt),
  )
}
