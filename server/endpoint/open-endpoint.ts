import type { Instant } from '../../core/base/time.ts'
import type { Store } from '../../store/open.ts'
import type { Scope } from '../../store/scope.ts'
import type { EndpointConfig } from '../config.ts'
import { openBudget } from './budget.ts'
import type { EndpointUse } from './meanings-for-reading.ts'
import { preparePost } from './post.ts'

/** The endpoint for one reading, with what may be spent on it; null where nothing leaves. */
export async function openEndpoint(
  pool: Store['pool'],
  scope: Scope,
  { endpoint, at, tries }: { endpoint: EndpointConfig | undefined; at: Instant; tries?: number },
): Promise<EndpointUse | null> {
  if (endpoint === undefined) return null
  return {
    config: endpoint,
    post: preparePost(endpoint, tries),
    budget: await openBudget(pool, scope, endpoint, at),
    at,
  }
}
