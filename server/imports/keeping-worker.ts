import { parentPort, workerData } from 'node:worker_threads'
import type { Instant } from '../../core/base/time.ts'
import type { Guess } from '../../core/interactions/mapping.ts'
import { type Batch, readSource } from '../../sources/read-source.ts'
import { fileOnDisk } from '../../sources/source-file.ts'
import type { ImportFile } from '../../store/imports.ts'
import { joinStore, type Store } from '../../store/open.ts'
import type { Scope } from '../../store/scope.ts'
import { packError } from '../across-threads.ts'
import { keepBatch } from './keep-batch.ts'
import type { Kept } from './keep-in-turns.ts'

/** What a keeping thread is told at its start; afterwards it is told how far the file is whenever its turn comes. */
export type KeepingOrder = {
  readonly connection: Store['connection']
  readonly scope: Scope
  readonly importId: string
  readonly file: ImportFile
  readonly guess: Guess
  readonly batchRows: number
  readonly now: Instant
  /** Which of every `of` batches are this thread's. */
  readonly turn: { readonly number: number; readonly of: number }
}

const { connection, scope, importId, file, guess, ...options }: KeepingOrder = workerData
const store = joinStore(connection)
const batches = readSource(fileOnDisk(file.path, file.name), guess, { ...options, afterRows: file.rows })
/** Read while the other thread stores. */
let next = readNext()

function readNext(): Promise<IteratorResult<Batch>> {
  const batch = batches.next()
  // Whatever went wrong is said when the turn comes.
  batch.catch(() => {})
  return batch
}

async function keepNext(current: ImportFile): Promise<Kept> {
  try {
    const { done, value } = await next
    if (done) return { file: null }
    return { file: await keepBatch(store, scope, { importId, file: current, batch: value }) }
  } catch (error) {
    return { error: packError(error) }
  }
}

parentPort?.on('message', async (current: ImportFile | null) => {
  if (current === null) {
    await store.close()
    parentPort?.close()
    return
  }
  parentPort?.postMessage(await keepNext(current))
  next = readNext()
})
