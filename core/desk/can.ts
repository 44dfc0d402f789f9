import { unreachable } from '../base/invariant.ts'
import { dayMs, type Instant } from '../base/time.ts'
import { whyNotAmount, whyNotText } from '../guidelines/can.ts'
import { whyNotObjection } from '../guidelines/objection.ts'
import { type DeskState, holderOf } from './follow.ts'
import { type Actor, type DeskStep, type DeskStepKind, sayActor } from './step.ts'

/** A step as someone asks for it. */
export type AskedStep = {
  readonly step: DeskStep
  readonly by: Actor
  readonly now: Instant
  /** Ids of the interactions: what is shown as evidence must be among them. */
  readonly record: ReadonlySet<string>
  /** The words that whoever confirms them had before them; left out by who asked on the telephone. */
  readonly read?: string | undefined
}

/** What a customer may do by their own link. */
const ofCustomer: readonly DeskStepKind[] = [
  'understandingConfirmed',
  'understandingCorrected',
  'optionChosen',
  'somethingElseAsked',
  'solutionConfirmed',
  'reopened',
]

/** What may be done on an issue that someone else holds: taking it on after them, and what is not work on it. */
const whileHeld: readonly DeskStepKind[] = [
  'objected',
  'exceptionAnswered',
  'handOverAccepted',
  'handOverReturned',
]

/** What may be done about an issue that is closed. */
const afterClose: readonly DeskStepKind[] = [
  'solutionConfirmed',
  'reopened',
  'promiseKept',
  'objected',
  'exceptionAnswered',
  'claimed',
  'released',
]

/**
 * Why a step can't be taken on an issue, in words that say what to do instead; null when it can. The server refuses with
 * it and the screen explains a greyed button with it. Assumes `state` to be followed from all steps kept so far.
 * Holds the order of understanding: first what I would want, then what they live, with evidence from their record, then
 * what they hope for; only then is an understanding shared. Going back to an earlier one is always allowed.
 */
export function whyNotStep(state: DeskState, asked: AskedStep): string | null {
  const { step, by, now } = asked
  return (
    whyNotActor(by, step.kind) ??
    whyHeld(state, step.kind, by, now) ??
    whyClosed(state, step.kind) ??
    whyNot(state, asked)
  )
}

function whyNotActor(by: Actor, kind: DeskStepKind): string | null {
  if (by.kind === 'customer' && !ofCustomer.includes(kind)) return 'That is for the company to do.'
  if (by.kind === 'person' || by.kind === 'agent') {
    return by.name.trim() === '' ? 'Say who you are; every step is kept with a name.' : null
  }
  return null
}

function whyHeld(state: DeskState, kind: DeskStepKind, by: Actor, now: Instant): string | null {
  const holder = holderOf(state, now)
  if (holder === null || by.kind === 'customer' || by.kind === 'clock') return null
  if (holder === sayActor(by) || whileHeld.includes(kind)) return null
  return `${holder} is working on this. Ask them, or wait until they release it.`
}

function whyClosed({ closing }: DeskState, kind: DeskStepKind): string | null {
  if (closing.kind === 'open') {
    return kind === 'solutionConfirmed' || kind === 'reopened' ? 'This is not closed.' : null
  }
  return afterClose.includes(kind) ? null : 'This is closed. Reopen it first.'
}

