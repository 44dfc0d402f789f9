import { parentPort, workerData } from 'node:worker_threads'
import type { Instant } from '../../core/base/time.ts'
import type { ReadingSettings } from '../../core/issues/settings.ts'
import { joinStore, type Store } from '../../store/open.ts'
import type { Scope } from '../../store/scope.ts'
import type { EndpointConfig } from '../config.ts'
import { loadWords } from '../words.ts'
import { learn } from './learn.ts'

export type LearningOrder = {
  readonly connection: Store['connection']
  readonly scope: Scope
  readonly settings: ReadingSettings
  readonly endpoint: EndpointConfig | undefined
  readonly at: Instant
}

const { connection, scope, ...learning }: LearningOrder = workerData
const store = joinStore(connection)
try {
  parentPort?.postMessage(await learn(store, scope, { ...learning, words: await loadWords() }))
} finally {
  await store.close()
}
