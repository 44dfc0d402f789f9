import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Instant } from '../../core/base/time.ts'
import type { Connection } from '../postgres/client.ts'
import { type Frame, inPieces, jsonFrame, packFrames } from './frames.ts'
import { backupForm, listMigrationsDone } from './head.ts'
import { type KeptTable, listColumns, listKeptTables, listSequences, quote } from './tables.ts'

export type OnTable = (table: string, rows: number) => void

const settings = [
  // What may not be seen must stop a backup, not leave it silently short.
  'row_security = off',
  // Rows in the order in which they lie: equal stores give equal files.
  'max_parallel_workers_per_gather = 0',
  'synchronize_seqscans = off',
]

/**
 * The whole store as it is at one moment, every workspace, piece by piece: whoever writes meanwhile is not held up, and is
 * not in it. Nothing is decrypted on the way.
 */
export async function* writeBackup(pool: pg.Pool, madeAt: Instant, onTable: OnTable): AsyncGenerator<Buffer> {
  const client = await pool.connect()
  let isWhole = false
  try {
    await client.query('begin isolation level repeatable read read only')
    for (const setting of settings) await client.query(`set local ${setting}`)
    yield* packFrames(listFrames(client, madeAt, onTable))
    await client.query('commit')
    isWhole = true
  } finally {
    // Whoever stops in the middle of a COPY leaves a connection that is of no more use.
    client.release(!isWhole)
  }
}

async function* listFrames(client: Connection, madeAt: Instant, onTable: OnTable): AsyncGenerator<Frame> {
  yield jsonFrame('H', { form: backupForm, madeAt, migrations: await listMigrationsDone(client) })
  for (const table of await listKeptTables(client)) {
    yield jsonFrame('T', table)
    const rows = yield* copyOut(client, table)
    yield jsonFrame('E', { rows })
    onTable(table.name, rows)
  }
  yield jsonFrame('S', await listSequences(client))
}

async function* copyOut(client: Connection, table: KeptTable): AsyncGenerator<Frame, number> {
  const stream = client.query(
    copyTo(`copy (select ${listColumns(table)} from ${quote(table.name)}) to stdout`),
  )
  for await (const body of inPieces(stream)) yield { kind: 'D', body }
  return stream.rowCount
}
