import pino, { type Logger } from 'pino'
import type { WordTable } from '../core/text/word-table.ts'
import { openStore, type Store } from '../store/open.ts'
import { type Config, readConfig, type Stated } from './config.ts'
import { beginLife, type Life } from './running/life.ts'
import { type Metrics, startMetrics } from './running/metrics.ts'
import { stopThreads } from './running/threads.ts'
import { loadWords } from './words.ts'

/** What every route and command works with; opened once a process. */
export type Service = {
  readonly config: Config
  readonly store: Store
  readonly words: WordTable
  readonly log: Logger
  readonly metrics: Metrics
  readonly life: Life
  /** The clock, so that a test can hold it. */
  now(): number
}

/** Reads the settings, opens the store and loads the tables. The caller closes the store. */
export async function openService(
  stated: Stated,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Service> {
  return openServiceAt(readConfig(environment, stated))
}

/** The same with settings that were read before: for a thread of this process. */
export async function openServiceAt(config: Config): Promise<Service> {
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const [store, words] = await Promise.all([openStore(config.store), loadWords()])
  return { config, store, words, log, metrics: startMetrics(store.pool), life: beginLife(), now: Date.now }
}

/** Ends what still runs: it can go on at the next start, because everything finished is in the store. */
export async function endService({ store }: Service): Promise<void> {
  const closed = store.close()
  await stopThreads()
  await closed
}
