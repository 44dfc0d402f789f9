import type { Actor } from '../../core/desk/step.ts'
import type { AuthorityRole, Person } from '../../core/guidelines/guideline.ts'
import { listDeskPeople } from '../../store/desk-people.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { Who } from '../access/who.ts'

/** Who takes a step: whoever is signed in; on a machine without sign-in, the name that was typed. */
export function toActor(who: Who, stated: string): Actor {
  switch (who.kind) {
    case 'machine':
      return { kind: 'person', name: stated }
  }
}

/** What someone is at the desk: null when they are not listed, or have left, and so have no authority. */
export async function findDeskRole(
  client: Client,
  scope: Scope,
  name: string,
): Promise<AuthorityRole | null> {
  return roleOf(await listDeskPeople(client, scope), name)
}

export function roleOf(people: readonly Person[], name: string): AuthorityRole | null {
  return people.find((person) => person.name === name && !person.hasLeft)?.role ?? null
}
