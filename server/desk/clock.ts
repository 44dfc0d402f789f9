import type { Instant } from '../../core/base/time.ts'
import { findStoryTime } from '../../store/desk-queue.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'

/**
 * The time at the desk. An invented company's records end on a day of their own; its desk goes on from there as time
 * goes by, so that nobody there has waited for months.
 */
export async function deskNow(
  service: Service,
  scope: Scope,
  client: Client = service.store.pool,
): Promise<Instant> {
  const story = await findStoryTime(client, scope)
  return story === null ? service.now() : story.endedAt + Math.max(0, service.now() - story.loadedAt)
}
