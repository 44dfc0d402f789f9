import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { build, type Client, findOften, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

export type ApiKey = {
  readonly id: string
  readonly name: string
  readonly verbs: readonly string[]
  readonly madeBy: string
  readonly madeAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
  readonly lastUsedAt: Instant | null
}

const columns = [
  'id',
  'name',
  'verbs',
  'made_by as madeBy',
  'made_at as madeAt',
  'expires_at as expiresAt',
  'revoked_at as revokedAt',
  'last_used_at as lastUsedAt',
] as const

export async function addApiKey(
  client: Client,
  scope: Scope,
  key: Pick<ApiKey, 'id' | 'name' | 'verbs' | 'madeBy' | 'madeAt' | 'expiresAt'> & { fingerprint: Buffer },
): Promise<void> {
  const { id, name, fingerprint, verbs, madeBy, madeAt, expiresAt } = key
  await list(
    client,
    build.insertInto('api_keys').values({
      workspace_id: scope,
      id,
      name,
      fingerprint,
      verbs: [...verbs],
      made_by: madeBy,
      made_at: new Date(madeAt),
      expires_at: new Date(expiresAt),
    }),
  )
}

export async function listApiKeys(client: Client, scope: Scope): Promise<ApiKey[]> {
  return list(
    client,
    build
      .selectFrom('api_keys')
      .select(columns)
      .where('workspace_id', '=', scope)
      .orderBy('made_at', 'desc')
      .orderBy('id'),
  )
}

/** True when there was such a key and it held until now. */
export async function revokeApiKey(
  client: Client,
  scope: Scope,
  { id, at }: { id: string; at: Instant },
): Promise<boolean> {
  const revoked = await list(
    client,
    build
      .updateTable('api_keys')
      .set({ revoked_at: new Date(at) })
      .where('workspace_id', '=', scope)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id'),
  )
  return revoked.length > 0
}

/** A key that holds now, with the workspace it opens. For the gate. Its use is noted, once a minute at most. */
export async function findHeldKey(
  client: Client,
  { fingerprint, at }: { fingerprint: Buffer; at: Instant },
): Promise<(Pick<ApiKey, 'id' | 'name' | 'verbs'> & { workspaceId: number }) | null> {
  const now = new Date(at)
  const key = await findOften(
    client,
    sql<Pick<ApiKey, 'id' | 'name' | 'verbs'> & { workspaceId: number; isFresh: boolean }>`
    select id, name, verbs, workspace_id as "workspaceId",
      coalesce(last_used_at > ${now}::timestamptz - interval '1 minute', false) as "isFresh"
    from api_keys where fingerprint = ${fingerprint} and revoked_at is null and expires_at > ${now}`,
  )
  if (key !== null && !key.isFresh) {
    await list(
      client,
      build.updateTable('api_keys').set({ last_used_at: now }).where('fingerprint', '=', fingerprint),
    )
  }
  return key
}
