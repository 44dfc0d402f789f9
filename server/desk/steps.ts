import { actorSchema, type StepInput, storedStepSchema } from '../../contract/desk/steps.ts'
import type { Instant } from '../../core/base/time.ts'
import { listDeadlines } from '../../core/desk/deadlines.ts'
import { type DeskState, followSteps, holderOf } from '../../core/desk/follow.ts'
import type { Actor, DeskEvent, DeskStep } from '../../core/desk/step.ts'
import {
  addStep,
  type DeskSummary,
  listSteps,
  type StoredStep,
  saveDeskSummary,
} from '../../store/desk-steps.ts'
import type { Client, Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { announce } from '../live/announce.ts'

/** All steps about an issue, whichever of its contacts they were taken about. */
export async function listEvents(
  client: Client,
  scope: Scope,
  contacts: readonly string[],
): Promise<DeskEvent[]> {
  return (await listSteps(client, scope, contacts)).map(toEvent)
}

export function toEvent({ step, actor, at }: StoredStep): DeskEvent {
  return { step: storedStepSchema.parse(step), by: actorSchema.parse(actor), at }
}

/** From the wire: times there are written out. */
export function toStep(input: StepInput): DeskStep {
  if (input.kind !== 'promised' && input.kind !== 'handedOver') return input
  return { ...input, due: new Date(input.due).getTime() }
}

/** Keeps steps about an issue that is held, and where it stands after them. Returns that state. */
export async function keepSteps(
  client: Connection,
  scope: Scope,
  {
    issue,
    before,
    steps,
    by,
    at,
  }: {
    readonly issue: string
    readonly before: readonly DeskEvent[]
    readonly steps: readonly DeskStep[]
    readonly by: Actor
    readonly at: Instant
  },
): Promise<DeskState> {
  for (const step of steps) await addStep(client, scope, { issue, step, actor: by, at })
  const events = [...before, ...steps.map((step) => ({ step, by, at }))]
  const state = followSteps(events)
  const closedAt = events.findLast(({ step }) => step.kind === 'closed')?.at ?? null
  const summary = { ...summarise(state, at), hasAnswered: isAnswered(events), closedAt }
  await saveDeskSummary(client, scope, { issue, summary, at })
  await announce(client, scope, { kind: 'desk' })
  return state
}

/** Whether the last word is the customer's: what their choice brings at once, in a rep's name, and what the clock says answer nothing. */
function isAnswered(events: readonly DeskEvent[]): boolean {
  const last = events.findLast(({ step, by }, index) => {
    const isOfChoice = step.kind === 'granted' || step.kind === 'exceptionAsked'
    return by.kind !== 'clock' && !(isOfChoice && events[index - 1]?.step.kind === 'optionChosen')
  })
  return last?.by.kind === 'customer'
}

function summarise(state: DeskState, at: Instant): Omit<DeskSummary, 'closedAt' | 'hasAnswered'> {
  const leg = state.relay.at(-1)
  const isWaiting = leg?.state === 'waiting'
  const dues = state.promises.filter(({ isKept }) => !isKept).map(({ due }) => due)
  if (leg !== undefined && isWaiting) dues.push(leg.due)
  return {
    holder: holderOf(state, at),
    heldUntil: state.claim?.until ?? null,
    dueAt: dues.length === 0 ? null : Math.min(...dues),
    handedTo: isWaiting ? leg.to : null,
    isClosed: state.closing.kind !== 'open',
    nextDueAt: listDeadlines(state)[0]?.at ?? null,
  }
}
