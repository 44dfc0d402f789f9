import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import type { ImportFile } from '../../store/imports.ts'
import { type PackedError, unpackError } from '../across-threads.ts'
import { startThread } from '../running/threads.ts'
import type { KeepingOrder } from './keeping-worker.ts'

/** What a thread answers to its turn: how far the file is now, or null when nothing is left. */
export type Kept = { readonly file: ImportFile | null } | { readonly error: PackedError }

const threads = 2

/**
 * Keeps the batches of a large file by two threads that take turns: while one stores its batch, the other cuts and maps
 * the next. Batches are stored in the order of the file, so that what is kept is the same as by one.
 */
export async function keepInTurns(
  order: Omit<KeepingOrder, 'turn'>,
  onProgress: (file: ImportFile) => void,
): Promise<ImportFile> {
  const workers = Array.from({ length: threads }, (_, number) =>
    startThread(new URL('./keeping-worker.ts', import.meta.url), {
      ...order,
      turn: { number, of: threads },
    } satisfies KeepingOrder),
  )
  const broken = new Promise<never>((_, reject) => {
    for (const worker of workers) worker.on('error', reject)
  })
  broken.catch(() => {})
  try {
    const file = await takeTurns(workers, order.file, { broken, onProgress })
    await Promise.all(workers.map(leave))
    return file
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

async function takeTurns(
  workers: readonly Worker[],
  start: ImportFile,
  { broken, onProgress }: { broken: Promise<never>; onProgress: (file: ImportFile) => void },
): Promise<ImportFile> {
  let file = start
  for (let turn = 0; ; turn++) {
    const worker = workers[turn % workers.length]
    if (worker === undefined) return file
    const answered = once(worker, 'message')
    worker.postMessage(file)
    const [answer]: Kept[] = await Promise.race([answered, broken])
    if (answer === undefined || 'error' in answer) throw unpackError(answer?.error ?? noAnswer)
    if (answer.file === null) return file
    file = answer.file
    onProgress(file)
  }
}

const noAnswer = { message: 'Our fault: a keeping thread answered nothing' }

/** A thread that is told so closes its store and ends. */
async function leave(worker: Worker): Promise<void> {
  const left = once(worker, 'exit')
  worker.postMessage(null)
  await left
}
