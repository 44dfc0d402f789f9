import { givenSchema } from '../../../contract/desk/steps.ts'
import { findApprover } from '../../../core/desk/exception.ts'
import { listDeskPeople } from '../../../store/desk-people.ts'
import type { StoredException } from '../../../store/exceptions.ts'
import type { Client } from '../../../store/postgres/client.ts'
import type { Scope } from '../../../store/scope.ts'
import { listLiveGuidelines } from '../../guidelines/live-guidelines.ts'
import { roleOf } from '../actor.ts'

/**
 * Who may answer an exception now: whoever was asked, or, when they have left since, whoever would be asked today. Where
 * nobody is, it stays with the one who left, and the default holds at its deadline.
 */
export async function approverNow(
  client: Client,
  scope: Scope,
  { approver, asker, given }: Pick<StoredException, 'approver' | 'asker' | 'given'>,
): Promise<string> {
  const people = await listDeskPeople(client, scope)
  if (roleOf(people, approver) !== null) return approver
  const { guideline, cost } = givenSchema.parse(given)
  const live = (await listLiveGuidelines(client, scope)).find(({ id }) => id === guideline)
  if (live === undefined) return approver
  const found = findApprover(live.guideline, { name: asker, role: roleOf(people, asker), cost }, people)
  return 'approver' in found ? found.approver : approver
}
