import type {
  GuidelineJson,
  GuidelineList,
  GuidelinePage,
  GuidelineRow,
  ReplayReply,
  ReplayRequest,
} from '../../contract/desk/guidelines.ts'
import { Failure } from '../../contract/failures.ts'
import { dayMs, type Instant, toIso } from '../../core/base/time.ts'
import { whyNotGuideline } from '../../core/guidelines/can.ts'
import { type Guideline, isRule } from '../../core/guidelines/guideline.ts'
import { type Objection, weighObjections } from '../../core/guidelines/objection.ts'
import { replayGuideline } from '../../core/guidelines/replay.ts'
import { weighExceptions } from '../../core/guidelines/weigh-exceptions.ts'
import { listDeskPeople } from '../../store/desk-people.ts'
import {
  addGuideline,
  addVersion,
  findGuideline,
  listGuidelines,
  listPastIssues,
  putLive,
  type StoredGuideline,
} from '../../store/guidelines.ts'
import { listObjections } from '../../store/objections.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { listPastExceptions } from '../../store/weighed-guidelines.ts'
import { findCurrency } from '../../store/workspaces.ts'
import { deskNow } from '../desk/clock.ts'
import { listCauseNames } from '../readings/reread-customer.ts'
import type { Service } from '../service.ts'
import { fromJson, liveVersionOf, parseGuideline } from './live-guidelines.ts'
import { whatTheyStandFor } from './stands-for.ts'

export async function listGuidelineRows(service: Service, scope: Scope): Promise<GuidelineList> {
  const { pool } = service.store
  const [stored, names, people, currency, now] = await Promise.all([
    listGuidelines(pool, scope),
    listCauseNames(service, scope),
    listDeskPeople(pool, scope),
    findCurrency(pool, scope),
    deskNow(service, scope),
  ])
  const guidelines = await Promise.all(
    stored.map(async (one) =>
      toRow(one, { names, now, objections: await listObjections(pool, scope, one.id) }),
    ),
  )
  return { guidelines, people, currency }
}

export async function findGuidelinePage(service: Service, scope: Scope, id: string): Promise<GuidelinePage> {
  const { pool } = service.store
  const stored = await findStored(service, scope, id)
  const [names, people, objections, currency, now] = await Promise.all([
    listCauseNames(service, scope),
    listDeskPeople(pool, scope),
    listObjections(pool, scope, stored.id),
    findCurrency(pool, scope),
    deskNow(service, scope),
  ])
  const [standsFor, past] = await Promise.all([
    whatTheyStandFor(service, scope, { objections, names, now }),
    listPastExceptions(pool, scope, { guideline: stored.id, now }),
  ])
  return {
    row: toRow(stored, { names, now, objections }),
    versions: stored.versions.map((version) => ({
      version: version.version,
      who: version.who,
      at: toIso(version.at),
      liveAt: version.liveAt === null ? null : toIso(version.liveAt),
      guideline: toJson(parseGuideline(version)),
    })),
    objections: objections.map((one) => toObjectionJson(one, standsFor(one))),
    exceptions: weighExceptions(past),
    people,
    currency,
  }
}

/** Keeps a draft: of a new guideline, or of a new version of one. Nothing holds before it is put live. */
export async function saveDraft(
  service: Service,
  scope: Scope,
  { id, guideline, who }: { id: string | null; guideline: GuidelineJson; who: string },
): Promise<string> {
  const stored = id === null ? null : await findStored(service, scope, id)
  const people = await listDeskPeople(service.store.pool, scope)
  refuseGuideline(whyNotGuideline(fromJson(guideline), people))
  const draft = { content: guideline, who, at: await deskNow(service, scope) }
  return inTransaction(service.store.pool, async (client) => {
    if (stored === null) return String(await addGuideline(client, scope, draft))
    await addVersion(client, scope, stored.id, draft)
    return String(stored.id)
  })
}

