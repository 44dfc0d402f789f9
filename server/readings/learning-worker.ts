import { parentPort, workerData } from 'node:worker_threads'
import type { ReadingSettings } from '../../core/issues/settings.ts'
import { openStore, type StorePlace } from '../../store/open.ts'
import type { Scope } from '../../store/scope.ts'
import { loadWords } from '../words.ts'
import { learn } from './learn.ts'

export type LearningOrder = {
  readonly place: StorePlace
  readonly scope: Scope
  readonly settings: ReadingSettings
}

const { place, scope, settings }: LearningOrder = workerData
const store = await openStore(place)
try {
  parentPort?.postMessage(await learn(store, scope, { settings, words: await loadWords() }))
} finally {
  await store.close()
}
