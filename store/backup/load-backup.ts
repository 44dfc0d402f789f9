import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { type Connection, inTransaction } from '../postgres/client.ts'
import { storeError } from '../postgres/problem.ts'
import { damaged, type Frame } from './frames.ts'
import {
  countOn,
  type KeptTable,
  listColumns,
  listKeptTables,
  lockAndListFilled,
  quote,
  takeForeignKeysOff,
} from './tables.ts'
import type { OnTable } from './write-backup.ts'

const tableSchema = z.object({ name: z.string(), columns: z.array(z.string()) })
const endSchema = z.object({ rows: z.number() })
const sequencesSchema = z.array(z.object({ name: z.string(), last: z.number() }))

/**
 * Fills an empty store from the pieces of a backup: all of it or nothing, because a damaged file shows by its last piece at
 * the latest, before the commit. The store must be at the migration at which the backup was taken.
 */
export async function loadBackup(pool: pg.Pool, frames: AsyncIterable<Frame>, onTable: OnTable) {
  await inTransaction(pool, async (client) => {
    const tables = await listKeptTables(client)
    const filled = await lockAndListFilled(client, tables)
    if (filled.length > 0) throw notEmpty(filled)
    const foreignKeys = await takeForeignKeysOff(client)
    await fillTables(client, tables, frames, onTable)
    for (const statement of foreignKeys) await client.query(statement)
  })
  await pool.query('analyze')
}

async function fillTables(
  client: Connection,
  tables: readonly KeptTable[],
  frames: AsyncIterable<Frame>,
  onTable: OnTable,
) {
  const source = frames[Symbol.asyncIterator]()
  for (let next = await source.next(); !next.done; next = await source.next()) {
    const { kind, body } = next.value
    if (kind === 'S') for (const sequence of parse(sequencesSchema, body)) await countOn(client, sequence)
    if (kind !== 'T') continue
    const table = parse(tableSchema, body)
    if (!tables.some(({ name }) => name === table.name)) throw damaged()
    onTable(table.name, await fillTable(client, table, source))
  }
}

async function fillTable(
  client: Connection,
  table: KeptTable,
  source: AsyncIterator<Frame>,
): Promise<number> {
  const stream = client.query(copyFrom(`copy ${quote(table.name)} (${listColumns(table)}) from stdin`))
  let rows = 0
  await pipeline(async function* () {
    for (;;) {
      const next = await source.next()
      if (next.done) throw damaged()
      const { kind, body } = next.value
      if (kind === 'D') yield body
      else {
        rows = parse(endSchema, body).rows
        return
      }
    }
  }, stream)
  if (stream.rowCount !== rows) throw damaged()
  return rows
}

function parse<T>(schema: z.ZodType<T>, body: Buffer): T {
  return schema.parse(JSON.parse(body.toString()))
}

function notEmpty(filled: readonly string[]) {
  return storeError(
    'notEmpty',
    `There is something in this store already (in ${filled.slice(0, 3).join(', ')}).`,
    'Restore into an empty database or a new folder: --data DIR.',
  )
}
