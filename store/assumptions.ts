import { sql } from 'kysely'
import type { Range } from '../core/base/figure.ts'
import type { Instant } from '../core/base/time.ts'
import { build, type Client, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

export type EnteredAssumption = Range & { readonly name: string }

/** Keeps what a person entered in place of defaults, and nothing else: what is left out goes back to its default. */
export async function replaceAssumptions(
  client: Client,
  scope: Scope,
  { at, assumptions }: { at: Instant; assumptions: readonly EnteredAssumption[] },
) {
  const names = assumptions.map(({ name }) => name)
  await list(
    client,
    build
      .deleteFrom('assumptions')
      .where('workspace_id', '=', scope)
      .where('name', 'not in', ['', ...names]),
  )
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
