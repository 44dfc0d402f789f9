import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { sayError } from '../running/say-error.ts'
import { startThread } from '../running/threads.ts'
import type { Service } from '../service.ts'
import type { Lane } from './tasks.ts'
import type { Work } from './work.ts'

/** A job may take minutes, or wait for an import that does; it can be done again, so a stop does not wait for it. */
const patienceMs = 3000

export type WorkOrder = { readonly config: Config; readonly lane: Lane }

/** Works in threads of their own, so that reading never holds up whoever is being served. */
export async function startWorkThreads(service: Service): Promise<Work> {
  const works = await Promise.all([startOne(service, 'prompt'), startOne(service, 'patient')])
  return {
    stop: async () => {
      await Promise.all(works.map((work) => work.stop()))
    },
  }
}

async function startOne({ config, log, life }: Service, lane: Lane): Promise<Work> {
  const order: WorkOrder = { config, lane }
  const worker = startThread(new URL('./work-here.ts', import.meta.url), order)
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
