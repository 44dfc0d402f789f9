import { causesOf } from '../../core/causes/decisions/cause-decision.ts'
import { causeDecisionsOf, linkDecisionsOf } from '../../core/causes/decisions/ruling.ts'
import type { Learned } from '../../core/causes/prepare-understanding.ts'
import { findCauses } from '../../core/causes/tree/find-causes.ts'
import type { ReadingSettings } from '../../core/issues/settings.ts'
import type { WordTable } from '../../core/text/word-table.ts'
import { countInteractions } from '../../store/interactions.ts'
import type { Store } from '../../store/open.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import { listRulings } from '../../store/rulings.ts'
import type { Scope } from '../../store/scope.ts'
import { hasCustomerTexts, listCategorisedSources } from '../../store/what-there-is.ts'
import { findGrain, saveGrain } from '../../store/workspaces.ts'
import { learnFromCorrections } from '../learning/learn-from-corrections.ts'
import { findLearned } from './find-learned.ts'
import { sampleReasons } from './sample-reasons.ts'

/** Fewer reasons than this are read one by one by a person; groups among them would be chance. */
const leastReasons = 30

/** Learns what a reading must know of the whole workspace before it reads customers. */
export async function learn(
  { pool }: Store,
  scope: Scope,
  { settings, words }: { settings: ReadingSettings; words: WordTable },
): Promise<Learned> {
  const interactions = await countInteractions(pool, scope)
  const isSpoken = await hasCustomerTexts(pool, scope)
  const reasons = isSpoken
    ? await inTransaction(pool, (client) => sampleReasons(client, scope, { settings, interactions }))
    : []
  const previous = await findLearned(pool, scope)
  const rulings = await listRulings(pool, scope)
  const decisions = causeDecisionsOf(rulings)
  const decided = new Set(decisions.flatMap(causesOf))
  const causes =
    reasons.length < leastReasons
      ? null
      : findCauses(reasons, { previous: previous?.causes ?? null, decided }, words, {
          grain: await findGrain(pool, scope),
        })
  return {
    causes,
    categorised: await listCategorisedSources(pool, scope),
    decisions,
    links: linkDecisionsOf(rulings),
    signals: await learnFromCorrections(pool, scope, words),
  }
}

/** Keeps how fine a workspace's causes shall be; the next reading draws them so. */
export async function chooseGrain({ pool }: Store, scope: Scope, grain: number): Promise<void> {
  await saveGrain(pool, scope, grain)
}
