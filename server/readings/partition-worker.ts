import { parentPort, workerData } from 'node:worker_threads'
import {
  type Learned,
  prepareUnderstanding,
  withCorrections,
} from '../../core/causes/prepare-understanding.ts'
import type { ReadingSettings } from '../../core/issues/settings.ts'
import type { Correction } from '../../core/signals/corrections/correction.ts'
import { joinStore, type Store } from '../../store/open.ts'
import type { Scope } from '../../store/scope.ts'
import { packError } from '../across-threads.ts'
import { stepBack } from '../running/step-back.ts'
import { loadWords } from '../words.ts'
import { readPartition } from './read-partition.ts'

/** What a worker is told at its start; afterwards it gets partition numbers and answers each when it is read. */
export type WorkerOrder = {
  readonly connection: Store['connection']
  readonly scope: Scope
  readonly readingId: number
  readonly settings: ReadingSettings
  readonly learned: Learned
  readonly corrections: readonly Correction[]
  /** Nobody waits for it. */
  readonly isBeside: boolean
}

const { connection, learned, corrections, isBeside, ...order }: WorkerOrder = workerData
if (isBeside) stepBack('last')
const store = joinStore(connection)
const understanding = withCorrections(prepareUnderstanding(learned, await loadWords()), corrections)

parentPort?.on('message', async (partition: number | null) => {
  if (partition === null) {
    await store.close()
    parentPort?.close()
    return
  }
  try {
    await readPartition(store.pool, { ...order, partition }, understanding)
    parentPort?.postMessage({ partition })
  } catch (error) {
    parentPort?.postMessage({ partition, error: packError(error) })
  }
})
