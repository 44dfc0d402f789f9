import { sql } from 'kysely'
import type { Range } from '../core/base/figure.ts'
import type { Instant } from '../core/base/time.ts'
import { build, type Client, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

export type EnteredAssumption = Range & { readonly name: string }

/** Saves what a person entered in place of a default. */
export async function saveAssumptions(
  client: Client,
  scope: Scope,
  { at, assumptions }: { at: Instant; assumptions: readonly EnteredAssumption[] },
) {
  for (const { name, low, mid, high } of assumptions) {
    await list(
      client,
      sql`
      insert into assumptions (workspace_id, name, low, mid, high, entered_at)
      values (${scope}, ${name}, ${low}, ${mid}, ${high}, ${new Date(at)})
      on conflict (workspace_id, name) do update
        set low = excluded.low, mid = excluded.mid, high = excluded.high, entered_at = excluded.entered_at`,
    )
  }
}

/** Back to the default. */
export async function removeAssumption(client: Client, scope: Scope, name: string) {
  await list(
    client,
    build.deleteFrom('assumptions').where('workspace_id', '=', scope).where('name', '=', name),
  )
}

export async function listAssumptions(client: Client, scope: Scope): Promise<EnteredAssumption[]> {
  return list(
    client,
    build
      .selectFrom('assumptions')
      .select(['name', 'low', 'mid', 'high'])
      .where('workspace_id', '=', scope)
      .orderBy('name'),
  )
}
