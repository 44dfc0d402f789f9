import { z } from 'zod'
import { caseIdOf, type Identity, type InteractionId } from '../../core/base/ids.ts'
import { sayMisfit } from '../../core/base/say-misfit.ts'
import type { Instant } from '../../core/base/time.ts'
import { type IdentityKind, toIdentity } from '../../core/interactions/identity.ts'
import type { InteractionKind, Side } from '../../core/interactions/interaction.ts'
import { type Fact, idOf, isPossibleTime, toFact } from '../fact.ts'
import type { Problem } from '../row.ts'

/** What a receiver must know besides what was sent. */
export type Hearing = {
  /** The source that the interactions belong to: the same for all ways in which one system tells them. */
  readonly source: string
  /** Bounds times, and stands in for a time that the sender does not say. */
  readonly now: Instant
  /** What the sender calls its teams and agents by number, as `group/17`, as far as that was learned. */
  readonly names: Names
}

export type Names = Readonly<Record<string, string>>

/** A fact, with the one whose place it takes. */
export type HeardFact = Fact & {
  readonly revises: {
    readonly root: InteractionId
    readonly isWithdrawal: boolean
    readonly revisedAt: Instant
  } | null
}

export type NotHeard = Problem & { readonly raw: Uint8Array }

/** What was understood of what was sent. What holds no interaction (a ping, a typing sign) is passed over and counted. */
export type Heard = {
  readonly facts: readonly HeardFact[]
  readonly setAside: readonly NotHeard[]
  readonly passedOver: number
}

/** One thing as the sender tells it; what is left out is not known. */
export type Telling = {
  readonly externalId: string
  readonly at: Instant | null
  readonly from: Side
  readonly kind?: InteractionKind
  readonly identities?: readonly Identity[]
  readonly case?: string | null
  readonly caseOpenedAt?: Instant | null
  readonly channel?: string | null
  readonly team?: string | null
  readonly agent?: string | null
  readonly text?: string | null
  readonly rating?: number | null
  readonly durationSeconds?: number | null
  readonly category?: string | null
  readonly attributes?: Readonly<Record<string, string | null | undefined>>
  /** The external id of the interaction whose place this one takes. */
  readonly corrects?: string
  /** The external id of the interaction that should not have been told; this one then leaves its place empty. */
  readonly withdraws?: string
}

/** Makes facts of what a sender tells; a time that cannot be sets its telling aside with `raw`. */
export function toHeard(hearing: Hearing, tellings: readonly Telling[], raw: unknown): Heard {
  const facts: HeardFact[] = []
  const setAside: NotHeard[] = []
  for (const telling of tellings) {
    const times = [telling.at, telling.caseOpenedAt].filter((at) => typeof at === 'number')
    if (times.every((at) => isPossibleTime(at, hearing.now))) facts.push(toHeardFact(hearing, telling))
    else setAside.push({ ...impossibleTime, raw: toRaw(raw) })
  }
  return { facts, setAside, passedOver: tellings.length === 0 ? 1 : 0 }
}

export function joinHeard(parts: readonly Heard[]): Heard {
  return {
    facts: parts.flatMap(({ facts }) => facts),
    setAside: parts.flatMap(({ setAside }) => setAside),
    passedOver: parts.reduce((sum, { passedOver }) => sum + passedOver, 0),
  }
}

export function notHeard(problem: Problem, raw: unknown): Heard {
  return { facts: [], setAside: [{ ...problem, raw: toRaw(raw) }], passedOver: 0 }
}

/** Reads what was sent by its schema and tells it, or sets it aside with what was not as expected. */
export function hearAs<T>(schema: z.ZodType<T>, sent: unknown, tell: (parsed: T) => Heard): Heard {
  const parsed = schema.safeParse(sent)
  if (parsed.success) return tell(parsed.data)
  const detail = `${sayMisfit(parsed.error.issues[0])} Mend it, then read it again.`
  return notHeard({ reason: 'not as expected', detail }, sent)
}

function toHeardFact(hearing: Hearing, telling: Telling): HeardFact {
  const { source, now } = hearing
  const { externalId, at, corrects, withdraws } = telling
  const isWithdrawal = withdraws !== undefined
  const root = withdraws ?? corrects
  const fact = toFact({
    id: idOf(source, externalId),
    source,
    externalId,
    // Senders tell in any order; what happened at one instant is ordered by its id.
    sequence: 0,
    // A withdrawal without a date of its own, sent again, is still the same withdrawal.
    at: isWithdrawal ? null : at,
    identities: [...(telling.identities ?? [])],
    caseId: telling.case == null ? null : caseIdOf(telling.case),
    caseOpenedAt: telling.caseOpenedAt ?? null,
    kind: isWithdrawal ? 'event' : (telling.kind ?? 'message'),
    from: telling.from,
    channel: telling.channel ?? null,
    team: telling.team ?? null,
    agent: telling.agent ?? null,
    text: telling.text || null,
    category: telling.category ?? null,
    rating: telling.rating ?? null,
    durationSeconds: telling.durationSeconds ?? null,
    attributes: said({ ...telling.attributes, withdraws }),
  })
  const revises = root === undefined ? null : { root: idOf(source, root), isWithdrawal, revisedAt: at ?? now }
  return { ...fact, revises }
}

function said(attributes: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  const known = Object.entries(attributes).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return Object.fromEntries(known)
}

/** Identities of those values that are any, in the order given: strongest first. */
export function identitiesOf(
  values: readonly (readonly [IdentityKind, string | null | undefined])[],
): readonly Identity[] {
  return values.flatMap(([kind, value]) => (value ? (toIdentity(kind, value) ?? []) : []))
}

export function toRaw(sent: unknown): Uint8Array {
  return sent instanceof Uint8Array ? sent : new TextEncoder().encode(JSON.stringify(sent))
}

/** Numbers and texts that name something. */
export const idSchema = z.union([z.string(), z.number()]).transform(String)

/** A time as senders write it: ISO 8601, RFC 2822, `2020-03-03 13:05:57 UTC`, or seconds since 1970. */
export const timeSchema = z.union([z.string(), z.number()]).transform((value, context): Instant => {
  const isNumber = typeof value === 'number' || /^\d{9,11}(\.\d+)?$/.test(value)
  const at = isNumber ? Math.round(Number(value) * 1000) : Date.parse(value)
  if (!Number.isNaN(at)) return at
  context.addIssue({ code: 'custom', message: 'not a time' })
  return z.NEVER
})

const impossibleTime: Problem = {
  reason: 'impossible time',
  detail: 'It lies before 1990 or more than a year ahead. Put the right time in, then read it again.',
}
