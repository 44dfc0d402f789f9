import { setTimeout as pause } from 'node:timers/promises'
import { type PackedError, unpackError } from '../across-threads.ts'
import { startThread } from '../running/threads.ts'
import type { WorkerOrder } from './partition-worker.ts'

type Answer = { readonly partition: number; readonly error?: PackedError }

export type Pass = {
  readonly partitions: readonly number[]
  readonly workers: number
  /** How many times as long as a partition took a thread rests before the next one. */
  readonly restPerWork: number
  /** Called with how many of the partitions are read. */
  readonly onRead: (read: number) => void
}

/** Reads partitions in threads, each taking the next one when it is done with one; stops at the first that fails. */
export async function readInWorkers(
  order: WorkerOrder,
  { partitions, workers, restPerWork, onRead }: Pass,
): Promise<void> {
  const waiting = [...partitions]
  let read = 0
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = startThread(new URL('./partition-worker.ts', import.meta.url), order)
      let handedAt = 0
      const hand = () => {
        handedAt = performance.now()
        worker.postMessage(waiting.shift() ?? null)
      }
      worker.on('message', async ({ error }: Answer) => {
        if (error !== undefined) {
          waiting.length = 0
          reject(unpackError(error))
          void worker.terminate()
          return
        }
        read += 1
        onRead(read)
        if (restPerWork > 0) await pause(restPerWork * (performance.now() - handedAt))
        hand()
      })
      worker.on('error', reject)
      worker.on('exit', () => resolve())
      hand()
    })
  await Promise.all(Array.from({ length: workers }, work))
}
