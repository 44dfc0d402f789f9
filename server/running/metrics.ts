import type pg from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { describeQueue } from '../../store/jobs.ts'
import { countAllUnread } from '../../store/unread.ts'
import { within } from './within.ts'

export type Outcome = 'stored' | 'duplicate' | 'setAside'

export type Metrics = {
  /** All that is counted, in Prometheus' own form. */
  write(): Promise<string>
  countRequest(labels: { method: string; route: string; status: number }, seconds: number): void
  countInteractions(outcome: Outcome, count: number): void
}

const patienceMs = 2000
const seconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What this process counts of itself: no names, no words, only routes and numbers. */
export function startMetrics(pool: pg.Pool): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'outside_in_request_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers: [registry],
  })
  const interactions = new Counter({
    name: 'outside_in_interactions_total',
    help: 'Interactions that came in, by what became of them.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  for (const outcome of ['stored', 'duplicate', 'set_aside']) interactions.inc({ outcome }, 0)
  watchStore(pool, registry)
  const askQueue = watchQueue(pool, registry)
  return {
    write: async () => {
      await within(patienceMs, askQueue()).catch(() => {})
      return registry.metrics()
    },
    countRequest: (labels, took) => requests.observe(labels, took),
    countInteractions: (outcome, count) =>
      interactions.inc({ outcome: outcome === 'setAside' ? 'set_aside' : outcome }, count),
  }
}

function watchStore(pool: pg.Pool, registry: Registry) {
  new Gauge({
    name: 'outside_in_store_up',
    help: '1 when PostgreSQL answers, 0 when it does not.',
    registers: [registry],
    async collect() {
      this.set(
        await within(patienceMs, pool.query('select')).then(
          () => 1,
          () => 0,
        ),
      )
    },
  })
  new Gauge({
    name: 'outside_in_store_connections',
    help: 'Connections to PostgreSQL: in use and idle, and who waits for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'used' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'awaited' }, pool.waitingCount)
    },
  })
}

/** Asked of the store each time; one that is away leaves these as they were, and says so above. */
function watchQueue(pool: pg.Pool, registry: Registry): () => Promise<void> {
  const perTask = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['task'], registers: [registry] })
  const due = perTask('outside_in_jobs_due', 'Jobs that wait for a worker.')
  const oldest = perTask('outside_in_jobs_oldest_seconds', 'For how long the oldest of them has waited.')
  const unread = new Gauge({
    name: 'outside_in_unread_interactions',
    help: 'Interactions that are kept and in no reading yet.',
    registers: [registry],
  })
  return async () => {
    const [queue, count] = await Promise.all([describeQueue(pool), countAllUnread(pool)])
    for (const gauge of [due, oldest]) gauge.reset()
    for (const { task, due: jobs, oldestSeconds } of queue) {
      due.set({ task }, jobs)
      oldest.set({ task }, oldestSeconds)
    }
    unread.set(count)
  }
}
