import type { Instant } from '../../core/base/time.ts'
import type { Store } from '../../store/open.ts'
import type { Scope } from '../../store/scope.ts'
import type { EndpointConfig } from '../config.ts'
import type { HeardReason } from '../readings/sample-reasons.ts'
import type { Budget } from './budget.ts'
import { askMeanings, engineOf } from './meanings.ts'
import type { Post } from './post.ts'

/** With which endpoint, by what means, and when. */
export type EndpointUse = {
  readonly config: EndpointConfig
  readonly post: Post
  readonly budget: Budget
  readonly at: Instant
}

/** Reasons as they will be grouped, and how far the endpoint said what they mean. */
export type MeantReasons = {
  readonly reasons: readonly HeardReason[]
  /** Who gave the vectors that they carry; null where they carry none. */
  readonly engine: string | null
  readonly given: number
  readonly because: string | null
}

/** With fewer of the reasons known to the endpoint, all are grouped by the word table, so that none is left out. */
const leastGiven = 0.95

/**
 * Reasons with what an endpoint says that they mean. Where it does not say so for nearly all, they go on without: those in
 * English, for the word table.
 */
export async function meanReasons(
  pool: Store['pool'],
  scope: Scope,
  use: EndpointUse | null,
  reasons: readonly HeardReason[],
): Promise<MeantReasons> {
  const english = reasons.filter(({ isForeign }) => !isForeign)
  const engine = use === null ? null : engineOf(use.config)
  const model = use?.config.embeddingModel ?? null
  if (use === null || engine === null || model === null)
    return { reasons: english, engine: null, given: 0, because: null }
  const { post, budget, at } = use
  const { vectors, because } = await askMeanings({ pool, scope, post, budget, model, engine, at }, reasons)
  const meant = reasons.map((reason) => {
    const vector = vectors.get(reason.text)
    return vector === undefined ? reason : { ...reason, vector }
  })
  const known = meant.filter((reason) => vectors.has(reason.text))
  return known.length < leastGiven * reasons.length || known.length === 0
    ? { reasons: english, engine: null, given: 0, because }
    : { reasons: known, engine, given: known.length, because }
}
