import { pipeline } from 'node:stream/promises'
import { createGunzip, type Gunzip } from 'node:zlib'
import { Failure } from '../../contract/failures.ts'
import { fileOnDisk } from '../../sources/source-file.ts'
import { damaged, type Frame, noBackup, unpackFrames } from '../../store/backup/frames.ts'
import { type BackupHead, migrationsOf, parseHead } from '../../store/backup/head.ts'
import { loadBackup } from '../../store/backup/load-backup.ts'
import type { OnTable } from '../../store/backup/write-backup.ts'
import { openStore } from '../../store/open.ts'
import { migrate } from '../../store/postgres/migrate.ts'
import { systemCode } from '../../store/postgres/problem.ts'
import type { Config } from '../config.ts'

/**
 * Fills the empty store of the settings from a backup. The file is read twice: once to its end before anything is touched,
 * so that a damaged one is refused at once, then into the store. The store is first brought to the form it had when the
 * backup was taken, and to the newest one afterwards, by the same migrations as any other.
 */
export async function restoreBackup(
  { store: place }: Config,
  path: string,
  onTable: OnTable,
): Promise<BackupHead> {
  const head = await checkBackup(path)
  const store = await openStore(place, migrationsOf(head)).catch((error: unknown) => {
    throw isOfNewerForm(error) ? storeIsNewer() : error
  })
  try {
    await loadBackup(store.pool, readFrames(path), onTable)
    await migrate(store.pool)
  } finally {
    await store.close()
  }
  return head
}

/** Reads a backup to its end, and throws when it is not as it was written. */
export async function checkBackup(path: string): Promise<BackupHead> {
  let head: BackupHead | null = null
  for await (const frame of readFrames(path)) head ??= parseHead(frame)
  if (head === null) throw damaged()
  migrationsOf(head)
  return head
}

async function* readFrames(path: string): AsyncGenerator<Frame> {
  const unzip = createGunzip({ chunkSize: 256 * 1024 })
  const fed = pipeline(fileOnDisk(path).open(), unzip)
  // What breaks the feeding is met by whoever takes the pieces.
  fed.catch(() => {})
  try {
    yield* unpackFrames(unzipped(unzip))
  } finally {
    unzip.destroy()
  }
}

async function* unzipped(unzip: Gunzip): AsyncGenerator<Buffer> {
  try {
    yield* unzip
  } catch (error) {
    throw systemCode(error)?.startsWith('Z_') ? whyNotUnzipped(error) : error
  }
}

function whyNotUnzipped(error: unknown) {
  return error instanceof Error && error.message === 'incorrect header check' ? noBackup() : damaged()
}

function isOfNewerForm(error: unknown): boolean {
  return error instanceof Error && 'storeProblem' in error && error.storeProblem === 'wrongSchema'
}

function storeIsNewer() {
  return new Failure(
    'conflict',
    'This store has been used by a newer version than the one that wrote the backup.',
    'Restore into an empty database or a new folder: --data DIR.',
  )
}
