import { Failure } from '../../contract/failures.ts'
import { issueId } from '../../core/base/ids.ts'
import type { Instant } from '../../core/base/time.ts'
import { type DeskState, followSteps } from '../../core/desk/follow.ts'
import type { DeskEvent } from '../../core/desk/step.ts'
import { onlyCloses } from '../../core/desk/waiting/only-closes.ts'
import type { StoredIssue } from '../../store/issues.ts'
import type { Scope } from '../../store/scope.ts'
import { findIssueHolding } from '../readings/find-issue-holding.ts'
import { openRereadIssue, type RereadIssue, rereadCustomer } from '../readings/reread-customer.ts'
import { isId } from '../routes/is-id.ts'
import type { Service } from '../service.ts'
import { deskNow } from './clock.ts'
import { listEvents } from './steps.ts'

/** An issue with all that was lived and done about it. */
export type OpenIssue = {
  readonly stored: StoredIssue
  readonly reading: Awaited<ReturnType<typeof rereadCustomer>>
  readonly lived: RereadIssue
  /** Whatever it went by when a step was taken: when customers turn out to be one, what opened a contact may be in the midst of another. */
  readonly anchors: readonly string[]
  /** Ids of its interactions. */
  readonly record: ReadonlySet<string>
  readonly events: readonly DeskEvent[]
  readonly state: DeskState
  readonly now: Instant
}

/** Opens an issue at the desk by its own id, or by any interaction that it holds by now. */
export async function openIssue(service: Service, scope: Scope, id: string): Promise<OpenIssue> {
  const stored = isId(id) ? await findIssueHolding(service, scope, issueId(id.replaceAll('-', ''))) : null
  if (stored === null) {
    throw new Failure(
      'notFound',
      'There is no such issue in the current reading.',
      'Choose one from the queue.',
    )
  }
  const [reading, now] = await Promise.all([
    rereadCustomer(service, scope, stored.customer),
    deskNow(service, scope),
  ])
  const lived = openRereadIssue(reading, stored.id)
  const record = new Set(lived.interactions.map((interaction) => String(interaction.id)))
  const anchors = [...new Set([String(stored.id), ...record])]
  const events = await listEvents(service.store.pool, scope, anchors)
  return {
    stored,
    reading,
    lived,
    anchors,
    record,
    events,
    state: followSteps(events),
    now,
  }
}

/** Whether the customer turned to us about it again after an instant; a word of thanks alone is no coming back. */
export function cameBackSince({ lived, reading }: OpenIssue, since: Instant): boolean {
  return lived.contacts.some(
    ({ at, interactions }) =>
      at !== null &&
      at > since &&
      interactions.some(
        (one) =>
          one.from === 'customer' &&
          (one.text === null || !onlyCloses(one.text, reading.signals.get(one.id) ?? [])),
      ),
  )
}
