import { sql } from 'kysely'
import { type CustomerId, customerId, type Identity } from '../../core/base/ids.ts'
import { type Client, list } from '../postgres/client.ts'
import { inReading } from '../readings.ts'
import type { Scope } from '../scope.ts'

export type FoundCustomer = {
  readonly customer: CustomerId
  readonly issues: number
  /** The issue that they last came with. */
  readonly latest: string | null
}

/** The customers who are known by one of these identities, with what the current reading holds of them. */
export async function findCustomers(
  client: Client,
  scope: Scope,
  identities: readonly Identity[],
): Promise<FoundCustomer[]> {
  const rows = await list(
    client,
    sql<{ customer: string; issues: number; latest: string | null }>`
    with named as (
      select distinct coalesce(d.customer, n.identity) as customer
      from unnest(${identities}::text[]) as n (identity)
      left join identities d on d.workspace_id = ${scope} and d.identity = n.identity
      where d.customer is not null
        or exists (select from interactions i where i.workspace_id = ${scope} and i.identity = n.identity)
        or exists (select from identities o where o.workspace_id = ${scope} and o.customer = n.identity))
    select customer,
      (select count(*) from issues s where ${inReading(scope)} and s.customer = named.customer) as issues,
      (select id from issues s where ${inReading(scope)} and s.customer = named.customer
        order by last_at desc nulls last, id desc limit 1) as latest
    from named order by customer`,
  )
  return rows.map((row) => ({ ...row, customer: customerId(row.customer) }))
}
