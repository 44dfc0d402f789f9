import type { Granted, GrantRequest } from '../../contract/desk/desk.ts'
import { givenSchema } from '../../contract/desk/steps.ts'
import { Failure } from '../../contract/failures.ts'
import { dayMs, type Instant, toDay, toIso } from '../../core/base/time.ts'
import { whyNotStep } from '../../core/desk/can.ts'
import { dueOfException, findApprover } from '../../core/desk/exception.ts'
import { type Actor, type DeskStep, type Given, sayActor } from '../../core/desk/step.ts'
import { type IssueFacts, whyNotFor } from '../../core/guidelines/fits.ts'
import { type AuthorityRole, authorityOf, type Guideline } from '../../core/guidelines/guideline.ts'
import { limitsOf, sayLimit } from '../../core/guidelines/limits.ts'
import { listDeskPeople } from '../../store/desk-people.ts'
import { addException, findExceptionByKey } from '../../store/exceptions.ts'
import { addGrant, drawOnLimits, findGrantByKey } from '../../store/grants.ts'
import { countPastIssues } from '../../store/guidelines.ts'
import { type Client, type Connection, inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { noteSteps } from '../access/audit.ts'
import { type LiveGuideline, listLiveGuidelines } from '../guidelines/live-guidelines.ts'
import type { Service } from '../service.ts'
import { deskRoleOf, spenderOf } from './actor.ts'
import { type HeldIssue, holdIssue } from './deadlines.ts'
import { factsOf } from './issue-facts.ts'
import { newId } from './keys.ts'
import { type OpenIssue, openIssue } from './open-issue.ts'
import { keepSteps } from './steps.ts'
import { refuse } from './take-step.ts'

type Asked = {
  readonly request: GrantRequest
  readonly by: Actor
  readonly opened: OpenIssue
  readonly live: LiveGuideline
  readonly given: Given
  /** Why a condition of the option is not met; null when all are. */
  readonly unmet: string | null
  readonly issuesWithin30Days: number
  /** When it is noted; null where the route does that. */
  readonly notedAt: Instant | null
}

/**
 * Gives an option at once where the authority allows it, and else asks whoever may decide. With the same key it is done
 * once, however often and on however many servers it is asked for. What comes by no route that is audited is noted here.
 */
export async function grantOption(
  service: Service,
  scope: Scope,
  { id, request, by, isAudited }: { id: string; request: GrantRequest; by: Actor; isAudited: boolean },
): Promise<Granted> {
  const opened = await openIssue(service, scope, id)
  const notedAt = isAudited ? null : service.now()
  const asked = { ...(await prepare(service, scope, { opened, request, by })), notedAt }
  return inTransaction(service.store.pool, async (client) => {
    const held = await holdIssue(client, scope, { service, opened })
    return (await findEarlier(client, scope, asked)) ?? (await decide(client, scope, { ...asked, held }))
  })
}

async function prepare(
  { store }: Service,
  scope: Scope,
  { opened, request, by }: Pick<Asked, 'opened' | 'request' | 'by'>,
): Promise<Omit<Asked, 'notedAt'>> {
  const live = (await listLiveGuidelines(store.pool, scope)).find(({ id }) => id === request.guideline)
  if (live === undefined) {
    throw new Failure(
      'notFound',
      'There is no such guideline that holds.',
      'Choose one of those for this issue.',
    )
  }
  const { guideline, id, version } = live
  if (opened.lived.cause === null || !guideline.causes.includes(opened.lived.cause)) {
    refuse(`“${guideline.name}” is not meant for what this issue is about.`)
  }
  const facts = await factsOf(store.pool, scope, { opened, guideline: id })
  const { given, unmet } = findGiven(guideline, request, facts)
  const issuesWithin30Days = await countPastIssues(store.pool, scope, {
    causes: guideline.causes,
    from: opened.now - 30 * dayMs,
    to: opened.now,
  })
  return { request, by, opened, live, given: { ...given, guideline: id, version }, unmet, issuesWithin30Days }
}

function findGiven(guideline: Guideline, { option, own }: GrantRequest, facts: IssueFacts) {
  if (own !== null) return { given: { id: 'own', gives: own.gives, cost: own.cost }, unmet: null }
  const found = guideline.options.find(({ id }) => id === option)
  if (found === undefined) {
    throw new Failure(
      'badInput',
      'The guideline has no such option.',
      'Choose one of its options, or compose your own.',
    )
  }
  return { given: { id: found.id, gives: found.gives, cost: found.cost }, unmet: whyNotFor(found, facts) }
}

/** What came of the same request before; another request under its key is refused. */
async function findEarlier(
  client: Client,
  scope: Scope,
  { request, given, opened }: Asked,
): Promise<Granted | null> {
  const grant = await findGrantByKey(client, scope, request.key)
  if (grant !== null) {
    const isSame =
      opened.anchors.includes(grant.issueId) && grant.optionId === given.id && grant.cost === given.cost
    if (!isSame) throw keyTaken()
    return { kind: 'granted', grant: grant.id }
  }
  const exception = await findExceptionByKey(client, scope, request.key)
  if (exception === null) return null
  const before = givenSchema.parse(exception.given)
  if (!opened.anchors.includes(exception.issueId) || before.id !== given.id || before.cost !== given.cost)
    throw keyTaken()
  const { id, because, approver, dueAt, byDefault } = exception
  return { kind: 'exception', exception: id, because, approver, due: toIso(dueAt), byDefault }
}

function keyTaken(): Failure {
  return new Failure('conflict', 'This key was used for something else.', 'Use a new key for each grant.')
}

async function decide(
  client: Connection,
  scope: Scope,
  asked: Asked & { readonly held: HeldIssue },
): Promise<Granted> {
  const { live, by, opened, held, given, unmet, issuesWithin30Days, request, notedAt } = asked
  const name = sayActor(by)
  const people = await listDeskPeople(client, scope)
  const role = await deskRoleOf(client, scope, by)
  const authority = role === null ? null : authorityOf(live.guideline, role)
  const grantId = newId()
  const step: DeskStep = { kind: 'granted', grant: grantId, given, because: request.because }
  const { events, state } = held
  refuse(whyNotStep(state, { step, by, now: opened.now, record: opened.record }))
  const spending = {
    guideline: live.id,
    person: spenderOf(by),
    issue: String(opened.stored.id),
    day: toDay(opened.now),
    cost: given.cost,
    issuesWithin30Days,
  }
  const beyond = await whyBeyond()
  const keep = async (steps: readonly DeskStep[]) => {
    const { issue } = spending
    await keepSteps(client, scope, { issue, before: events, steps, by, at: opened.now })
    if (notedAt !== null) await noteSteps(client, scope, { by, steps, issue, at: notedAt })
  }
  if (beyond !== null) return askForException(client, scope, { ...asked, beyond, role, people, keep })
  const { guideline, version, id: optionId, cost } = given
  await addGrant(client, scope, {
    id: grantId,
    key: request.key,
    issueId: spending.issue,
    guidelineId: guideline,
    version,
    optionId,
    cost,
    person: name,
    exceptionId: null,
    at: opened.now,
  })
  await keep([step])
  return { kind: 'granted', grant: grantId }

  async function whyBeyond(): Promise<string | null> {
    if (unmet !== null) return unmet
    if (authority === null) return 'You have no authority under this guideline.'
    const broken = await drawOnLimits(client, scope, limitsOf(authority, spending))
    return broken === null ? null : sayLimit(broken)
  }
}

type Beyond = Asked & {
  readonly beyond: string
  readonly role: AuthorityRole | null
  readonly people: Awaited<ReturnType<typeof listDeskPeople>>
  keep(steps: readonly DeskStep[]): Promise<unknown>
}

async function askForException(client: Connection, scope: Scope, asked: Beyond): Promise<Granted> {
  const { live, by, opened, given, request, beyond, role, people, keep } = asked
  const asker = sayActor(by)
  const found = findApprover(live.guideline, { name: asker, role, cost: given.cost }, people)
  if ('whyNot' in found) throw new Failure('conflict', `${beyond} ${found.whyNot}`, 'Nothing was kept.')
  const { approver } = found
  const { byDefault } = live.guideline
  const due: Instant = dueOfException(live.guideline, opened.now)
  const exception = newId()
  await addException(client, scope, {
    id: exception,
    key: request.key,
    issueId: String(opened.stored.id),
    given,
    because: request.because,
    asker,
    approver,
    askedAt: opened.now,
    dueAt: due,
    byDefault,
    answer: null,
  })
  await keep([
    { kind: 'exceptionAsked', exception, given, because: request.because, approver, due, byDefault },
  ])
  return { kind: 'exception', exception, because: beyond, approver, due: toIso(due), byDefault }
}
