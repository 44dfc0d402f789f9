import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { build, type Client, findOften, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

export type Person = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isKeeper: boolean
}

export type Member = Person & {
  readonly role: string
  readonly since: Instant
  readonly hasSecondFactor: boolean
  /** Has a password or another system that speaks for them. */
  readonly canSignIn: boolean
}

const columns = ['id', 'name', 'email', 'is_keeper as isKeeper'] as const

/** Whether anybody at all has been let in yet: until then the server is open to its own machine. */
export async function hasPeople(client: Client): Promise<boolean> {
  const found = await findOften(client, sql<{ has: boolean }>`select exists (select from accounts) as has`)
  return found?.has ?? false
}

export async function findPersonByEmail(client: Client, email: string): Promise<Person | null> {
  return findOne(client, build.selectFrom('people').select(columns).where('email', '=', email.toLowerCase()))
}

export async function findEmail(client: Client, personId: string): Promise<string> {
  const found = await findOne(client, build.selectFrom('people').select('email').where('id', '=', personId))
  return found?.email ?? ''
}

/** Whether they have shown yet who they are: until then a link lets them. */
export async function canSignIn(client: Client, personId: string): Promise<boolean> {
  const found = await findOne(
    client,
    sql<{ has: boolean }>`select exists (select from accounts where user_id = ${personId}) as has`,
  )
  return found?.has ?? false
}

/** Whether they are something nowhere but here: then an admin of here may hand out their way in. */
export async function belongsHereAlone(client: Client, scope: Scope, personId: string): Promise<boolean> {
  const found = await findOne(
    client,
    sql<{ alone: boolean }>`
      select not p.is_keeper and bool_and(m.workspace_id = ${scope}) as alone
      from people p join members m on m.person_id = p.id where p.id = ${personId} group by p.id`,
  )
  return found?.alone ?? false
}

/** Gives them this password, hashed already, and ends every session and link they had. */
export async function setPassword(
  client: Client,
  { personId, hash, at }: { personId: string; hash: string; at: Instant },
): Promise<void> {
  const now = new Date(at)
  await list(
    client,
    build
      .insertInto('accounts')
      .values({
        id: randomUUID(),
        user_id: personId,
        account_id: personId,
        provider_id: 'credential',
        password: hash,
        created_at: now,
        updated_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password: hash, updated_at: now }),
      ),
  )
  await list(client, build.deleteFrom('sessions').where('user_id', '=', personId))
  await list(client, build.deleteFrom('one_time_links').where('person_id', '=', personId))
}

export async function addPerson(client: Client, { id, name, email, isKeeper }: Person): Promise<void> {
  // Whoever lets them in vouches for the address.
  await list(
    client,
    build
      .insertInto('people')
      .values({ id, name, email: email.toLowerCase(), email_verified: true, is_keeper: isKeeper }),
  )
}

export async function namePerson(client: Client, { id, name }: { id: string; name: string }) {
  await list(client, build.updateTable('people').set({ name }).where('id', '=', id))
}

export async function saveMember(
  client: Client,
  scope: Scope,
  { personId, role, at }: { personId: string; role: string; at: Instant },
): Promise<void> {
  await list(
    client,
    build
      .insertInto('members')
      .values({ workspace_id: scope, person_id: personId, role, since: new Date(at) })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doUpdateSet({ role })),
  )
}

/** True when they were one. */
export async function removeMember(client: Client, scope: Scope, personId: string): Promise<boolean> {
  const removed = await list(
    client,
    build
      .deleteFrom('members')
      .where('workspace_id', '=', scope)
      .where('person_id', '=', personId)
      .returning('person_id'),
  )
  return removed.length > 0
}

export async function listMembers(client: Client, scope: Scope): Promise<Member[]> {
  return list(
    client,
    sql<Member>`
    select p.id, p.name, p.email, p.is_keeper as "isKeeper", m.role, m.since,
      coalesce(p.two_factor_enabled, false) as "hasSecondFactor",
      exists (select from accounts a where a.user_id = p.id) as "canSignIn"
    from members m join people p on p.id = m.person_id
    where m.workspace_id = ${scope} order by p.name, p.id`,
  )
}

/** What a person is in a workspace: their role there; null when they are nothing there. For the gate. */
export async function findMemberRole(
  client: Client,
  { personId, workspaceId }: { personId: string; workspaceId: number },
): Promise<string | null> {
  const found = await findOften(
    client,
    build
      .selectFrom('members')
      .select('role')
      .where('workspace_id', '=', workspaceId)
      .where('person_id', '=', personId),
  )
  return found?.role ?? null
}

export async function findMember(client: Client, scope: Scope, personId: string): Promise<Person | null> {
  return findOne(
    client,
    sql<Person>`
    select p.id, p.name, p.email, p.is_keeper as "isKeeper"
    from members m join people p on p.id = m.person_id
    where m.workspace_id = ${scope} and p.id = ${personId}`,
  )
}