function whyNot(state: DeskState, { step, now, record, read }: AskedStep): string | null {
  switch (step.kind) {
    case 'wished':
      return whyNotText('what you would want in their place', step.text)
    case 'lived':
      return whyNotLived(state, step, record)
    case 'hoped':
      return whyNotHoped(state, step)
    case 'understandingShared':
      return whyNotShared(state, step.text)
    case 'understandingConfirmed':
      if (state.understanding.shared === null) return 'No understanding was shared yet.'
      if (state.understanding.state === 'confirmed') return 'That was confirmed already.'
      return read === undefined || read === state.understanding.shared
        ? null
        : 'We have put it in other words meanwhile. Please read them first.'
    case 'understandingCorrected':
      if (state.understanding.shared === null) return 'No understanding was shared yet.'
      return whyNotText('what is not right', step.text)
    case 'optionsOffered':
      return step.offers.length === 0 ? 'There is no option to offer.' : whyNotUnderstood(state)
    case 'optionChosen':
      if (state.chosen !== null) return 'A choice was made already. Ask us if you want something else.'
      return state.offers.some(({ id }) => id === step.option)
        ? null
        : 'That is not among the options offered.'
    case 'somethingElseAsked':
      return whyNotText('what would help', step.text)
    case 'promised':
      return whyNotText('what is promised', step.what) ?? whyNotDue(step.due, now, 'A promise')
    case 'promiseKept':
      return state.promises.some(({ what, isKept }) => what === step.what && !isKept)
        ? null
        : 'There is no such open promise.'
    case 'handedOver':
      return whyNotHandOver(state, step, now)
    case 'handOverAccepted':
    case 'handOverReturned':
      if (state.relay.at(-1)?.state !== 'waiting') return 'Nothing is waiting to be taken over.'
      return step.kind === 'handOverReturned' ? whyNotText('why it comes back', step.reason) : null
    case 'solvedAhead':
      return whyNotText('which need', step.need) ?? whyNotText('how it was met', step.how)
    case 'closed':
      return whyNotText('what was solved', step.solved) ?? whyNotClose(state)
    case 'reopened':
      return whyNotText('why', step.reason)
    case 'answerSent':
      return whyNotText('the answer', step.text)
    case 'granted':
    case 'exceptionAsked':
      return (
        whyNotUnderstood(state) ??
        whyNotText('what they get', step.given.gives) ??
        whyNotAmount('What it costs us', step.given.cost)
      )
    case 'exceptionAnswered':
      return whyNotAnswered(state, step)
    case 'objected':
      return whyNotObjection(step)
    case 'promiseOverdue':
    case 'handOverOverdue':
    case 'silenceEnded':
      return 'That is for the clock to say.'
    case 'claimed':
    case 'released':
    case 'solutionConfirmed':
      return null
    default:
      return unreachable(step)
  }
}

function whyNotLived(
  { understanding }: DeskState,
  step: Extract<DeskStep, { kind: 'lived' }>,
  record: ReadonlySet<string>,
): string | null {
  if (understanding.wished === null) return 'First say what you would want in their place.'
  if (step.evidence.length === 0) return 'Show at least one moment of their record that says so.'
  if (!step.evidence.every((id) => record.has(id)))
    return 'What is shown as evidence must be in their own record.'
  return whyNotText('what they are living', step.text)
}

function whyNotHoped(
  { understanding }: DeskState,
  step: Extract<DeskStep, { kind: 'hoped' }>,
): string | null {
  if (understanding.lived === null) return 'First say what they are living, with evidence from their record.'
  return (
    whyNotText('what they want to feel', step.feel) ??
    whyNotText('what they want to think', step.think) ??
    whyNotText('what they want to do', step.act)
  )
}

function whyNotShared({ understanding }: DeskState, text: string): string | null {
  if (understanding.wished === null) return 'First say what you would want in their place.'
  if (understanding.lived === null) return 'First say what they are living, with evidence from their record.'
  if (understanding.hoped === null) return 'First say what they want to feel, think and do.'
  return whyNotText('what was understood', text)
}

function whyNotUnderstood({ understanding }: DeskState): string | null {
  return understanding.shared === null ? 'Say what you understood first; options come after it.' : null
}

function whyNotHandOver(
  state: DeskState,
  { to, reason, tried, due }: Extract<DeskStep, { kind: 'handedOver' }>,
  now: Instant,
): string | null {
  if (state.relay.at(-1)?.state === 'waiting') return 'It is on its way to the next owner already.'
  return (
    whyNotText('who takes it on, by name or team', to) ??
    whyNotText('the reason', reason) ??
    whyNotText('what was tried', tried) ??
    whyNotDue(due, now, 'A hand-over')
  )
}

/** A deadline is an instant, so no time zone can move it; the screen says it in the reader's. */
function whyNotDue(due: Instant, now: Instant, name: string): string | null {
  if (!Number.isFinite(due)) return `${name} needs a time by which it is due.`
  if (due <= now) return `${name} must be due in the future.`
  return due > now + 366 * dayMs ? `${name} that is due in more than a year is not one to rely on.` : null
}

function whyNotClose(state: DeskState): string | null {
  if (state.exceptions.some(({ answer }) => answer === null)) {
    return 'An exception still waits for its answer; the customer was told so.'
  }
  return state.relay.at(-1)?.state === 'waiting' ? 'It is on its way to the next owner.' : null
}

function whyNotAnswered(
  state: DeskState,
  step: Extract<DeskStep, { kind: 'exceptionAnswered' }>,
): string | null {
  const exception = state.exceptions.find(({ id }) => id === step.exception)
  if (exception === undefined) return 'There is no such exception.'
  if (exception.answer !== null) return 'It is answered already.'
  return step.isDefault ? null : whyNotText('the reason', step.reason)
}
