import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import type { ConnectorKind } from '../core/interactions/connector.ts'
import { type Client, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** A system that tells us what happens. Its secrets are asked for apart, so that they are nowhere by accident. */
export type Connector = {
  readonly id: string
  readonly kind: ConnectorKind
  readonly name: string
  readonly source: string
  /** The caller's own, parsed by them. */
  readonly settings: unknown
  readonly cursor: unknown
  readonly names: Readonly<Record<string, string>>
  readonly isPaused: boolean
  readonly createdAt: Instant
  readonly requests: number
  readonly stored: number
  readonly duplicates: number
  readonly passedOver: number
  readonly refused: number
  readonly setAside: number
  readonly lastReceivedAt: Instant | null
  readonly lastSuccessAt: Instant | null
  readonly lagSeconds: number | null
  readonly failure: { readonly at: string; readonly message: string; readonly hint: string } | null
  /** How often in a row fetching failed. */
  readonly failures: number
  readonly nextPullAt: Instant | null
}

export type NewConnector = Pick<Connector, 'id' | 'kind' | 'name' | 'source' | 'settings' | 'createdAt'> & {
  readonly secrets: Uint8Array | null
}

export async function addConnector(client: Client, scope: Scope, added: NewConnector) {
  const { id, kind, name, source, settings, secrets, createdAt } = added
  await list(
    client,
    sql`
    insert into connectors (id, workspace_id, kind, name, source, settings, secrets, names, is_paused, created_at)
    values (${id}, ${scope}, ${kind}, ${name}, ${source}, ${JSON.stringify(settings)}, ${bytesOf(secrets)}, '{}', false,
      ${new Date(createdAt)})`,
  )
}

/** Oldest first. */
export async function listConnectors(client: Client, scope: Scope): Promise<Connector[]> {
  return list(client, sql<Connector>`${selected} where c.workspace_id = ${scope} order by created_at, id`)
}

export async function findConnector(client: Client, scope: Scope, id: string): Promise<Connector | null> {
  return findOne(client, sql<Connector>`${selected} where c.workspace_id = ${scope} and c.id = ${id}`)
}

/** For the gate of what is sent here: whoever knows the id still has to sign. */
export async function findWorkspaceOfConnector(client: Client, id: string): Promise<number | null> {
  const found = await findOne(
    client,
    sql<{ workspaceId: number }>`
    select workspace_id as "workspaceId" from connectors where id = ${id}`,
  )
  return found?.workspaceId ?? null
}

/** Connectors of every workspace that are to be fetched from by now: the server works through them. */
export async function listAllDueConnectors(
  client: Client,
  now: Instant,
): Promise<{ id: string; workspaceId: number }[]> {
  return list(
    client,
    sql<{ id: string; workspaceId: number }>`
    select id, workspace_id as "workspaceId" from connectors
    where not is_paused and next_pull_at <= ${new Date(now)} order by next_pull_at limit 100`,
  )
}

export async function findSecrets(client: Client, scope: Scope, id: string): Promise<Uint8Array | null> {
  const found = await findOne(
    client,
    sql<{ secrets: Uint8Array | null }>`
    select secrets from connectors where workspace_id = ${scope} and id = ${id}`,
  )
  return found?.secrets ?? null
}

export async function findExample(client: Client, scope: Scope, id: string): Promise<Uint8Array | null> {
  const found = await findOne(
    client,
    sql<{ example: Uint8Array | null }>`
    select example from connectors where workspace_id = ${scope} and id = ${id}`,
  )
  return found?.example ?? null
}

export async function saveExample(
  client: Client,
  scope: Scope,
  { id, example }: { id: string; example: Uint8Array },
) {
  await list(
    client,
    sql`
    update connectors set example = ${bytesOf(example)} where workspace_id = ${scope} and id = ${id}`,
  )
}

export type ConnectorChange = Pick<Connector, 'id' | 'name' | 'settings' | 'isPaused' | 'nextPullAt'>

/** Who changes it starts it anew: what failed before says nothing of it any more. */
export async function saveConnector(client: Client, scope: Scope, change: ConnectorChange) {
  const { id, name, settings, isPaused, nextPullAt } = change
  await list(
    client,
    sql`
    update connectors set name = ${name}, settings = ${JSON.stringify(settings)}, is_paused = ${isPaused},
      next_pull_at = ${dateOf(nextPullAt)}, failure = null, failures = 0
    where workspace_id = ${scope} and id = ${id}`,
  )
}

export async function saveSecrets(
  client: Client,
  scope: Scope,
  { id, secrets }: { id: string; secrets: Uint8Array },
) {
  await list(
    client,
    sql`
    update connectors set secrets = ${bytesOf(secrets)} where workspace_id = ${scope} and id = ${id}`,
  )
}

/** With all that was set aside of it; the interactions that it told stay. */
export async function removeConnector(client: Client, scope: Scope, id: string): Promise<boolean> {
  const removed = await list(
    client,
    sql`
    delete from connectors where workspace_id = ${scope} and id = ${id} returning id`,
  )
  return removed.length > 0
}

export type Taken = {
  readonly id: string
  readonly at: Instant
  readonly stored: number
  readonly duplicates: number
  readonly passedOver: number
  /** How long after it happened the newest interaction came; null when it told none. */
  readonly lagSeconds: number | null
}

/** What came and was kept. */
export async function saveTaken(client: Client, scope: Scope, taken: Taken) {
  const { id, at, stored, duplicates, passedOver, lagSeconds } = taken
  await list(
    client,
    sql`
    update connectors set requests = requests + 1, stored = stored + ${stored}, duplicates = duplicates + ${duplicates},
      passed_over = passed_over + ${passedOver}, last_received_at = ${new Date(at)}, last_success_at = ${new Date(at)},
      lag_seconds = coalesce(${lagSeconds}::float8, lag_seconds)
    where workspace_id = ${scope} and id = ${id}`,
  )
}

export type ConnectorFailure = NonNullable<Connector['failure']>

/** Something came that was not signed as it should be, or could not be taken. */
export async function saveRefused(
  client: Client,
  scope: Scope,
  { id, failure }: { id: string; failure: ConnectorFailure },
) {
  await list(
    client,
    sql`
    update connectors set refused = refused + 1, failure = ${JSON.stringify(failure)}
    where workspace_id = ${scope} and id = ${id}`,
  )
}

/** How far it was fetched, and the names that were learned. */
export async function saveCursor(
  client: Client,
  scope: Scope,
  { id, cursor, names }: Pick<Connector, 'id' | 'cursor' | 'names'>,
) {
  await list(
    client,
    sql`
    update connectors set cursor = ${JSON.stringify(cursor)}, names = names || ${JSON.stringify(names)}::jsonb
    where workspace_id = ${scope} and id = ${id}`,
  )
}

export type PullEnd = Pick<Connector, 'id' | 'failure' | 'nextPullAt'> & { readonly at: Instant }

/** Fetching came to its end, well (`failure` null) or not. */
export async function savePullEnd(client: Client, scope: Scope, { id, at, failure, nextPullAt }: PullEnd) {
  const success = failure === null ? sql`${new Date(at)}` : sql`last_success_at`
  await list(
    client,
    sql`
    update connectors set failure = ${failure === null ? null : JSON.stringify(failure)},
      failures = ${failure === null ? sql`0` : sql`failures + 1`}, last_success_at = ${success},
      next_pull_at = ${dateOf(nextPullAt)}
    where workspace_id = ${scope} and id = ${id}`,
  )
}

/** Fetches soon, because something came that says there is more. */
export async function pullSoon(client: Client, scope: Scope, { id, at }: { id: string; at: Instant }) {
  await list(
    client,
    sql`
    update connectors set next_pull_at = least(next_pull_at, ${new Date(at)})
    where workspace_id = ${scope} and id = ${id} and next_pull_at is not null`,
  )
}

const selected = sql`
  select c.id, c.kind, c.name, c.source, c.settings, c.cursor, c.names, c.is_paused as "isPaused",
    c.created_at as "createdAt", c.requests, c.stored, c.duplicates, c.passed_over as "passedOver", c.refused,
    c.last_received_at as "lastReceivedAt", c.last_success_at as "lastSuccessAt", c.lag_seconds as "lagSeconds",
    c.failure, c.failures, c.next_pull_at as "nextPullAt",
    (select count(*) from set_aside s where s.workspace_id = c.workspace_id and s.connector_id = c.id
      and s.state = 'open') as "setAside"
  from connectors c`

function bytesOf(bytes: Uint8Array | null): Buffer | null {
  return bytes === null ? null : Buffer.from(bytes)
}

function dateOf(at: Instant | null): Date | null {
  return at === null ? null : new Date(at)
}
