import { type Actor, type DeskStepKind, sayActor } from '../../core/desk/step.ts'
import { type AuthorityRole, authorityRoles, type Person } from '../../core/guidelines/guideline.ts'
import { listDeskPeople } from '../../store/desk-people.ts'
import { findMemberRole } from '../../store/people.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { Rights, Who } from '../access/who.ts'

/** Who takes a step: whoever is signed in; on a machine without sign-in, the name that was typed. */
export function toActor(who: Who, stated: string): Actor {
  switch (who.kind) {
    case 'machine':
      return { kind: 'person', name: stated }
    case 'person':
      return { kind: 'person', name: who.name, account: who.id }
    case 'key':
      return { kind: 'agent', name: who.name }
    default:
      return who satisfies never
  }
}

/**
 * What someone is at the desk: null when they are not listed, or have left, and so have no authority. An agent is listed
 * as “Name (agent)”, so that no key can take a person's place.
 */
export function roleOf(people: readonly Person[], name: string): AuthorityRole | null {
  return people.find((person) => person.name === name && !person.hasLeft)?.role ?? null
}

/**
 * What whoever takes a step is at the desk. Where people sign in, the role of their account in the workspace decides, whatever
 * they are called; an analyst or admin as such has no authority. Without sign-in, and for an agent, the list of people does.
 */
export async function deskRoleOf(client: Client, scope: Scope, by: Actor): Promise<AuthorityRole | null> {
  if (by.kind === 'person' && by.account !== undefined) {
    const role = await findMemberRole(client, { personId: by.account, workspaceId: scope })
    return authorityRoles.find((known) => known === role) ?? null
  }
  return roleOf(await listDeskPeople(client, scope), sayActor(by))
}

/** Why somebody signed in can't answer in the name of an approver: that takes the approver's own role; null when they can. */
export async function whyNotApprover(
  client: Client,
  scope: Scope,
  { by, approver }: { by: Actor; approver: string },
): Promise<string | null> {
  if (by.kind !== 'person' || by.account === undefined) return null
  const wanted = roleOf(await listDeskPeople(client, scope), approver)
  return (await deskRoleOf(client, scope, by)) === wanted
    ? null
    : `${approver} was asked as ${wanted ?? 'someone who has left'}; your account is something else.`
}

/** Who draws on a limit of one person: an account, so that nobody gets a new one by a new name. */
export function spenderOf(by: Actor): string {
  return by.kind === 'person' && by.account !== undefined ? by.account : sayActor(by)
}

/** What goes out, or draws on anything: beyond what may be drafted. */
const inward: readonly DeskStepKind[] = ['claimed', 'released', 'wished', 'lived', 'hoped']

/** Why a key that may only draft can't take a step; null when whoever asks may. */
export function whyOnlyDraft(rights: Rights, kind: DeskStepKind): string | null {
  if (typeof rights === 'string' || rights.includes('desk') || inward.includes(kind)) return null
  return 'This key may only draft: a person at the desk has to take this step.'
}
