import type { DeskIssue, OptionRow } from '../../contract/desk/desk.ts'
import { causePageSchema } from '../../contract/screens.ts'
import { dayMs, toIso } from '../../core/base/time.ts'
import { composeLived } from '../../core/desk/compose-understanding.ts'
import { findPatterns } from '../../core/desk/find-patterns.ts'
import { chooseQuestions } from '../../core/desk/open-questions.ts'
import { rankOptions, sayEvidence } from '../../core/desk/rank-options.ts'
import { isRule } from '../../core/guidelines/guideline.ts'
import { emotions } from '../../core/signals/emotion.ts'
import { wilson } from '../../core/stats/wilson.ts'
import { findCause } from '../../store/causes.ts'
import { listLinks } from '../../store/customer-links.ts'
import { type AheadOutcome, listAheadOutcomes } from '../../store/desk-steps.ts'
import { countGrantsByCustomer, listGrants, listOutcomes } from '../../store/grants.ts'
import type { Scope } from '../../store/scope.ts'
import { findCompany, findCurrency } from '../../store/workspaces.ts'
import { findAnswers } from '../answers/answers-json.ts'
import { type LiveGuideline, listLiveGuidelines } from '../guidelines/live-guidelines.ts'
import type { Service } from '../service.ts'
import { toIssuePage } from '../translate/issue-page.ts'
import type { Sight } from '../translate/sight.ts'
import { openSettled } from './deadlines.ts'
import { factsOf } from './issue-facts.ts'
import { cameBackSince, type OpenIssue } from './open-issue.ts'
import { readLived } from './read-lived.ts'
import { toStateJson, toStepsJson } from './state-json.ts'

/** One issue with all that the desk knows of it and may do about it, as whoever looks may see it. */
export async function findDeskPage(
  service: Service,
  scope: Scope,
  { id, sight }: { id: string; sight: Sight },
): Promise<DeskIssue> {
  const opened = await openSettled(service, scope, id)
  const [record, guidelines, nextNeeds, patterns, links, currency, answers, company] = await Promise.all([
    toIssuePage(service, scope, { ...opened, sight }),
    guidelinesFor(service, scope, opened),
    listNextNeeds(service, scope, opened),
    listPatterns(service, scope, opened),
    listLinks(service.store.pool, scope, opened.anchors),
    findCurrency(service.store.pool, scope),
    findAnswers(service, scope, { opened, sight }),
    findCompany(service.store.pool, scope),
  ])
  const rows = await Promise.all(guidelines.map((live) => toOptionRows(service, scope, { opened, live })))
  const { lived, evidence } = readLived(opened)
  const { state, events, now } = opened
  const emotion = emotions.find((one) => one === opened.stored.emotion) ?? null
  const link = links.find(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now)
  return {
    record,
    state: toStateJson(state, { now, cameBack: cameBack(opened) }),
    draft: { lived: composeLived(lived), evidence: [...evidence] },
    options: rows.flat(),
    rules: guidelines
      .filter(({ guideline }) => isRule(guideline))
      .map(({ id: rule, version, guideline: { name, intent } }) => ({
        guideline: rule,
        version,
        name,
        intent,
      })),
    nextNeeds,
    questions: [...chooseQuestions({ ...lived, emotion, nextNeed: nextNeeds[0]?.name ?? null })],
    patterns: patterns.map(({ words }) => words),
    steps: toStepsJson(events),
    answers,
    link: link === undefined ? null : { expiresAt: toIso(link.expiresAt) },
    currency,
    timeZone: company.timeZone,
    now: toIso(now),
  }
}

/** Whether the customer turned to us about it again after it was closed. */
function cameBack(opened: OpenIssue): boolean {
  const closed = opened.events.findLast(({ step }) => step.kind === 'closed')
  return closed !== undefined && cameBackSince(opened, closed.at)
}

async function guidelinesFor(service: Service, scope: Scope, { lived }: OpenIssue): Promise<LiveGuideline[]> {
  const { cause } = lived
  if (cause === null) return []
  const all = await listLiveGuidelines(service.store.pool, scope)
  return all.filter(({ guideline }) => guideline.causes.includes(cause))
}

async function toOptionRows(
  service: Service,
  scope: Scope,
  { opened, live }: { opened: OpenIssue; live: LiveGuideline },
): Promise<OptionRow[]> {
  const { pool } = service.store
  const { id, version, guideline } = live
  const [facts, outcomes] = await Promise.all([
    factsOf(pool, scope, { opened, guideline: id }),
    listOutcomes(pool, scope, { guideline: id, before: opened.now - 30 * dayMs }),
  ])
  const ranked = rankOptions(guideline.options, facts, (option) => outcomes.get(option) ?? null)
  return ranked.map(({ option: { conditions: _, ...option }, evidence, whyNot }) => ({
    guideline: id,
    version,
    name: guideline.name,
    intent: guideline.intent,
    protects: guideline.protects,
    ...option,
    evidence: sayEvidence(evidence),
    whyNot,
  }))
}

async function listNextNeeds(
  service: Service,
  scope: Scope,
  { lived: { cause }, now }: OpenIssue,
): Promise<DeskIssue['nextNeeds']> {
  const { pool } = service.store
  const stored = cause === null ? null : await findCause(pool, scope, cause)
  if (cause === null || stored === null) return []
  const ahead = await listAheadOutcomes(pool, scope, { cause, before: now - 30 * dayMs })
  return causePageSchema.parse(stored.document).nextNeeds.map(({ next, followed, share }) => ({
    cause: next.id,
    name: next.name,
    words: [
      `${followed} of ${share.n} came back about it within 30 days (${percent(share.low)} to ${percent(share.high)} %).`,
      sayAhead(ahead.get(next.id)),
    ]
      .filter((part) => part !== '')
      .join(' '),
  }))
}

/** Whether settling it ahead spared a contact; who is asked is not drawn by lot, so this does not say what it does. */
function sayAhead(outcome: AheadOutcome | undefined): string {
  const share = outcome === undefined ? null : wilson(outcome.cameBack, outcome.settled)
  if (outcome === undefined || share === null) return ''
  return `Where it was settled ahead, ${outcome.cameBack} of ${outcome.settled} did (${percent(share.low)} to ${percent(share.high)} %).`
}

function percent(share: number): number {
  return Math.round(share * 100)
}

async function listPatterns(service: Service, scope: Scope, { reading, now }: OpenIssue) {
  const { pool } = service.store
  const everywhere = reading.issues.flatMap((issue) => issue.interactions.map(({ id }) => String(id)))
  const earlier = await listGrants(pool, scope, everywhere)
  if (earlier.length < 2) return []
  return findPatterns(earlier, { counts: await countGrantsByCustomer(pool, scope, now - 90 * dayMs), now })
}
