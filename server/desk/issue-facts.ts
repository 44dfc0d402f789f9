import { dayMs } from '../../core/base/time.ts'
import type { IssueFacts } from '../../core/guidelines/fits.ts'
import { listGrants } from '../../store/grants.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { OpenIssue } from './open-issue.ts'

/** What a guideline's conditions ask of an issue, and of what its customer was granted before, on any issue. */
export async function factsOf(
  client: Client,
  scope: Scope,
  { opened, guideline }: { readonly opened: OpenIssue; readonly guideline: number },
): Promise<IssueFacts> {
  const { stored, lived, reading, now } = opened
  const everywhere = reading.issues.flatMap(({ interactions }) => interactions.map(({ id }) => String(id)))
  const earlier = await listGrants(client, scope, everywhere)
  const last = earlier.find(({ guidelineId }) => guidelineId === guideline)
  const channels = lived.contacts.flatMap(({ opener }) => opener.channel ?? [])
  return {
    contacts: lived.contacts.length,
    lastingDays: stored.firstAt === null ? 0 : Math.max(0, (now - stored.firstAt) / dayMs),
    channels: [...new Set(channels)],
    daysSinceGrant: last === undefined ? null : (now - last.at) / dayMs,
  }
}
