import type { Instant } from '../../core/base/time.ts'
import { findEndpointChoice } from '../../store/endpoint-settings.ts'
import type { Store } from '../../store/open.ts'
import type { Scope } from '../../store/scope.ts'
import type { EndpointConfig } from '../config.ts'
import { openBudget } from './budget.ts'
import type { EndpointUse } from './meanings-for-reading.ts'
import { preparePost, type Reply } from './post.ts'

const closed: Reply = {
  kind: 'silent',
  because: 'nothing may leave this workspace any more',
  remedy: 'Choose otherwise in its settings.',
}

/** The endpoint for one reading, with what may be spent on it; null where nothing leaves. */
export async function openEndpoint(
  pool: Store['pool'],
  scope: Scope,
  { endpoint, at, tries }: { endpoint: EndpointConfig | undefined; at: Instant; tries?: number },
): Promise<EndpointUse | null> {
  if (endpoint === undefined) return null
  const ask = preparePost(endpoint, tries)
  return {
    config: endpoint,
    // Whoever closes the workspace does not wait for a reading to end.
    post: async (path, question) =>
      (await findEndpointChoice(pool, scope)).kind === 'nothing' ? closed : ask(path, question),
    budget: await openBudget(pool, scope, endpoint, at),
    at,
  }
}
