import { availableParallelism } from 'node:os'
import type { Learned } from '../../core/causes/prepare-understanding.ts'
import { startJoining } from '../../core/interactions/join-identities.ts'
import { defaultSettings } from '../../core/issues/settings.ts'
import { listCorrectionsAt } from '../../store/corrections.ts'
import { replaceIdentities, streamIdentityLinks } from '../../store/identities.ts'
import { listIdentityRulings } from '../../store/identity-rulings.ts'
import { countInteractions } from '../../store/interactions.ts'
import { dropBeyondFloors } from '../../store/kept-items.ts'
import { holdUpdates, lockIdentities } from '../../store/locks.ts'
import { partitionCount } from '../../store/partitions.ts'
import { inSnapshot, inTransaction } from '../../store/postgres/client.ts'
import {
  abandonRunningReadings,
  findReadingState,
  findRunningReading,
  finishReading,
  type ReadingState,
  startReading,
  weighReadings,
} from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { listReadPartitions } from '../../store/tally-parts.ts'
import { countUnread } from '../../store/unread.ts'
import { findEndpoint } from '../endpoint/setting/find-endpoint.ts'
import { catchUp } from '../live/read-new.ts'
import { readingMethod } from '../pipeline.ts'
import type { ReadingDocuments } from '../reports/documents.ts'
import { writeReading } from '../reports/write-reading.ts'
import type { Service } from '../service.ts'
import { understandingBy } from './current-understanding.ts'
import { findLearned } from './find-learned.ts'
import { learn } from './learn.ts'
import { learnInWorker } from './learn-in-worker.ts'
import { readHere } from './read-here.ts'
import { readInWorkers } from './read-in-workers.ts'

/** Below these a thread, or a second one, takes longer to start than to do the work. */
const interactionsForThreads = 2000
const interactionsForSeveral = 20_000
/** Each thread needs about 100 MB. */
const mostThreads = 4

export type OnStep = (step: string) => void

export type HowToRead = {
  /** Understands texts by what another reading learned, and learns nothing itself. */
  readonly given?: Learned
  /** Nobody waits for it: it takes one processor, half of the time, so that what comes meanwhile is kept and read. */
  readonly isBeside?: boolean
}

type Begun = Pick<ReadingState, 'id' | 'startedAt' | 'facts'> & { readonly learned: Learned }

/**
 * Reads a workspace's facts from the customers' side, from the first to the last, and makes the result current. The
 * former reading stays on screen, and stays up to date, until this one is whole. One that was killed is taken up where it
 * was; facts that come meanwhile are read last.
 */
export async function runReading(
  service: Service,
  scope: Scope,
  onStep: OnStep,
  { given, isBeside = false }: HowToRead = {},
): Promise<ReadingDocuments> {
  const { store, now } = service
  const begun = (await takeUp(service, scope)) ?? (await begin(service, scope, given, onStep))
  await readPartitions(service, scope, { ...begun, isBeside }, onStep)
  await inTransaction(store.pool, (client) => dropBeyondFloors(client, scope, begun.id))
  const { id } = begun
  const [documents] = await Promise.all([
    complete(service, scope, begun, onStep),
    begun.facts < interactionsForThreads ? null : inTransaction(store.pool, weighReadings),
  ])
  await inTransaction(store.pool, async (client) => {
    await holdUpdates(client, scope)
    await finishReading(client, scope, { id, at: now() })
  })
  return documents
}

/** Reads what came while it was read, and adds everything up. */
async function complete(
  service: Service,
  scope: Scope,
  begun: Begun,
  onStep: OnStep,
): Promise<ReadingDocuments> {
  onStep('Reading what came meanwhile')
  await readMeanwhile(service, scope, begun)
  onStep('Adding up')
  const { id, learned } = begun
  return inSnapshot(service.store.pool, (client) =>
    writeReading(client, scope, { readingId: id, learned, issues: 'anew' }),
  )
}

