import type { Instant } from '../../core/base/time.ts'
import { type CauseModel, causeMethod } from '../../core/causes/cause-model.ts'
import { type CauseDecision, causesOf } from '../../core/causes/decisions/cause-decision.ts'
import { causeDecisionsOf, linkDecisionsOf } from '../../core/causes/decisions/ruling.ts'
import type { Learned } from '../../core/causes/prepare-understanding.ts'
import { findCauses, type KnownCauses } from '../../core/causes/tree/find-causes.ts'
import type { ReadingSettings } from '../../core/issues/settings.ts'
import type { WordTable } from '../../core/text/word-table.ts'
import { listReadCauses } from '../../store/contacts.ts'
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
import { type HeardReason, sampleReasons } from './sample-reasons.ts'

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
  const known = await listKnown(pool, scope, { previous: previous?.causes ?? null, heard, decisions })
  const decided = new Set(decisions.flatMap(causesOf))
  const use = await openEndpoint(pool, scope, { endpoint, at })
  const meant = await meanReasons(pool, scope, use, heard)
  const found =
    meant.reasons.length < leastReasons
      ? null
      : findCauses(meant.reasons, { ...known, decided }, words, {
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

type Known = {
  readonly previous: CauseModel | null
  readonly heard: readonly HeardReason[]
  readonly decisions: readonly CauseDecision[]
}

/** A tree of another method can't be asked where a reason belongs; the reading that was made by it can. */
async function listKnown(
  pool: Store['pool'],
  scope: Scope,
  { previous, heard, decisions }: Known,
): Promise<Omit<KnownCauses, 'decided'>> {
  if (previous === null || previous.method === causeMethod) return { previous }
  const contacts = heard.map(({ id }) => id)
  const merges = decisions.filter((one) => one.kind === 'merged')
  const merged = new Map(
    [...Map.groupBy(merges, ({ into }) => into)].map(([into, all]) => [into, all.map(({ cause }) => cause)]),
  )
  return { previous, reading: { causes: await listReadCauses(pool, scope, contacts), merged } }
}

/** Keeps how fine a workspace's causes shall be; the next reading draws them so. */
export async function chooseGrain({ pool }: Store, scope: Scope, grain: number): Promise<void> {
  await saveGrain(pool, scope, grain)
}
