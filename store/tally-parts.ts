import { sql } from 'kysely'
import type { NumberTree } from '../core/stats/sum-trees.ts'
import { type Client, type Connection, list, listOften } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** Counts that add up to those of a reading: a partition's, or (with null) the difference that some customers made. */
export type TallyPart = { readonly partition: number | null; readonly counts: NumberTree }

export async function saveTallyPart(
  client: Connection,
  scope: Scope,
  { readingId, partition, counts }: TallyPart & { readonly readingId: number },
): Promise<void> {
  await listOften(
    client,
    sql`
    insert into tally_parts (workspace_id, reading_id, partition, counts)
    values (${scope}, ${readingId}, ${partition}, ${JSON.stringify(counts)})`,
  )
}

export async function listTallyParts(client: Client, scope: Scope, readingId: number): Promise<TallyPart[]> {
  return list(
    client,
    sql<TallyPart>`
    select partition, counts from tally_parts
    where workspace_id = ${scope} and reading_id = ${readingId} order by id`,
  )
}

/** Partitions that were read whole already. */
export async function listReadPartitions(client: Client, scope: Scope, readingId: number): Promise<number[]> {
  const rows = await list(
    client,
    sql<{ partition: number }>`
    select partition from tally_parts
    where workspace_id = ${scope} and reading_id = ${readingId} and partition is not null`,
  )
  return rows.map(({ partition }) => partition)
}

/** Puts one sum in the place of all parts that this transaction knows. */
export async function foldTallyParts(
  client: Connection,
  scope: Scope,
  { readingId, counts }: { readonly readingId: number; readonly counts: NumberTree },
): Promise<void> {
  await list(client, sql`delete from tally_parts where workspace_id = ${scope} and reading_id = ${readingId}`)
  await saveTallyPart(client, scope, { readingId, partition: null, counts })
}