/** The built-in method, and the endpoint where causes were drawn by it. */
function stampOf({ causes }: Learned): string {
  const engine = causes?.given?.engine
  return engine === undefined ? readingMethod : `${readingMethod} ${engine}`
}

async function takeUp({ store }: Service, scope: Scope): Promise<Begun | null> {
  const running = await findRunningReading(store.pool, scope, readingMethod)
  await inTransaction(store.pool, (client) => abandonRunningReadings(client, scope, running?.id ?? null))
  const learned = running && (await findLearned(store.pool, scope, running.id))
  return running && learned && { ...running, learned }
}

async function begin(
  service: Service,
  scope: Scope,
  given: Learned | undefined,
  onStep: OnStep,
): Promise<Begun> {
  const { store, now } = service
  const current = await findReadingState(store.pool, scope)
  if (current === null || current.isBehind) {
    onStep('Finding who is who')
    await settleIdentities(service, scope)
  }
  const facts = await countInteractions(store.pool, scope)
  onStep('Hearing what customers came about')
  const learned = given ?? (await learnFrom(service, scope, facts))
  const startedAt = now()
  const id = await inTransaction(store.pool, (client) =>
    startReading(client, scope, { method: stampOf(learned), at: startedAt, facts, causeModel: learned }),
  )
  return { id, startedAt, facts, learned }
}

async function learnFrom(service: Service, scope: Scope, facts: number): Promise<Learned> {
  const { store, words, now } = service
  const endpoint = await findEndpoint(service, scope)
  const learning = { settings: defaultSettings, endpoint, at: now() }
  if (facts < interactionsForThreads) return learn(store, scope, { ...learning, words })
  return learnInWorker({ ...learning, connection: store.connection, scope })
}

async function readPartitions(
  service: Service,
  scope: Scope,
  { id: readingId, startedAt, facts, learned, isBeside }: Begun & { readonly isBeside: boolean },
  onStep: OnStep,
): Promise<void> {
  const { store } = service
  const read = new Set(await listReadPartitions(store.pool, scope, readingId))
  const partitions = Array.from({ length: partitionCount }, (_, at) => at).filter((at) => !read.has(at))
  const corrections = await listCorrectionsAt(store.pool, scope, startedAt)
  const order = { scope, readingId, settings: defaultSettings, learned, corrections }
  const onRead = (count: number) =>
    onStep(
      `Following each customer through contacts and issues, part ${read.size + count} of ${partitionCount}`,
    )
  onRead(0)
  if (facts < interactionsForThreads) await readHere(service, order, { partitions, onRead })
  else
    await readInWorkers(
      { ...order, connection: store.connection, isBeside },
      { partitions, workers: isBeside ? 1 : threadsFor(facts), restPerWork: isBeside ? 1 : 0, onRead },
    )
}

/** What came while it was read is read before it becomes current, so that nothing waits behind that. */
async function readMeanwhile(
  service: Service,
  scope: Scope,
  { id, startedAt, learned }: Begun,
): Promise<void> {
  if ((await countUnread(service.store.pool, scope, id)) === 0) return
  const understanding = await understandingBy(service, scope, { learned, startedAt })
  await catchUp(service, scope, { readingId: id, understanding })
}

function threadsFor(interactions: number): number {
  return interactions < interactionsForSeveral ? 1 : Math.min(mostThreads, availableParallelism())
}

/** Whose each identity is, from all that was ever named together or ruled, and whose each case turned out to be. */
async function settleIdentities({ store }: Service, scope: Scope): Promise<void> {
  await inTransaction(store.pool, async (client) => {
    await lockIdentities(client, scope)
    const joining = startJoining(await listIdentityRulings(client, scope))
    for await (const links of streamIdentityLinks(client, scope)) for (const link of links) joining.add(link)
    await replaceIdentities(client, scope, joining.owners())
  })
}
