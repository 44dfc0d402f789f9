import { sql } from 'kysely'
import { type Connection, streamRows } from './postgres/client.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

/** The interaction that opened a contact, by its name in the source, and the cause that was read in it. */
export type Opener = { readonly cause: string; readonly externalId: string }

const batchSize = 10_000

/** Openers of all contacts of the current reading that have a cause, in no order. */
export async function* streamOpeners(client: Connection, scope: Scope): AsyncGenerator<Opener[]> {
  yield* streamRows(
    client,
    sql<Opener>`
    select c.cause_id as cause, i.external_id as "externalId"
    from (select * from contacts where ${inReading(scope)} and cause_id is not null) c
    join interactions i on i.workspace_id = c.workspace_id and i.identity = c.identity and i.id = c.id`,
    batchSize,
  )
}
