import { Worker } from 'node:worker_threads'
import { type PackedError, unpackError } from '../across-threads.ts'
import type { WorkerOrder } from './partition-worker.ts'

type Answer = { readonly partition: number; readonly error?: PackedError }

export type Pass = {
  readonly partitions: readonly number[]
  readonly workers: number
  /** Called with how many of the partitions are read. */
  readonly onRead: (read: number) => void
}

/** Reads partitions in threads, each taking the next one when it is done with one; stops at the first that fails. */
export async function readInWorkers(
  order: WorkerOrder,
  { partitions, workers, onRead }: Pass,
): Promise<void> {
  const waiting = [...partitions]
  let read = 0
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./partition-worker.ts', import.meta.url), { workerData: order })
      const hand = () => worker.postMessage(waiting.shift() ?? null)
      worker.on('message', ({ error }: Answer) => {
        if (error !== undefined) {
          waiting.length = 0
          reject(unpackError(error))
          void worker.terminate()
          return
        }
        read += 1
        onRead(read)
        hand()
      })
      worker.on('error', reject)
      worker.on('exit', () => resolve())
      hand()
    })
  await Promise.all(Array.from({ length: workers }, work))
}
