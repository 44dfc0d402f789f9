import { prepareUnderstanding, withCorrections } from '../../core/causes/prepare-understanding.ts'
import type { Tally } from '../../core/causes/tally.ts'
import { partitionCount } from '../../store/partitions.ts'
import type { Service } from '../service.ts'
import type { WorkerOrder } from './partition-worker.ts'
import { readPartition } from './read-partition.ts'

/** Reads all partitions one after the other in this thread: a small workspace is done before a thread has started. */
export async function readHere(
  { store, words }: Pick<Service, 'store' | 'words'>,
  { learned, corrections, ...order }: Omit<WorkerOrder, 'place'>,
): Promise<readonly Tally[]> {
  const understanding = withCorrections(prepareUnderstanding(learned, words), corrections)
  const tallies: Tally[] = []
  for (let partition = 0; partition < partitionCount; partition++) {
    tallies.push(await readPartition(store.pool, { ...order, partition }, understanding))
  }
  return tallies
}
