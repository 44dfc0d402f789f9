import type { Tally } from '../../core/causes/tally.ts'
import { partitionCount } from '../../store/partitions.ts'
import { type PackedError, unpackError } from '../across-threads.ts'
import { startThread } from '../running/threads.ts'
import type { WorkerOrder } from './partition-worker.ts'

type Answer = { readonly partition: number; readonly tally?: Tally; readonly error?: PackedError }

/**
 * Reads all partitions in `workers` threads, each taking the next partition when it is done with one.
 * Answers with the tallies in the order of partitions, whoever made them; stops at the first that fails.
 */
export async function readInWorkers(order: WorkerOrder, workers: number): Promise<readonly Tally[]> {
  const tallies: Tally[] = []
  let next = 0
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = startThread(new URL('./partition-worker.ts', import.meta.url), order)
      const hand = () => worker.postMessage(next < partitionCount ? next++ : null)
      worker.on('message', ({ partition, tally, error }: Answer) => {
        if (tally === undefined) {
          next = partitionCount
          reject(unpackError(error ?? { message: 'Our fault: a reading thread answered nothing' }))
          void worker.terminate()
          return
        }
        tallies[partition] = tally
        hand()
      })
      worker.on('error', reject)
      worker.on('exit', () => resolve())
      hand()
    })
  await Promise.all(Array.from({ length: workers }, work))
  return tallies
}
