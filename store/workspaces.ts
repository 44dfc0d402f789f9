import type { Instant } from '../core/base/time.ts'
import { build, type Client, findOften, findOne, list } from './postgres/client.ts'
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
  return findOften(client, build.selectFrom('workspaces').select(columns).where('name', '=', name))
}

/** Every workspace there is, whoever may see it: for the gate and the one who runs the server. */
export async function listAllWorkspaces(client: Client): Promise<Workspace[]> {
  return list(client, build.selectFrom('workspaces').select(columns).orderBy('name'))
}

export async function findWorkspace(client: Client, scope: Scope): Promise<Workspace | null> {
  return findOne(client, build.selectFrom('workspaces').select(columns).where('id', '=', scope))
}

/** Notes that the current reading was brought up to date. */
export async function touchReading(client: Client, scope: Scope, at: Instant) {
  await list(
    client,
    build
      .updateTable('workspaces')
      .set({ read_at: new Date(at) })
      .where('id', '=', scope),
  )
}

/** The money in which a workspace's costs are told: three letters, such as EUR. */
export async function findCurrency(client: Client, scope: Scope): Promise<string> {
  const found = await findOne(
    client,
    build.selectFrom('workspaces').select('currency').where('id', '=', scope),
  )
  return found?.currency ?? 'EUR'
}

export async function saveCurrency(client: Client, scope: Scope, currency: string) {
  await list(client, build.updateTable('workspaces').set({ currency }).where('id', '=', scope))
}

/** What customers read as the company's name, and the time zone in which its days begin. */
export type Company = { readonly name: string; readonly timeZone: string }

/** Until somebody says otherwise it is called like the workspace, and lives in UTC. */
export async function findCompany(client: Client, scope: Scope): Promise<Company> {
  const found = await findOne(
    client,
    build.selectFrom('workspaces').select(['name', 'company', 'time_zone']).where('id', '=', scope),
  )
  return { name: found?.company ?? found?.name ?? '', timeZone: found?.time_zone ?? 'UTC' }
}

export async function saveCompany(client: Client, scope: Scope, { name, timeZone }: Company) {
  await list(
    client,
    build.updateTable('workspaces').set({ company: name, time_zone: timeZone }).where('id', '=', scope),
  )
}

/** How fine a workspace's causes are: 1 takes the grain that suits the texts, more is finer. */
export async function findGrain(client: Client, scope: Scope): Promise<number> {
  const found = await findOne(client, build.selectFrom('workspaces').select('grain').where('id', '=', scope))
  return found?.grain ?? 1
}

export async function saveGrain(client: Client, scope: Scope, grain: number) {
  await list(client, build.updateTable('workspaces').set({ grain }).where('id', '=', scope))
}

/** For how many days interactions are kept; null: for good. */
export async function findKeepDays(client: Client, scope: Scope): Promise<number | null> {
  const found = await findOne(
    client,
    build.selectFrom('workspaces').select('keep_days').where('id', '=', scope),
  )
  return found?.keep_days ?? null
}

export async function saveKeepDays(client: Client, scope: Scope, keepDays: number | null) {
  await list(client, build.updateTable('workspaces').set({ keep_days: keepDays }).where('id', '=', scope))
}
