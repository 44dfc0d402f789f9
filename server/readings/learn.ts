import type { Instant } from '../../core/base/time.ts'
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
import type { EndpointConfig } from '../config.ts'
import { askFurther } from '../endpoint/ask-further.ts'
import { meanReasons } from '../endpoint/meanings-for-reading.ts'
import { openEndpoint } from '../endpoint/open-endpoint.ts'
import { learnFromCorrections } from '../learning/learn-from-corrections.ts'
import { findLearned } from './find-learned.ts'
import { sampleReasons } from './sample-reasons.ts'

/** Fewer reasons than this are read one by one by a person; groups among them would be chance. */
const leastReasons = 30

/** What it is learned with. */
export type Learning = {
  readonly settings: ReadingSettings
  readonly words: WordTable
  /** Left out where nobody is asked. */
  readonly endpoint?: EndpointConfig | undefined
  readonly at: Instant
}

/** Learns what a reading must know of the whole workspace before it reads customers. */
export async function learn(
  { pool }: Pick<Store, 'pool'>,
  scope: Scope,
  { settings, words, endpoint, at }: Learning,
): Promise<Learned> {
  const interactions = await countInteractions(pool, scope)
  const isSpoken = await hasCustomerTexts(pool, scope)
  const heard = isSpoken
    ? await inTransaction(pool, (client) => sampleReasons(client, scope, { settings, interactions }))
    : []
  const previous = await findLearned(pool, scope)
  const rulings = await listRulings(pool, scope)
  const decisions = causeDecisionsOf(rulings)
  const decided = new Set(decisions.flatMap(causesOf))
  const use = await openEndpoint(pool, scope, { endpoint, at })
  const meant = await meanReasons(pool, scope, use, heard)
  const found =
    meant.reasons.length < leastReasons
      ? null
      : findCauses(meant.reasons, { previous: previous?.causes ?? null, decided }, words, {
          grain: await findGrain(pool, scope),
          ...(meant.engine === null ? {} : { engine: meant.engine }),
        })
  const asked = await askFurther({ pool, scope, use, settings }, { meant, heard, found })
  return {
    causes: asked.causes,
    ...(asked.share === null ? {} : { endpoint: asked.share }),
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
