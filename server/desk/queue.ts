import type { Queue } from '../../contract/desk/desk.ts'
import { givenSchema } from '../../contract/desk/steps.ts'
import { type Instant, toIso } from '../../core/base/time.ts'
import { scoreUnderstanding } from '../../core/desk/score-understanding.ts'
import { orderQueue, type Waiting } from '../../core/desk/waiting/queue.ts'
import { unansweredOf } from '../../core/desk/waiting/unanswered.ts'
import type { Interaction } from '../../core/interactions/interaction.ts'
import { emotionOf } from '../../core/signals/emotion.ts'
import { stakes } from '../../core/signals/signal.ts'
import { listQueueCandidates, type QueueCandidate } from '../../store/desk-queue.ts'
import { listRecentSteps } from '../../store/desk-steps.ts'
import { listOpenExceptions, type StoredException } from '../../store/exceptions.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import {
  findReread,
  listCauseNames,
  type RereadCustomer,
  rereadCustomers,
  rereadIssue,
} from '../readings/reread-customer.ts'
import type { Service } from '../service.ts'
import type { Sight } from '../translate/sight.ts'
import { deskNow } from './clock.ts'
import { settleDue } from './deadlines.ts'
import { approverNow } from './exceptions/approver-now.ts'
import { toEvent } from './steps.ts'

/** As many as are read anew for one look at the queue, and as many as it shows. */
const mostRead = 60
const mostShown = 40

/** Who waits, in the order in which to turn to them, each with the reasons for it. */
export async function findQueue(service: Service, scope: Scope, sight: Sight): Promise<Queue> {
  const { pool } = service.store
  await settleDue(service, scope)
  const now = await deskNow(service, scope)
  const [candidates, causes, exceptions, steps] = await Promise.all([
    listQueueCandidates(pool, scope, { now, most: mostRead }),
    listCauseNames(service, scope),
    listOpenExceptions(pool, scope),
    listRecentSteps(pool, scope),
  ])
  const customers = candidates.map(({ customer }) => customer)
  const readings = await rereadCustomers(service, scope, customers)
  const read = candidates.flatMap(
    (candidate) =>
      readWaiting({ candidate, causes, now, sight, reading: findReread(readings, candidate.customer) }) ?? [],
  )
  const waiting = read.filter(
    ({ since, isBegun, isUndelivered }) => since !== null || isBegun || isUndelivered,
  )
  const byIssue = Map.groupBy(steps, ({ issueId }) => issueId)
  const { shared, rightAtOnce } = scoreUnderstanding([...byIssue.values()].map((own) => own.map(toEvent)))
  return {
    issues: orderQueue(waiting, now)
      .slice(0, mostShown)
      .map(({ reasons, row, ...rest }) => ({
        ...row,
        id: rest.id,
        contacts: rest.contacts,
        emotion: rest.emotion,
        since: rest.since === null ? null : toIso(rest.since),
        due: rest.due === null ? null : toIso(rest.due),
        reasons: [...reasons],
      })),
    exceptions: await Promise.all(exceptions.map((one) => toExceptionRow(pool, scope, one))),
    understood: {
      shared,
      answered: rightAtOnce?.n ?? 0,
      right: rightAtOnce === null ? null : Math.round(rightAtOnce.value * rightAtOnce.n),
    },
    now: toIso(now),
  }
}

async function toExceptionRow(
  client: Client,
  scope: Scope,
  exception: StoredException,
): Promise<Queue['exceptions'][number]> {
  const { id, issueId, given, because, asker, dueAt, byDefault } = exception
  return {
    id,
    issue: issueId,
    given: givenSchema.parse(given),
    because,
    asker,
    approver: await approverNow(client, scope, exception),
    due: toIso(dueAt),
    byDefault,
  }
}

type Look = {
  readonly candidate: QueueCandidate
  readonly causes: ReadonlyMap<string, string>
  readonly now: Instant
  readonly sight: Sight
  readonly reading: RereadCustomer
}

type Row = Pick<Queue['issues'][number], 'customer' | 'cause' | 'words' | 'channel' | 'holder' | 'handedTo'>

/** What a customer said last and what is at stake. */
function readWaiting({
  candidate,
  causes,
  now,
  sight,
  reading,
}: Look): (Waiting & { readonly row: Row }) | null {
  const { id, customer, spokeLast, holder, heldUntil, dueAt, handedTo, hasAnswered } = candidate
  const { isBegun, closedAt, isUndelivered } = candidate
  const lived = rereadIssue(reading, id)
  if (lived === null) return null
  const { interactions, contacts, cause, thread } = lived
  const said = interactions.filter(({ from }) => from === 'customer')
  const signalsOf = (one: Interaction) => reading.signals.get(one.id) ?? []
  const unanswered =
    spokeLast === 'customer' ? unansweredOf(reading.record.interactions, { now, signalsOf }) : []
  // What is closed waits only for what came about it since; others are shown with all that their customer waits for.
  const own = new Set(interactions.map((one) => one.id))
  const waiting =
    closedAt === null ? unanswered : unanswered.filter((one) => own.has(one.id) && (one.at ?? 0) > closedAt)
  const inWords = said.filter(({ kind, text }) => kind !== 'survey' && text !== null)
  const last = waiting.find(({ id: one }) => inWords.some((said) => said.id === one)) ?? inWords.at(-1)
  const inLastContact = contacts.at(-1)?.interactions.filter(({ from }) => from === 'customer') ?? []
  const kinds = new Set(said.flatMap(signalsOf).map(({ kind }) => kind))
  const dues = thread.promises
    .filter(({ state }) => state !== 'kept')
    .flatMap(({ due, state }) => (state === 'broken' ? [now - 1] : (due ?? [])))
  return {
    id,
    since: waiting[0]?.at ?? null,
    isBegun,
    isBack: closedAt !== null,
    contacts: contacts.length,
    emotion: emotionOf(inLastContact.flatMap(signalsOf)),
    stakes: stakes.filter((stake) => kinds.has(stake)),
    due: [...dues, ...(dueAt === null ? [] : [dueAt])].reduce<number | null>(
      (least, due) => (least === null ? due : Math.min(least, due)),
      null,
    ),
    isHandedTo: handedTo !== null,
    hasAnswered,
    isUndelivered,
    row: {
      customer: sight.identity(customer),
      cause: cause === null ? null : (causes.get(cause) ?? null),
      words: last?.text == null ? null : sight.text(last.text),
      channel: last?.channel ?? null,
      holder: heldUntil !== null && heldUntil > now ? holder : null,
      handedTo,
    },
  }
}
