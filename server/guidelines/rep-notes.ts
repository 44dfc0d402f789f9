import type { RepNotes } from '../../contract/desk/guidelines.ts'
import { Failure } from '../../contract/failures.ts'
import { dayMs, type Instant, toIso } from '../../core/base/time.ts'
import { askedIn, type Round, roundAt } from '../../core/guidelines/round.ts'
import { listDeskPeople } from '../../store/desk-people.ts'
import { listGuidelines } from '../../store/guidelines.ts'
import { readAnswer as keepRead, listAnsweredRounds, listUnreadAnswers } from '../../store/objections.ts'
import type { Scope } from '../../store/scope.ts'
import { listWhoWorked } from '../../store/weighed-guidelines.ts'
import { roleOf } from '../desk/actor.ts'
import { deskNow } from '../desk/clock.ts'
import { isId } from '../routes/is-id.ts'
import type { Service } from '../service.ts'
import { type LiveGuideline, listLiveGuidelines, liveVersionOf, parseGuideline } from './live-guidelines.ts'

/** Who worked the cause so long before a round may be asked in it. */
const workedWithinMs = 180 * dayMs

/** What the desk has to say to one who works there: what became of their words, and what they are asked. */
export async function findNotesFor(service: Service, scope: Scope, who: string): Promise<RepNotes> {
  const { pool } = service.store
  const now = await deskNow(service, scope)
  const [unread, stored, people, live, answered] = await Promise.all([
    listUnreadAnswers(pool, scope, who),
    listGuidelines(pool, scope),
    listDeskPeople(pool, scope),
    listLiveGuidelines(pool, scope),
    listAnsweredRounds(pool, scope, who),
  ])
  const isRep = roleOf(people, who) === 'rep'
  const asked = isRep
    ? await Promise.all(live.map((one) => questionTo(service, scope, { who, now, live: one })))
    : []
  return {
    answers: unread.flatMap(({ id, guideline, word, answer }) => {
      const of = stored.find((one) => one.id === guideline)
      const version = of === undefined ? null : (liveVersionOf(of) ?? of.versions.at(-1))
      if (version == null || answer === null) return []
      const { kind, reason, who: owner, at } = answer
      const { name } = parseGuideline(version)
      return [{ objection: id, guideline, name, word, kind, reason, who: owner, at: toIso(at) }]
    }),
    questions: asked
      .filter((question) => question !== null)
      .filter(({ guideline, round }) =>
        answered.every((one) => one.guideline !== guideline || one.round !== round),
      ),
  }
}

/** Marks an answer as read; whose it is not, marks nothing. */
export async function readAnswer(
  service: Service,
  scope: Scope,
  { id, who }: { id: string; who: string },
): Promise<RepNotes> {
  const at = await deskNow(service, scope)
  if (!isId(id) || !(await keepRead(service.store.pool, scope, { id, who, at }))) {
    throw new Failure('notFound', 'There is no such answer to you.', 'Choose one of those on your desk.')
  }
  return findNotesFor(service, scope, who)
}

/** What somebody is asked of a guideline in the round of now; null when they are not. */
export async function questionTo(
  service: Service,
  scope: Scope,
  { who, now, live }: { who: string; now: Instant; live: LiveGuideline },
): Promise<RepNotes['questions'][number] | null> {
  const { id, guideline } = live
  const round = roundAt({ roundWeeks: guideline.roundWeeks, liveAt: live.liveAt }, now)
  if (round === null) return null
  const worked = await whoWorked(service, scope, { live, round })
  if (!askedIn([...worked.keys()], { guideline: id, number: round.number }).includes(who)) return null
  return {
    guideline: id,
    name: guideline.name,
    intent: guideline.intent,
    round: round.number,
    issue: worked.get(who) ?? '',
    until: toIso(round.until),
  }
}

/** Reps who worked its causes before the round began, so that nobody is drawn or dropped in the middle of it. */
async function whoWorked(
  { store }: Service,
  scope: Scope,
  { live, round }: { live: LiveGuideline; round: Round },
): Promise<ReadonlyMap<string, string>> {
  const people = await listDeskPeople(store.pool, scope)
  const { causes } = live.guideline
  const worked = await listWhoWorked(store.pool, scope, {
    causes,
    from: round.from - workedWithinMs,
    to: round.from,
  })
  return new Map(
    worked.filter(({ name }) => roleOf(people, name) === 'rep').map(({ name, issue }) => [name, issue]),
  )
}
