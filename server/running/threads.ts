import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Failure } from '../../contract/failures.ts'

/** The threads of this process, so that its end can be theirs. */
const running = new Set<Worker>()

/** A thread that was stopped says so by an error, so that nobody waits for its answer or takes half of one for whole. */
export function startThread(file: URL, workerData: unknown): Worker {
  const thread = new Worker(file, { workerData })
  running.add(thread)
  thread.on('error', () => {})
  thread.once('exit', (code) => {
    running.delete(thread)
    if (code !== 0) thread.emit('error', stopped())
  })
  return thread
}

/**
 * The one message of a thread, when it has ended. Both are awaited from the start: to somebody who was busy, a thread says its
 * last word and its end in one moment.
 */
export async function lastWord<T>(thread: Worker): Promise<T> {
  const [[word]]: [T[], unknown] = await Promise.all([once(thread, 'message'), once(thread, 'exit')])
  if (word === undefined) throw new Error('Our fault: a thread answered nothing')
  return word
}

export async function stopThreads(): Promise<void> {
  await Promise.all([...running].map((thread) => thread.terminate()))
}

function stopped(): Failure {
  return new Failure('busy', 'It was stopped before it was done.', 'The next start goes on with it.')
}
