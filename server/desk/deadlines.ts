import { z } from 'zod'
import { Failure } from '../../contract/failures.ts'
import { dayMs, type Instant } from '../../core/base/time.ts'
import { type Deadline, listDeadlines } from '../../core/desk/deadlines.ts'
import { type DeskState, followSteps } from '../../core/desk/follow.ts'
import type { Actor, DeskEvent, DeskStep } from '../../core/desk/step.ts'
import { holdDeskIssue, listDueIssues, postponeDeadlines } from '../../store/desk-steps.ts'
import { type Connection, inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { noteSteps } from '../access/audit.ts'
import type { Task } from '../jobs/tasks.ts'
import type { Service } from '../service.ts'
import { deskNow } from './clock.ts'
import { answerByDefault } from './exceptions/answered.ts'
import { cameBackSince, type OpenIssue, openIssue } from './open-issue.ts'
import { keepSteps, listEvents } from './steps.ts'

const clock: Actor = { kind: 'clock' }
/** What can't be found in the reading now is looked for again after this long. */
const againAfterMs = dayMs

/** An issue that is held until the transaction ends, as it stands with all that has happened by itself. */
export type HeldIssue = {
  readonly issue: string
  readonly events: readonly DeskEvent[]
  readonly state: DeskState
}

/** Holds an issue, and first keeps what was due by now: whoever takes a step takes it behind that. */
export async function holdIssue(
  client: Connection,
  scope: Scope,
  { service, opened }: { readonly service: Pick<Service, 'now'>; readonly opened: OpenIssue },
): Promise<HeldIssue> {
  const issue = String(opened.stored.id)
  await holdDeskIssue(client, scope, issue)
  const cameBack = (since: Instant) => cameBackSince(opened, since)
  const { anchors, now } = opened
  return keepDue(client, scope, { issue, anchors, now, cameBack, notedAt: service.now() })
}

/** Opens an issue with all that has happened by itself by now. */
export async function openSettled(service: Service, scope: Scope, id: string): Promise<OpenIssue> {
  const opened = await openIssue(service, scope, id)
  if (!isDue(opened.state, opened.now)) return opened
  const { events, state } = await inTransaction(service.store.pool, (client) =>
    holdIssue(client, scope, { service, opened }),
  )
  return { ...opened, events, state }
}

/** Keeps what has happened by itself in a workspace by now, for whoever looks before a worker did. */
export async function settleDue(service: Service, scope: Scope): Promise<void> {
  const now = await deskNow(service, scope)
  for (const issue of await listDueIssues(service.store.pool, scope, now)) {
    await settleIssue(service, scope, issue)
  }
}

const payloadSchema = z.object({ issue: z.string() })

/** Done twice, or by two servers at once, it has been done once: the issue is held, and what was said is not due any more. */
export const deskClockTask: Task = (service, scope, payload) =>
  settleIssue(service, scope, payloadSchema.parse(payload).issue)

/**
 * What a customer was told holds also when the reading has lost their issue; only silence can't be judged without it. An
 * issue that grew together with an earlier one is held by that one's name, as everybody else does.
 */
async function settleIssue(service: Service, scope: Scope, begun: string): Promise<void> {
  const opened = await openIssue(service, scope, begun).catch(missingIsNull)
  const issue = opened === null ? begun : String(opened.stored.id)
  const now = opened?.now ?? (await deskNow(service, scope))
  await inTransaction(service.store.pool, async (client) => {
    await holdDeskIssue(client, scope, issue)
    const { state } = await keepDue(client, scope, {
      issue,
      anchors: opened?.anchors ?? [issue],
      now,
      cameBack: opened === null ? null : (since) => cameBackSince(opened, since),
      notedAt: service.now(),
    })
    const isLeft = isDue(state, now)
    const until = isLeft ? now + againAfterMs : (listDeadlines(state)[0]?.at ?? null)
    if (plain(begun) !== plain(issue)) await postponeDeadlines(client, scope, { issue: begun, until: null })
    await postponeDeadlines(client, scope, { issue, until })
  })
}

type Due = {
  readonly issue: string
  readonly anchors: readonly string[]
  readonly now: Instant
  /** Whether the customer came back about it after an instant; null when nobody can say. */
  readonly cameBack: ((since: Instant) => boolean) | null
  readonly notedAt: Instant
}

/** Each deadline that has passed is kept with the instant at which it passed, the earliest first. */
async function keepDue(
  client: Connection,
  scope: Scope,
  { issue, anchors, now, cameBack, notedAt }: Due,
): Promise<HeldIssue> {
  let events = await listEvents(client, scope, anchors)
  let state = followSteps(events)
  for (;;) {
    const due = listDeadlines(state).find(
      ({ kind, at }) => at <= now && (kind !== 'silence' || cameBack !== null),
    )
    if (due === undefined) return { issue, events, state }
    const closedAt = events.findLast(({ step }) => step.kind === 'closed')?.at ?? due.at
    const steps = await toSteps(client, scope, { due, issue, isBack: cameBack?.(closedAt) ?? false })
    state = await keepSteps(client, scope, { issue, before: events, steps, by: clock, at: due.at })
    events = [...events, ...steps.map((step) => ({ step, by: clock, at: due.at }))]
    await noteSteps(client, scope, { by: clock, steps, issue, at: notedAt })
  }
}

async function toSteps(
  client: Connection,
  scope: Scope,
  { due, issue, isBack }: { due: Deadline; issue: string; isBack: boolean },
): Promise<readonly DeskStep[]> {
  switch (due.kind) {
    case 'exception':
      return answerByDefault(client, scope, { id: due.exception.id, issue, at: due.at, asked: due.exception })
    case 'promise':
      return [{ kind: 'promiseOverdue', what: due.what }]
    case 'handOver':
      return [{ kind: 'handOverOverdue', to: due.to }]
    case 'silence':
      return [{ kind: 'silenceEnded', cameBack: isBack }]
    default:
      return due satisfies never
  }
}

function plain(id: string): string {
  return id.replaceAll('-', '')
}

function isDue(state: DeskState, now: Instant): boolean {
  return listDeadlines(state).some(({ at }) => at <= now)
}

function missingIsNull(error: unknown): null {
  if (error instanceof Failure && error.code === 'notFound') return null
  throw error
}
