import type { CauseDecision } from '../../contract/changes.ts'
import type { CostJson } from '../../contract/cost.ts'
import { Failure } from '../../contract/failures.ts'
import { type CausePage, causePageSchema, type Voice } from '../../contract/screens.ts'
import { cannotSay, isKnown, type Known } from '../../core/base/cannot-say.ts'
import { type CauseId, causeId, type InteractionId } from '../../core/base/ids.ts'
import { toIso } from '../../core/base/time.ts'
import { maskIdentity } from '../../core/interactions/mask.ts'
import { maskText } from '../../core/text/mask.ts'
import { findCause } from '../../store/causes.ts'
import { listInteractions } from '../../store/interactions.ts'
import type { Scope } from '../../store/scope.ts'
import { listWhys } from '../../store/whys.ts'
import { rereadCustomer } from '../readings/reread-customer.ts'
import { readDocuments } from '../reports/read-documents.ts'
import type { Service } from '../service.ts'
import { toChangeRows, weekOf } from './change-rows.ts'
import { listKnownChanges } from './known-changes.ts'
import { currentCost } from './value-changes.ts'

/** All that a decision about a cause rests on: why it is so, what could be changed, and what doing nothing costs. */
export async function findCauseDecision(service: Service, scope: Scope, id: string): Promise<CauseDecision> {
  const page = await findCausePage(service, scope, causeId(id))
  const cost = await currentCost(service, scope)
  const known = await listKnownChanges(service.store.pool, scope)
  const own = known.filter(({ change }) => change.plan.scope.causes.some((cause) => cause.id === id))
  const { channels } = (await readDocuments(service, scope)).overview
  return {
    whys: await listWhysWithVoices(service, scope, causeId(id)),
    changes: await toChangeRows(service, scope, { cost, wanted: own, all: known }),
    doNothing: doNothingOf(cost, id),
    others: othersThan(id, cost),
    channels: channels.map(({ channel }) => channel),
    segments: page.drivers
      .filter(({ kind }) => kind === 'attribute' || kind === 'team')
      .map(({ attribute, value }) => ({ attribute, value })),
  }
}

const mostOthers = 12

function othersThan(id: string, cost: Known<CostJson>): CauseDecision['others'] {
  if (!isKnown(cost)) return []
  const others = cost.byCause.filter((cause) => cause.id !== id && cause.id !== '')
  return others.slice(0, mostOthers).map((cause) => ({ id: cause.id, name: cause.name }))
}

/** Throws what a reader should know when the cause is not there. */
export async function findCausePage({ store }: Service, scope: Scope, id: CauseId): Promise<CausePage> {
  const stored = await findCause(store.pool, scope, id)
  if (stored === null) {
    throw new Failure(
      'notFound',
      'There is no such cause in the current reading.',
      'Choose one from the list of causes.',
    )
  }
  return causePageSchema.parse(stored.document)
}

function doNothingOf(cost: Known<CostJson>, id: string): CauseDecision['doNothing'] {
  if (!isKnown(cost)) return cost
  const own = cost.byCause.find((cause) => cause.id === id)
  if (own === undefined) return cannotSay('the cost of this cause is not known')
  const { low, mid, high } = own
  const { currency, months } = cost
  return { low, mid, high, currency, months, week: weekOf(own, months) }
}

async function listWhysWithVoices(service: Service, scope: Scope, cause: CauseId) {
  const whys = await listWhys(service.store.pool, scope, cause)
  const voices = await listVoices(service, scope, [
    ...new Set(whys.flatMap(({ interactions }) => interactions)),
  ])
  return whys.map(({ id, answer, who, at, interactions }) => ({
    id,
    answer,
    who,
    at: toIso(at),
    voices: interactions.flatMap((interaction) => voices.get(interaction) ?? []),
  }))
}

/** Customers' words with the issue they belong to, which only reading their customer again tells. */
async function listVoices(
  service: Service,
  scope: Scope,
  ids: readonly InteractionId[],
): Promise<ReadonlyMap<InteractionId, Voice>> {
  const interactions = await listInteractions(service.store.pool, scope, ids)
  const voices = interactions.map(async ({ id, customer, text, identity, channel, at }) => {
    const { issues, record } = await rereadCustomer(service, scope, customer)
    const issue = issues.find((known) => known.interactions.some((interaction) => interaction.id === id))
    const voice: Voice = {
      interaction: id,
      issue: issue?.id ?? null,
      text: maskText(text ?? ''),
      customer: record.isKnown ? maskIdentity(identity) : null,
      channel,
      at: at === null ? null : toIso(at),
    }
    return [id, voice] as const
  })
  return new Map(await Promise.all(voices))
}
