import { causeId } from '../../core/base/ids.ts'
import { decidedCauses, type Learned } from '../../core/causes/prepare-understanding.ts'
import { categoriesOf, type Tally } from '../../core/causes/tally.ts'
import { edgeDays, type Followable, sumReturns } from '../../core/issues/count-returns.ts'
import { defaultSettings } from '../../core/issues/settings.ts'
import { replaceCauses } from '../../store/causes.ts'
import { listFollowUpsOn } from '../../store/follow-ups.ts'
import type { Connection } from '../../store/postgres/client.ts'
import { saveReadingDocuments } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { listLiveGuidelines } from '../guidelines/live-guidelines.ts'
import { addUp } from './add-up.ts'
import type { ReadingDocuments } from './documents.ts'
import { type FollowedIssues, followIssues, lastFollowed } from './follow-issues.ts'
import { writeDocuments } from './write-documents.ts'
import type { FollowedContacts } from './write-report.ts'

export type ToWrite = {
  readonly readingId: number
  readonly learned: Learned | null
  /** Follow all issues anew, a pass over all of them; or say what was found last. */
  readonly issues: 'anew' | 'as last'
}

/**
 * Writes what a reading adds up to as the documents that screens show: the same whether its customers were read in one go
 * or brought up to date one by one. Call it in a transaction of one snapshot.
 */
export async function writeReading(
  client: Connection,
  scope: Scope,
  { readingId, learned, issues }: ToWrite,
): Promise<ReadingDocuments> {
  const tally = await addUp(client, scope, readingId)
  const followed = await follow(client, scope, { readingId, issues, tally })
  const { causes: spoken = [], themes = [] } = (learned && decidedCauses(learned)) ?? {}
  const causes = [...spoken, ...categoriesOf(tally.counts)]
  const guidelines = (await listLiveGuidelines(client, scope)).map(({ id, guideline }) => ({
    id: String(id),
    name: guideline.name,
    causes: guideline.causes,
  }))
  const tree = { causes, themes, endpoint: learned?.endpoint ?? null, guidelines }
  const documents = writeDocuments(tally, tree, followed)
  await replaceCauses(client, scope, {
    readingId,
    causes: documents.causes.map((document) => ({ id: causeId(document.cause.id), document })),
  })
  await saveReadingDocuments(client, scope, { id: readingId, ...documents })
  return documents
}

type Following = Omit<ToWrite, 'learned'> & { readonly tally: Tally }

async function follow(
  client: Connection,
  scope: Scope,
  { readingId, issues, tally }: Following,
): Promise<FollowedContacts | null> {
  const { counts, lastAt } = tally
  if (lastAt === null) return null
  const { windowsDays } = defaultSettings
  const days = edgeDays(windowsDays, lastAt)
  const edge = await listFollowUpsOn(client, scope, { readingId, days })
  const next = edge.map(({ minutesToNext, ...one }) => ({ ...one, minutesToFollower: minutesToNext }))
  const same = edge.map(({ at, minutesToSame, positionInIssue }) => ({
    at,
    minutesToFollower: minutesToSame,
    positionInIssue,
  }))
  const firsts = same.filter(({ positionInIssue }) => positionInIssue === 1)
  const sum = (of: keyof typeof counts.followed, contacts: readonly Followable[]) =>
    sumReturns(counts.followed[of], { windowsDays, periodEnd: lastAt, edge: contacts })
  return {
    returns: sum('next', next),
    repeats: sum('same', same),
    firsts: sum('firsts', firsts),
    edge: next,
    ...(await issuesOf(client, scope, { readingId, issues, tally })),
  }
}

async function issuesOf(
  client: Connection,
  scope: Scope,
  { readingId, issues, tally }: Following,
): Promise<FollowedIssues> {
  const known = issues === 'as last' ? await lastFollowed(client, scope, readingId) : null
  return known ?? followIssues(client, scope, { readingId, tally })
}
