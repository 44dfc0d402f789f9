import { type AuthorityRole, authorityRoles, type Person } from '../core/guidelines/guideline.ts'
import { build, type Client, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** Everybody who was ever named, in the order of their names. */
export async function listDeskPeople(client: Client, scope: Scope): Promise<Person[]> {
  const rows = await list(
    client,
    build
      .selectFrom('desk_people')
      .select(['name', 'role', 'has_left as hasLeft'])
      .where('workspace_id', '=', scope)
      .orderBy('name'),
  )
  return rows.map(({ role, ...row }) => ({ ...row, role: parseRole(role) }))
}

/** Names someone, or says what became of them. */
export async function saveDeskPerson(client: Client, scope: Scope, person: Person): Promise<void> {
  const { name, role, hasLeft } = person
  await list(
    client,
    build
      .insertInto('desk_people')
      .values({ workspace_id: scope, name, role, has_left: hasLeft })
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'name']).doUpdateSet({ role, has_left: hasLeft }),
      ),
  )
}

function parseRole(text: string): AuthorityRole {
  const role = authorityRoles.find((known) => known === text)
  if (role === undefined) throw new Error(`Our fault: the store holds a role “${text}”`)
  return role
}
