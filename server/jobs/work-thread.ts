import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { sayError } from '../running/say-error.ts'
import { startThread } from '../running/threads.ts'
import type { Service } from '../service.ts'
import type { Work } from './work.ts'

/** A job may take minutes, or wait for an import that does; it can be done again, so a stop does not wait for it. */
const patienceMs = 3000

/** Works in a thread of its own, so that reading never holds up whoever is being served. */
export async function startWorkThread({ config, log, life }: Service): Promise<Work> {
  const worker = startThread(new URL('./work-here.ts', import.meta.url), config)
  worker.on('error', (error) => {
    if (!life.stopping.aborted) log.error({ job: 'worker', error: sayError(error) })
  })
  await once(worker, 'message')
  return {
    stop: async () => {
      const ended = once(worker, 'exit').catch(() => {})
      worker.postMessage('stop')
      await Promise.race([ended, setTimeout(patienceMs, undefined, { ref: false })])
      await worker.terminate()
    },
  }
}
