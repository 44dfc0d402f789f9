import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { sayError } from '../running/say-error.ts'
import type { Service } from '../service.ts'
import type { Work } from './work.ts'

/** Works in a thread of its own, so that reading never holds up whoever is being served. */
export async function startWorkThread({ config, log }: Service): Promise<Work> {
  const worker = new Worker(new URL('./work-here.ts', import.meta.url), { workerData: config })
  worker.on('error', (error) => log.error({ job: 'worker', error: sayError(error) }))
  await once(worker, 'message')
  return {
    stop: async () => {
      const ended = once(worker, 'exit')
      worker.postMessage('stop')
      await ended
    },
  }
}