/** Puts a version live, once it still makes sense: an owner may have left since it was drafted. */
export async function putVersionLive(
  service: Service,
  scope: Scope,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const stored = await findStored(service, scope, id)
  const draft = stored.versions.find((one) => one.version === version)
  if (draft === undefined) {
    throw new Failure('notFound', 'There is no such version.', 'Choose one from the guideline’s page.')
  }
  refuseGuideline(whyNotGuideline(parseGuideline(draft), await listDeskPeople(service.store.pool, scope)))
  const at = await deskNow(service, scope)
  if (!(await putLive(service.store.pool, scope, { id: stored.id, version, at }))) {
    throw new Failure(
      'conflict',
      'This version was put live before.',
      'Save a new version to change what holds.',
    )
  }
}

/** What the last 30 days would have looked like under a draft, beside what holds now. */
export async function replayDraft(
  service: Service,
  scope: Scope,
  { guideline, of, people }: ReplayRequest,
): Promise<ReplayReply> {
  const draft = fromJson(guideline)
  refuseGuideline(whyNotGuideline(draft, await listDeskPeople(service.store.pool, scope)))
  const to = await deskNow(service, scope)
  const from = to - 30 * dayMs
  const stored = of === null ? null : await findGuideline(service.store.pool, scope, of)
  const live = stored === null ? null : liveVersionOf(stored)
  const issues = await listPastIssues(service.store.pool, scope, { causes: draft.causes, from, to })
  const deciders = { role: 'rep', people } as const
  return {
    from: toIso(from),
    to: toIso(to),
    draft: replayGuideline(draft, issues, deciders),
    live: live === null ? null : replayGuideline(parseGuideline(live), issues, deciders),
  }
}

async function findStored(service: Service, scope: Scope, id: string): Promise<StoredGuideline> {
  const stored = /^\d{1,9}$/.test(id) ? await findGuideline(service.store.pool, scope, Number(id)) : null
  if (stored === null) {
    throw new Failure('notFound', 'There is no such guideline.', 'Choose one from the list of guidelines.')
  }
  return stored
}

type Around = {
  readonly names: ReadonlyMap<string, string>
  readonly now: Instant
  readonly objections: readonly Objection[]
}

function toRow(stored: StoredGuideline, { names, now, objections }: Around): GuidelineRow {
  const live = liveVersionOf(stored)
  const shown = live ?? stored.versions.at(-1)
  if (shown === undefined) throw new Error('Our fault: a guideline has no version')
  const guideline = parseGuideline(shown)
  return {
    id: stored.id,
    version: shown.version,
    isLive: live !== null && stored.retiredAt === null,
    isRetired: stored.retiredAt !== null,
    isRule: isRule(guideline),
    guideline: toJson(guideline),
    causes: guideline.causes.map((cause) => ({
      id: cause,
      name: names.get(cause) ?? 'a cause of an earlier reading',
    })),
    weighed: weighObjections(
      objections.filter(({ round }) => round === null),
      now,
    ),
    asked: weighObjections(
      objections.filter(({ round }) => round !== null),
      now,
    ),
  }
}

function toJson({ causes, options, authorities, ...rest }: Guideline): GuidelineJson {
  return {
    ...rest,
    causes: [...causes],
    options: options.map((option) => ({ ...option, conditions: [...option.conditions] })),
    authorities: [...authorities],
  }
}

type ObjectionJson = GuidelinePage['objections'][number]

function toObjectionJson(
  { guideline: _, at, due, answer, ...objection }: Objection,
  standsFor: ObjectionJson['standsFor'],
): ObjectionJson {
  return {
    ...objection,
    standsFor,
    at: toIso(at),
    due: due === null ? null : toIso(due),
    answer: answer === null ? null : { ...answer, at: toIso(answer.at) },
  }
}

function refuseGuideline(why: string | null): void {
  if (why !== null) throw new Failure('badInput', why, 'Nothing was saved.')
}
