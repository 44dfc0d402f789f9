import { Failure } from '../../contract/failures.ts'
import { toRange } from '../../contract/ratings.ts'
import { listCases, listContacts, listSignals, listSurveyAnswers } from '../../contract/routes.ts'
import { dayMs, minuteMs, toIso } from '../../core/base/time.ts'
import { correctSignals } from '../../core/signals/corrections/correct-signals.ts'
import { isPosture } from '../../core/signals/posture.ts'
import { signalKinds } from '../../core/signals/signal.ts'
import { countHandedOffCases, listHandedOffCases } from '../../store/cases.ts'
import { countContacts, listContacts as listStoredContacts } from '../../store/contacts.ts'
import { listCorrectionsOf } from '../../store/corrections.ts'
import { listInteractions } from '../../store/interactions.ts'
import type { Scope } from '../../store/scope.ts'
import {
  areSignalsKeptByCause,
  countSignalled,
  listSignalled,
  type SignalFilter,
} from '../../store/signals.ts'
import { countSurveyAnswers, listSurveyAnswers as listStoredAnswers } from '../../store/survey-answers.ts'
import type { App } from '../app.ts'
import { listLiveGuidelines } from '../guidelines/live-guidelines.ts'
import { isPerson } from '../imports/place-facts.ts'
import { currentUnderstanding } from '../readings/current-understanding.ts'
import { listCauseNames } from '../readings/reread-customer.ts'
import {
  type AskedOfSignals,
  countOf,
  knownCases,
  knownContacts,
  knownSignalled,
  knownSurveyAnswers,
} from '../reports/known-totals.ts'
import type { Service } from '../service.ts'
import { toInteractionJson } from '../translate/interaction-json.ts'
import { toCauseName } from '../translate/issue-json.ts'

