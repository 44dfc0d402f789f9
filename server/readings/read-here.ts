import { prepareUnderstanding, withCorrections } from '../../core/causes/prepare-understanding.ts'
import type { Service } from '../service.ts'
import type { WorkerOrder } from './partition-worker.ts'
import type { Pass } from './read-in-workers.ts'
import { readPartition } from './read-partition.ts'

/** Reads partitions one after the other in this thread: a small workspace is done before a thread has started. */
export async function readHere(
  { store, words }: Pick<Service, 'store' | 'words'>,
  { learned, corrections, ...order }: Omit<WorkerOrder, 'connection' | 'isBeside'>,
  { partitions, onRead }: Pick<Pass, 'partitions' | 'onRead'>,
): Promise<void> {
  const understanding = withCorrections(prepareUnderstanding(learned, words), corrections)
  for (const [index, partition] of partitions.entries()) {
    await readPartition(store.pool, { ...order, partition }, understanding)
    onRead(index + 1)
  }
}
