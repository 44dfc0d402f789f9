import type { CustomerPage, CustomerStep } from '../../contract/desk/desk.ts'
import { Failure } from '../../contract/failures.ts'
import { toIso } from '../../core/base/time.ts'
import { type DeskStep, sayActor } from '../../core/desk/step.ts'
import type { CustomerLink } from '../../store/customer-links.ts'
import type { Scope } from '../../store/scope.ts'
import { findCompany } from '../../store/workspaces.ts'
import { openSettled } from '../desk/deadlines.ts'
import { grantOption } from '../desk/grant.ts'
import { keyFor } from '../desk/keys.ts'
import { openIssue } from '../desk/open-issue.ts'
import { takeStep } from '../desk/take-step.ts'
import type { Service } from '../service.ts'
import { openLink } from './links.ts'

/** What the customer of a link sees: what we understood, what they may choose, what became of it. */
export async function findCustomerPage(service: Service, token: string): Promise<CustomerPage> {
  const { scope, link } = await openLink(service, token)
  const { state } = await openSettled(service, scope, link.issueId)
  const { understanding, closing, relay } = state
  const company = await findCompany(service.store.pool, scope)
  const leg = relay.at(-1)
  return {
    company: company.name,
    understanding: understanding.shared,
    state: understanding.state,
    correction: understanding.correction,
    offers: state.offers.map(({ id, gives }) => ({ id, gives })),
    chosen: state.chosen,
    somethingElse: state.somethingElse,
    given: state.grants.map(({ given, at }) => ({ gives: given.gives, at: toIso(at) })),
    promises: state.promises.map(({ what, due, isKept, isOverdue }) => ({
      what,
      due: toIso(due),
      isKept,
      isOverdue,
    })),
    deciding: state.exceptions
      .filter(({ answer }) => answer === null)
      .map(({ given, due, byDefault }) => ({ gives: given.gives, due: toIso(due), byDefault })),
    declined: state.exceptions.flatMap(({ answer, given }) =>
      answer?.kind === 'declined' ? [given.gives] : [],
    ),
    withWhom: leg === undefined || leg.state === 'returned' ? null : leg.to,
    solved: closing.kind === 'open' ? null : closing.solved,
    stillPromised: closing.kind === 'open' ? '' : closing.promised,
    isConfirmed: closing.kind === 'confirmed',
    reopened: closing.kind === 'open' ? closing.reopened : null,
    expiresAt: toIso(link.expiresAt),
  }
}

/**
 * What the customer says by their link. A choice is made once; what was offered within authority is theirs at once, what
 * goes beyond it is asked for, in the name of whoever offered it.
 */
export async function takeCustomerStep(
  service: Service,
  token: string,
  asked: CustomerStep,
): Promise<CustomerPage> {
  const { scope, link } = await openLink(service, token)
  const { step, read } = toStep(asked)
  await takeStep(service, scope, { id: link.issueId, step, by: { kind: 'customer' }, read })
  if (step.kind === 'optionChosen') await giveChosen(service, scope, { link, chosen: step.option })
  return findCustomerPage(service, token)
}

function toStep(asked: CustomerStep): { readonly step: DeskStep; readonly read?: string } {
  if (asked.kind !== 'understandingConfirmed') return { step: asked }
  return { step: { kind: asked.kind }, read: asked.read }
}

/** What can't be given now (someone else works on it, the guideline went) waits for the rep, who sees the answer. */
async function giveChosen(
  service: Service,
  scope: Scope,
  { link, chosen }: { link: CustomerLink; chosen: string },
): Promise<void> {
  const { events } = await openIssue(service, scope, link.issueId)
  const offered = events.findLast(({ step }) => step.kind === 'optionsOffered')
  const [guideline, option] = chosen.split('/')
  if (offered === undefined || option === undefined) return
  const request = {
    who: sayActor(offered.by),
    key: keyFor(`chosen ${link.id} ${offered.at} ${chosen}`),
    guideline: Number(guideline),
    option,
    own: null,
    because: 'The customer chose it.',
  }
  const chosenGrant = { id: link.issueId, request, by: offered.by, isAudited: false }
  await grantOption(service, scope, chosenGrant).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error
  })
}