/** The lists behind figures. */
export function addEvidenceRoutes(app: App): void {
  app.openapi(listContacts, async (context) => {
    const { scope, service, sight } = context.get('entered')
    const { pool } = service.store
    const asked = context.req.valid('query')
    const filter = {
      ...asked,
      week: asked.week === undefined ? undefined : toInstant(asked.week),
      rating: asked.rating === undefined ? undefined : toRange(asked.rating),
    }
    const [page, causes] = await Promise.all([
      listStoredContacts(pool, scope, filter),
      listCauseNames(service, scope),
    ])
    const { count: total, isAtLeast } = await countOf(service, scope, {
      page,
      after: asked.after,
      knownOf: (read) => knownContacts(read, asked),
      count: () => countContacts(pool, scope, filter),
    })
    const contacts = page.rows.map((contact) => ({
      id: contact.id,
      issue: contact.issueId,
      customer: contact.hasCustomer ? sight.identity(contact.customer) : null,
      at: contact.at === null ? null : toIso(contact.at),
      channel: contact.channel,
      source: contact.source,
      case: contact.caseId,
      cause: toCauseName(contact.causeId, causes),
      text: contact.text === null ? null : sight.text(contact.text),
      rating: contact.rating,
      daysToNext: contact.minutesToNext === null ? null : (contact.minutesToNext * minuteMs) / dayMs,
    }))
    return context.json({ contacts, total, isAtLeast, next: page.next }, 200)
  })

  app.openapi(listSurveyAnswers, async (context) => {
    const { scope, service, sight } = context.get('entered')
    const { pool } = service.store
    const { source, rating, after } = context.req.valid('query')
    const filter = { source, rating: rating === undefined ? undefined : toRange(rating) }
    const [page, counted] = await Promise.all([
      listStoredAnswers(pool, scope, { ...filter, after }),
      countSurveyAnswers(pool, scope, filter),
    ])
    // Answers stand in no reading, so that they are counted where they can be.
    const knownOf = (read: Parameters<typeof knownSurveyAnswers>[0]) =>
      knownSurveyAnswers(read, source, rating)
    const { count: total, isAtLeast } = counted.isAtLeast
      ? await countOf(service, scope, { page, after, knownOf, count: async () => counted })
      : counted
    const answers = page.rows.map((one) => ({
      id: one.id,
      at: one.at === null ? null : toIso(one.at),
      customer: isPerson(one.customer) ? sight.identity(one.customer) : null,
      rating: one.rating ?? 0,
      text: one.text === null ? null : sight.text(one.text),
    }))
    return context.json({ answers, total, isAtLeast, next: page.next }, 200)
  })

  app.openapi(listCases, async (context) => {
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const { pingPong, after } = context.req.valid('query')
    const page = await listHandedOffCases(pool, scope, { pingPong, after })
    const { count: total, isAtLeast } = await countOf(service, scope, {
      page,
      after,
      knownOf: (read) => knownCases(read, { pingPong }),
      count: () => countHandedOffCases(pool, scope, { pingPong }),
    })
    const cases = page.rows.map(({ caseId, issueId, interactions, teams, handOffs, isPingPong }) => ({
      case: caseId,
      issue: issueId,
      interactions,
      teams: [...teams],
      handOffs,
      isPingPong,
    }))
    return context.json({ cases, total, isAtLeast, next: page.next }, 200)
  })

  app.openapi(listSignals, async (context) => {
    const { kind: named } = context.req.valid('param')
    const { scope, service, sight } = context.get('entered')
    const { pool } = service.store
    const { after, ...asked } = context.req.valid('query')
    const { name, causes } = await whatAbout(service, scope, asked)
    const wanted = { kind: toKind(named), team: asked.team, causes }
    const page = await listSignalled(pool, scope, { ...wanted, after })
    const { count: total, isAtLeast } = await countOf(service, scope, {
      page,
      after,
      knownOf: (read) => knownSignalled(read, { kind: wanted.kind, ...asked }),
      count: () => countSignalled(pool, scope, wanted),
    })
    const isUnkept = page.rows.length === 0 && causes !== undefined
    if (isUnkept && !(await areSignalsKeptByCause(pool, scope))) throw readBefore()
    const ids = page.rows.map(({ interactionId }) => interactionId)
    const { readSignals } = await currentUnderstanding(service, scope)
    const found = await listInteractions(pool, scope, ids)
    const corrections = Map.groupBy(
      await listCorrectionsOf(pool, scope, ids),
      ({ interaction }) => interaction,
    )
    const interactions = found.map((interaction) => {
      const { id, text, from } = interaction
      const said = corrections.get(id) ?? []
      const signals = correctSignals(readSignals(text ?? '', from), said, text?.length ?? 0)
      return toInteractionJson(interaction, { signals, corrections: said, opensContact: false }, sight)
    })
    return context.json({ interactions, about: name, total, isAtLeast, next: page.next }, 200)
  })
}

/** The causes that a list of signals is narrowed to, and what to call them together. */
async function whatAbout(
  service: Service,
  scope: Scope,
  { cause, guideline }: AskedOfSignals,
): Promise<{ name: string | null; causes?: readonly string[] }> {
  if (guideline !== undefined) {
    const live = await listLiveGuidelines(service.store.pool, scope)
    const found = live.find(({ id }) => String(id) === guideline)
    if (found === undefined)
      throw new Failure('notFound', 'This guideline does not hold.', 'Choose one from the guidelines.')
    const { name, causes } = found.guideline
    return { name, causes: cause === undefined ? causes : causes.filter((id) => id === cause) }
  }
  if (cause === undefined) return { name: null }
  const name = (await listCauseNames(service, scope)).get(cause)
  if (name === undefined)
    throw new Failure('notFound', 'There is no such cause.', 'Choose one from the list of causes.')
  return { name, causes: [cause] }
}

function readBefore(): Failure {
  return new Failure(
    'conflict',
    'This workspace was read before messages were kept by what they are about.',
    'Read it again: outside-in reread.',
  )
}

/** One signal by its name, or all signs of a posture by the posture's. */
function toKind(named: string): SignalFilter['kind'] {
  if (isPosture(named)) return named
  const kind = signalKinds.find((known) => known === named)
  if (kind === undefined)
    throw new Failure(
      'notFound',
      `No signal is called “${named}”.`,
      `There are: ${signalKinds.join(', ')}; and outsideIn, insideOut and both for messages of a posture.`,
    )
  return kind
}

function toInstant(day: string): number {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) throw new Failure('badInput', `“${day}” is not a day.`, 'Write it like 2026-03-09.')
  return at
}
