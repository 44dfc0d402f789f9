import { parentPort, workerData } from 'node:worker_threads'
import type { Instant } from '../../core/base/time.ts'
import type { ReadingSettings } from '../../core/issues/settings.ts'
import { openStore, type StorePlace } from '../../store/open.ts'
import type { Scope } from '../../store/scope.ts'
import type { EndpointConfig } from '../config.ts'
import { loadWords } from '../words.ts'
import { learn } from './learn.ts'

export type LearningOrder = {
  readonly place: StorePlace
  readonly scope: Scope
  readonly settings: ReadingSettings
  readonly endpoint: EndpointConfig | undefined
  readonly at: Instant
}

const { place, scope, ...learning }: LearningOrder = workerData
const store = await openStore(place)
try {
  parentPort?.postMessage(await learn(store, scope, { ...learning, words: await loadWords() }))
} finally {
  await store.close()
}
