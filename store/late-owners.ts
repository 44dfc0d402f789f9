import { sql } from 'kysely'
import { type Identity, identityOf } from '../core/base/ids.ts'
import { type Client, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** A case whose first facts came before anybody knew its customer: they are kept under the case itself. */
export type LateOwner = { readonly case: Identity; readonly owner: Identity }

/** Cases that got a customer only after some of their facts were kept; those facts never move. */
export async function listLateOwners(client: Client, scope: Scope): Promise<LateOwner[]> {
  const rows = await list(
    client,
    sql<{ case: string; owner: string }>`
    select k.identity as case, c.identity as owner
    from (select distinct identity from interactions
      where workspace_id = ${scope} and identity >= 'case:' and identity < 'case;') k
    join cases c on c.workspace_id = ${scope} and 'case:' || c.source || '/' || c.case_id = k.identity
    where c.identity is not null order by 1`,
  )
  return rows.map((row) => ({ case: identityOf(row.case), owner: identityOf(row.owner) }))
}
