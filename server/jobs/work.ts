import { run } from 'graphile-worker'
import { z } from 'zod'
import { listAllDueAnswers } from '../../store/answers.ts'
import { listAllDueConnectors } from '../../store/connectors.ts'
import { listAllDueWorkspaces, listDueIssues } from '../../store/desk-steps.ts'
import { openQueuePool, silent } from '../../store/jobs.ts'
import { listAllDueForSearch } from '../../store/search/due.ts'
import { listAllUnreadShares } from '../../store/unread.ts'
import { queueAnswer } from '../answers/queue-answer.ts'
import { queuePull } from '../connectors/pull/queue-pull.ts'
import { deskNow } from '../desk/clock.ts'
import { enterById } from '../gate.ts'
import { queueDeskClock, queueReadNew, queueSearch } from '../live/queue.ts'
import { sayError } from '../running/say-error.ts'
import type { Service } from '../service.ts'
import { fewAtOnce } from './few-at-once.ts'
import { type Lane, lanes, type Task } from './tasks.ts'

const payloadSchema = z.looseObject({ workspace: z.int() })

/** Jobs at once. Reading keeps the processor busy, ours and PostgreSQL's: more would only hold up those who are being served. */
const mostJobs = { prompt: 6, patient: 2 }
const mostReadingNew = 2
/** What nobody queued, because its process ended before it could, is found after this long. */
const sweepMs = 5000

export type Work = { stop(): Promise<void> }

/** Takes jobs of a lane from the queue until it is stopped; what it is doing then, it brings to an end. */
export async function startWork(service: Service, lane: Lane): Promise<Work> {
  const pool = openQueuePool(service.store.connection, mostJobs[lane] + 2)
  const inTurn = fewAtOnce(mostReadingNew)
  const runner = await run({
    pgPool: pool,
    taskList: Object.fromEntries(
      Object.entries<Task>(lanes[lane]).map(([name, task]) => [
        name,
        (payload: unknown) => {
          const work = () => perform(service, name, task, payload)
          return name === 'read-new' ? inTurn(work) : work()
        },
      ]),
    ),
    concurrency: mostJobs[lane],
    pollInterval: 1000,
    noHandleSignals: true,
    logger: silent,
  })
  // What stops it otherwise is the store going away, which every job says by itself.
  runner.promise.catch(() => {})
  const sweeping = lane === 'prompt' ? setInterval(() => void sweep(service), sweepMs) : undefined
  if (sweeping !== undefined) await sweep(service)
  return {
    stop: async () => {
      clearInterval(sweeping)
      await runner.stop().catch(() => {})
      await pool.end()
    },
  }
}

async function perform(service: Service, name: string, task: Task, given: unknown): Promise<void> {
  const started = performance.now()
  const { workspace, ...payload } = payloadSchema.parse(given)
  const say = (outcome: string) => {
    const milliseconds = Math.round(performance.now() - started)
    service.log.info({ job: name, workspace, outcome, milliseconds })
  }
  try {
    await task(service, enterById(workspace), payload)
    say('done')
  } catch (error) {
    say('failed')
    service.log.error({ job: name, workspace, error: sayError(error) })
    throw error
  }
}

async function sweep(service: Service): Promise<void> {
  const { store, log, now } = service
  try {
    for (const { workspaceId, share } of await listAllUnreadShares(store.pool)) {
      await queueReadNew(store.pool, enterById(workspaceId), share)
    }
    for (const { id, workspaceId } of await listAllDueConnectors(store.pool, now())) {
      await queuePull(store.pool, enterById(workspaceId), id)
    }
    for (const { id, workspaceId } of await listAllDueAnswers(store.pool, now())) {
      await queueAnswer(store.pool, enterById(workspaceId), id)
    }
    for (const workspaceId of await listAllDueForSearch(store.pool)) {
      await queueSearch(store.pool, enterById(workspaceId))
    }
    for (const workspaceId of await listAllDueWorkspaces(store.pool, now())) {
      const scope = enterById(workspaceId)
      const due = await listDueIssues(store.pool, scope, await deskNow(service, scope))
      for (const issue of due) await queueDeskClock(store.pool, scope, issue)
    }
  } catch (error) {
    log.warn({ job: 'sweep', error: sayError(error) })
  }
}
