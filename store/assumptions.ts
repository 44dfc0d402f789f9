import { sql } from 'kysely'
import type { Range } from '../core/base/figure.ts'
import type { Instant } from '../core/base/time.ts'
import { build, type Client, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

type NamedRange = Range & { readonly name: string }

export type EnteredAssumption = NamedRange & { readonly by: string | null; readonly at: Instant }

/**
 * Keeps what people entered in place of defaults, and nothing else: what is left out goes back to its default. Who
 * entered a number, and when, changes only with the number.
 */
export async function replaceAssumptions(
  client: Client,
  scope: Scope,
  { at, by, assumptions }: { at: Instant; by: string | null; assumptions: readonly NamedRange[] },
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
      insert into assumptions as known (workspace_id, name, low, mid, high, entered_at, entered_by)
      values (${scope}, ${name}, ${low}, ${mid}, ${high}, ${new Date(at)}, ${by})
      on conflict (workspace_id, name) do update
        set low = excluded.low, mid = excluded.mid, high = excluded.high,
          entered_at = excluded.entered_at, entered_by = excluded.entered_by
        where (known.low, known.mid, known.high) is distinct from (excluded.low, excluded.mid, excluded.high)`,
    )
  }
}

export async function listAssumptions(client: Client, scope: Scope): Promise<EnteredAssumption[]> {
  const rows = await list(
    client,
    build
      .selectFrom('assumptions')
      .select(['name', 'low', 'mid', 'high', 'entered_by as by', 'entered_at as at'])
      .where('workspace_id', '=', scope)
      .orderBy('name'),
  )
  return rows.map(({ at, ...row }) => ({ ...row, at: Number(at) }))
}
