import { existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Failure } from '../../contract/failures.ts'
import { type OnTable, writeBackup } from '../../store/backup/write-backup.ts'
import type { Service } from '../service.ts'

/** Readable by its owner only: it holds what customers said. */
const ownerOnly = 0o600

/** Writes the whole store into a file, compressed; the file has its name only when it is whole and on disk. */
export async function saveBackup({ store, now }: Service, path: string, onTable: OnTable): Promise<number> {
  if (existsSync(path)) {
    throw new Failure('conflict', `${path} is there already.`, 'Name a new file, or remove that one first.')
  }
  const part = `${path}.part-${process.pid}`
  try {
    const file = await open(part, 'wx', ownerOnly)
    await pipeline(
      writeBackup(store.pool, now(), onTable),
      createGzip(),
      file.createWriteStream({ flush: true }),
    )
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
  return (await stat(path)).size
}
