import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { build, type Client, type Connection, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

export type Workspace = {
  readonly id: number
  readonly name: string
  readonly isDemo: boolean
  readonly readingId: number | null
  /** When its reading was last brought up to date. */
  readonly readAt: Instant | null
}

const columns = ['id', 'name', 'is_demo as isDemo', 'reading_id as readingId', 'read_at as readAt'] as const

/** Makes a workspace, or finds the one of that name. For the gate, which mints its scope. */
export async function findOrAddWorkspace(
  client: Client,
  { name, isDemo }: { name: string; isDemo: boolean },
): Promise<Workspace> {
  await list(
    client,
    build
      .insertInto('workspaces')
      .values({ name, is_demo: isDemo })
      .onConflict((conflict) => conflict.doNothing()),
  )
  const found = await findWorkspaceByName(client, name)
  if (found === null) throw new Error(`Our fault: the workspace ${name} went while it was made`)
  return found
}

/** For the gate, which mints its scope. */
export async function findWorkspaceByName(client: Client, name: string): Promise<Workspace | null> {
  return findOne(client, build.selectFrom('workspaces').select(columns).where('name', '=', name))
}

/** Every workspace there is, whoever may see it: for the gate and the one who runs the server. */
export async function listAllWorkspaces(client: Client): Promise<Workspace[]> {
  return list(client, build.selectFrom('workspaces').select(columns).orderBy('name'))
}

export async function findWorkspace(client: Client, scope: Scope): Promise<Workspace | null> {
  return findOne(client, build.selectFrom('workspaces').select(columns).where('id', '=', scope))
}

/** Tables without a foreign key to their workspace, because a check per row would double the cost of a load. */
const unguarded = [
  'interactions',
  'interaction_keys',
  'cases',
  'identity_links',
  'identities',
  'contacts',
  'issues',
  'signals',
  'case_hand_offs',
] as const

/** Erases a workspace with all that it holds. Call it in a transaction. */
export async function eraseWorkspace(client: Connection, scope: Scope) {
  for (const table of unguarded) {
    await list(client, sql`delete from ${sql.table(table)} where workspace_id = ${scope}`)
  }
  await list(client, build.deleteFrom('workspaces').where('id', '=', scope))
}
