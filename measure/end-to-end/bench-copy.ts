import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from, to } from 'pg-copy-streams'
import { openStore } from '../../store/open.ts'
import { weighPostgres, weighProcess } from './bench-processes.ts'

export type CopyMeasure = {
  readonly seconds: number
  /** Processor time of the client and of PostgreSQL together. */
  readonly cpuSeconds: number
}

/**
 * What PostgreSQL itself needs for the rows that a reading has left in the store: COPY of the same interactions from a
 * file into a plain table, and the index that interactions have. Nothing is parsed, checked or understood.
 */
export async function copyBare(data: string): Promise<CopyMeasure> {
  const store = await openStore({ dataDir: data })
  const client = await store.pool.connect()
  const file = join(data, 'bare.copy')
  try {
    await pipeline(client.query(to('copy (select * from interactions) to stdout')), createWriteStream(file))
    await client.query('create table bare (like interactions)')
    await client.query('checkpoint')
    const cpuUsed = () => weighProcess(process.pid).cpuSeconds + weighPostgres(data).cpuSeconds
    const started = performance.now()
    const cpuBefore = cpuUsed()
    await pipeline(
      createReadStream(file, { highWaterMark: 256 * 1024 }),
      client.query(from('copy bare from stdin')),
    )
    await client.query('create index on bare (workspace_id, identity, at, sequence)')
    await client.query('create unique index on bare (workspace_id, id)')
    return { seconds: (performance.now() - started) / 1000, cpuSeconds: cpuUsed() - cpuBefore }
  } finally {
    client.release()
    await store.close()
    await rm(file, { force: true })
  }
}
