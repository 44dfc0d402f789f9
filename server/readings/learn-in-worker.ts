import type { Learned } from '../../core/causes/prepare-understanding.ts'
import { lastWord, startThread } from '../running/threads.ts'
import type { LearningOrder } from './learning-worker.ts'

/** Learns in a thread of its own: seconds of arithmetic that must not hold up whoever is being served. */
export function learnInWorker(order: LearningOrder): Promise<Learned> {
  return lastWord(startThread(new URL('./learning-worker.ts', import.meta.url), order))
}
