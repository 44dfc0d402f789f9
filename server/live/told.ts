import type { z } from 'zod'
import {
  cloudEventSchema,
  type InteractionInput,
  interactionInputSchema,
  withdrawalSchema,
} from '../../contract/interactions.ts'
import { caseIdOf, type Identity } from '../../core/base/ids.ts'
import { sayMisfit } from '../../core/base/say-misfit.ts'
import type { Instant } from '../../core/base/time.ts'
import { identityKinds, toIdentity } from '../../core/interactions/identity.ts'
import type { Interaction } from '../../core/interactions/interaction.ts'
import { type Fact, idOf, isPossibleTime, toFact } from '../../sources/fact.ts'
import type { Problem } from '../../sources/row.ts'
import type { Revision } from '../../store/revisions.ts'

/** An interaction as another system told it, with whose place it takes. */
export type Told = Fact & {
  readonly revises: Omit<Revision, 'id'> | null
  /** Its bytes as they came, by which it is set aside when it contradicts what is known; without, it is only answered. */
  readonly raw?: () => Uint8Array
}

export type Unreadable = Problem & { readonly externalId: string | null }

/** One thing that was told, read as far as it can be. */
export type Judged = Told | (Unreadable & { readonly raw: () => Uint8Array })

/** Reads one told interaction, withdrawal or CloudEvent; `now` bounds its times and dates a revision that says no date. */
export function parseTold(given: unknown, now: Instant): Told | Unreadable {
  const item = unwrap(given)
  const externalId = isRecord(item) && typeof item.externalId === 'string' ? item.externalId : null
  if (isRecord(item) && 'withdraws' in item) {
    const parsed = withdrawalSchema.safeParse(item)
    return parsed.success ? toWithdrawal(parsed.data, now) : { ...problemOf(parsed.error), externalId }
  }
  const parsed = interactionInputSchema.safeParse(item)
  if (!parsed.success) return { ...problemOf(parsed.error), externalId }
  const interaction = toInteraction(parsed.data)
  const times = [interaction.at, interaction.caseOpenedAt].filter((at) => at !== null)
  if (times.some((at) => !isPossibleTime(at, now))) return { ...impossibleTime, externalId }
  const { source, corrects, revisedAt } = parsed.data
  const revises =
    corrects === undefined
      ? null
      : { root: idOf(source, corrects), isWithdrawal: false, revisedAt: instantOf(revisedAt) ?? now }
  return { ...toFact(interaction), revises }
}

export function isTold(one: Told | Unreadable): one is Told {
  return 'interaction' in one
}

function unwrap(given: unknown): unknown {
  const event = cloudEventSchema.safeParse(given)
  if (!event.success) return given
  const { id, source, time, data } = event.data
  return { source, externalId: id, ...(time === undefined ? {} : { at: time }), ...data }
}

function toInteraction(input: InteractionInput): Interaction {
  const { source, externalId, kind } = input
  return {
    id: idOf(source, externalId),
    source,
    externalId,
    // Others may tell it in any order; what happened at one instant is ordered by its id.
    sequence: 0,
    at: instantOf(input.at),
    identities: identitiesOf(input.customer),
    caseId: input.case === undefined ? null : caseIdOf(input.case),
    caseOpenedAt: instantOf(input.caseOpenedAt),
    kind,
    from: kind === 'event' ? 'company' : kind === 'leaving' ? 'customer' : (input.from ?? 'customer'),
    channel: input.channel ?? null,
    team: input.team ?? null,
    agent: input.agent ?? null,
    text: input.text ?? null,
    category: input.category ?? null,
    rating: input.rating ?? null,
    durationSeconds: input.durationSeconds ?? null,
    attributes: input.attributes ?? {},
  }
}

function identitiesOf(customer: InteractionInput['customer']): Identity[] {
  return identityKinds.flatMap((kind) => {
    const value = customer?.[kind]
    const identity = value === undefined ? null : toIdentity(kind, value)
    return identity === null ? [] : [identity]
  })
}

/** Kept like any other fact, and never counted. */
function toWithdrawal(
  { source, externalId, withdraws, revisedAt }: z.infer<typeof withdrawalSchema>,
  now: Instant,
): Told {
  const at = instantOf(revisedAt) ?? now
  const interaction = toInteraction({ source, externalId, at: new Date(at).toISOString(), kind: 'event' })
  const revises = { root: idOf(source, withdraws), isWithdrawal: true, revisedAt: at }
  // Sent again without a date of its own, it is still the same withdrawal.
  return { ...toFact({ ...interaction, at: null, attributes: { withdraws } }), revises }
}

function instantOf(time: string | undefined): Instant | null {
  return time === undefined ? null : Date.parse(time)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function problemOf({ issues }: z.ZodError): Problem {
  const [issue] = issues
  const where = issue?.path.join('.')
  const detail = `${sayMisfit(issue)} See Interaction in /api/openapi.json.`
  return {
    reason: where === 'at' ? 'missing or unreadable time' : 'not as expected',
    // It may name a field as it was told, and is kept as text.
    detail: detail.replaceAll('\0', '\ufffd'),
  }
}

const impossibleTime: Problem = {
  reason: 'impossible time',
  detail: 'It lies before 1990 or more than a year ahead. Put the right time in.',
}
