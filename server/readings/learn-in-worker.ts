import { once } from 'node:events'
import type { Learned } from '../../core/causes/prepare-understanding.ts'
import { startThread } from '../running/threads.ts'
import type { LearningOrder } from './learning-worker.ts'

/** Learns in a thread of its own: seconds of arithmetic that must not hold up whoever is being served. */
export async function learnInWorker(order: LearningOrder): Promise<Learned> {
  const worker = startThread(new URL('./learning-worker.ts', import.meta.url), order)
  const [learned]: Learned[] = await once(worker, 'message')
  if (learned === undefined) throw new Error('Our fault: a learning thread answered nothing')
  await once(worker, 'exit')
  return learned
}
