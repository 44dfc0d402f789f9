import type { DeskIssue, DeskStateJson } from '../../contract/desk/desk.ts'
import { type Instant, toIso } from '../../core/base/time.ts'
import { type DeskState, holderOf, outcomeOf } from '../../core/desk/follow.ts'
import { sayStep } from '../../core/desk/say-step.ts'
import { type DeskEvent, sayActor } from '../../core/desk/step.ts'

/** Where the work on an issue stands, as a screen shows it. */
export function toStateJson(
  state: DeskState,
  { now, cameBack }: { readonly now: Instant; readonly cameBack: boolean },
): DeskStateJson {
  const { understanding, closing, claim } = state
  const { hoped, lived } = understanding
  return {
    holder:
      claim === null || holderOf(state, now) === null ? null : { by: claim.by, until: toIso(claim.until) },
    understanding: {
      ...understanding,
      lived: lived === null ? null : { text: lived.text, evidence: [...lived.evidence] },
      hoped:
        hoped === null ? null : { feel: hoped.feel, think: hoped.think, act: hoped.act, known: hoped.known },
    },
    offers: [...state.offers],
    chosen: state.chosen,
    somethingElse: state.somethingElse,
    grants: state.grants.map((grant) => ({ ...grant, at: toIso(grant.at) })),
    exceptions: state.exceptions.map((one) => ({ ...one, asker: sayActor(one.asker), due: toIso(one.due) })),
    promises: state.promises.map((promise) => ({ ...promise, due: toIso(promise.due) })),
    relay: state.relay.map((leg) => ({ ...leg, due: toIso(leg.due), at: toIso(leg.at) })),
    solvedAhead: [...state.solvedAhead],
    outcome: outcomeOf(state, { now, cameBack }),
    watchedUntil: closing.kind === 'closed' ? toIso(closing.until) : null,
  }
}

export function toStepsJson(events: readonly DeskEvent[]): DeskIssue['steps'] {
  const steps = events.map(({ step }) => step)
  return events.map(({ step, by, at }, index) => {
    return { kind: step.kind, who: sayActor(by), words: sayStep(step, steps.slice(0, index)), at: toIso(at) }
  })
}
