import { availableParallelism } from 'node:os'
import { causeId } from '../../core/base/ids.ts'
import { decidedCauses, type Learned } from '../../core/causes/prepare-understanding.ts'
import { sumTallies, type Tally } from '../../core/causes/tally.ts'
import { joinIdentities } from '../../core/interactions/join-identities.ts'
import { countReturns } from '../../core/issues/count-returns.ts'
import { defaultSettings, type ReadingSettings } from '../../core/issues/settings.ts'
import { saveCauses } from '../../store/causes.ts'
import { listCorrections } from '../../store/corrections.ts'
import { streamFollowUps } from '../../store/follow-ups.ts'
import { listIdentityLinks, replaceIdentities } from '../../store/identities.ts'
import { countInteractions } from '../../store/interactions.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import { abandonRunningReadings, finishReading, startReading } from '../../store/readings.ts'
import { saveReviewCandidates } from '../../store/review-candidates.ts'
import type { Scope } from '../../store/scope.ts'
import { readingMethod } from '../pipeline.ts'
import type { ReadingDocuments } from '../reports/documents.ts'
import { writeDocuments } from '../reports/write-documents.ts'
import type { FollowedContacts } from '../reports/write-report.ts'
import type { Service } from '../service.ts'
import { followIssues } from './follow-issues.ts'
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

/**
 * Reads a workspace's facts from the customers' side, from the first to the last, and makes the result current.
 * The former reading stays on screen until this one is whole; a killed one leaves nothing behind.
 */
export async function runReading(service: Service, scope: Scope, onStep: OnStep): Promise<ReadingDocuments> {
  const { store, now } = service
  const settings = defaultSettings
  await inTransaction(store.pool, (client) => abandonRunningReadings(client, scope))
  onStep('Finding who is who')
  await settleIdentities(service, scope)
  const interactions = await countInteractions(store.pool, scope)
  onStep('Hearing what customers came about')
  const place = service.config.store
  const isSmall = interactions < interactionsForThreads
  const learning = { settings, endpoint: service.config.endpoint, at: now() }
  const learned = isSmall
    ? await learn(store, scope, { ...learning, words: service.words })
    : await learnInWorker({ ...learning, place, scope })
  const readingId = await startReading(store.pool, scope, { method: stampOf(learned), at: now() })
  const corrections = await listCorrections(store.pool, scope)
  const order = { scope, readingId, settings, learned, corrections }
  onStep('Following each customer through contacts and issues')
  const tallies = isSmall
    ? await readHere(service, order)
    : await readInWorkers({ ...order, place }, threadsFor(interactions))
  onStep('Adding up')
  const tally = sumTallies(tallies)
  const followed = await followContacts(service, scope, { readingId, tally, settings })
  const { causes: spoken = [], themes = [] } = decidedCauses(learned) ?? {}
  const documents = writeDocuments(
    tally,
    { causes: [...spoken, ...tally.categories.values()], themes, endpoint: learned.endpoint ?? null },
    followed,
  )
  await inTransaction(store.pool, async (client) => {
    const { report, overview, cost, causes } = documents
    await saveCauses(client, scope, {
      readingId,
      causes: causes.map((document) => ({ id: causeId(document.cause.id), document })),
    })
    await saveReviewCandidates(client, scope, {
      readingId,
      candidates: Object.values(tally.review).flat(),
    })
    await finishReading(client, scope, {
      id: readingId,
      at: now(),
      report,
      overview,
      cost,
      causeModel: learned,
    })
  })
  return documents
}

/** The built-in method, and the endpoint where causes were drawn by it. */
function stampOf({ causes }: Learned): string {
  const engine = causes?.given?.engine
  return engine === undefined ? readingMethod : `${readingMethod} ${engine}`
}

function threadsFor(interactions: number): number {
  return interactions < interactionsForSeveral ? 1 : Math.min(mostThreads, availableParallelism())
}

/** Whose each identity is, from all that was ever named together, and whose each case turned out to be. */
async function settleIdentities({ store }: Service, scope: Scope): Promise<void> {
  const links = await listIdentityLinks(store.pool, scope)
  const customers = joinIdentities(links)
  const owners = [...customers].map(([identity, customer]) => ({ identity, customer }))
  await inTransaction(store.pool, (client) => replaceIdentities(client, scope, owners))
}

async function followContacts(
  { store }: Service,
  scope: Scope,
  { readingId, tally, settings }: { readingId: number; tally: Tally; settings: ReadingSettings },
): Promise<FollowedContacts | null> {
  const { lastAt } = tally
  if (lastAt === null) return null
  const returns = countReturns(settings.windowsDays, lastAt)
  const repeats = countReturns(settings.windowsDays, lastAt)
  const firsts = countReturns(settings.windowsDays, lastAt)
  await inTransaction(store.pool, async (client) => {
    for await (const contacts of streamFollowUps(client, scope, readingId)) {
      for (const { at, minutesToNext, minutesToSame, positionInIssue } of contacts) {
        returns.add({ at, minutesToFollower: minutesToNext })
        repeats.add({ at, minutesToFollower: minutesToSame })
        if (positionInIssue === 1) firsts.add({ at, minutesToFollower: minutesToSame })
      }
    }
  })
  const issues = await followIssues({ store }, scope, { readingId, lastAt })
  return { returns: returns.result(), repeats: repeats.result(), firsts: firsts.result(), ...issues }
}
