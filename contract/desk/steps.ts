import { z } from '@hono/zod-openapi'
import type { DeskStep } from '../../core/desk/step.ts'
import { fits } from '../../core/guidelines/objection.ts'

const text = z.string().max(10_000)
const answer = z.enum(['granted', 'declined'])
const instant = z.iso.datetime({ offset: true })

const offerSchema = z.object({ id: z.string(), gives: z.string(), say: z.string() })
const givenSchema = z.object({
  id: z.string(),
  gives: z.string(),
  cost: z.int().nonnegative(),
  guideline: z.int(),
  version: z.int(),
})

/** Steps that say no time; the same on the wire and in the store. */
const timeless = [
  z.object({ kind: z.literal('claimed') }),
  z.object({ kind: z.literal('released') }),
  z.object({ kind: z.literal('wished'), text }),
  z.object({ kind: z.literal('lived'), text, evidence: z.array(z.string()).max(100) }),
  z.object({
    kind: z.literal('hoped'),
    feel: text,
    think: text,
    act: text,
    known: z.enum(['asked', 'believed']),
  }),
  z.object({ kind: z.literal('understandingShared'), text }),
  z.object({ kind: z.literal('understandingConfirmed') }),
  z.object({ kind: z.literal('understandingCorrected'), text }),
  z.object({ kind: z.literal('optionsOffered'), offers: z.array(offerSchema).max(20) }),
  z.object({ kind: z.literal('optionChosen'), option: z.string() }),
  z.object({ kind: z.literal('somethingElseAsked'), text }),
  z.object({ kind: z.literal('promiseKept'), what: text }),
  z.object({ kind: z.literal('handOverAccepted') }),
  z.object({ kind: z.literal('handOverReturned'), reason: text }),
  /** `cause`: which cause the need is, so that it can be told later whether they came about it all the same. */
  z.object({ kind: z.literal('solvedAhead'), need: text, cause: z.string().max(80).optional(), how: text }),
  z.object({ kind: z.literal('answerSent'), text, channel: z.string().max(80) }),
  z.object({ kind: z.literal('closed'), solved: text, promised: text }),
  z.object({ kind: z.literal('solutionConfirmed') }),
  z.object({ kind: z.literal('reopened'), reason: text }),
] as const

const handOver = { kind: z.literal('handedOver'), to: text, reason: text, tried: text, promised: text }

/** What anybody at the desk may ask for; what is granted, asked for or objected to has routes of its own. */
export const stepInputSchema = z.discriminatedUnion('kind', [
  ...timeless,
  z.object({ kind: z.literal('promised'), what: text, due: instant }),
  z.object({ ...handOver, due: instant }),
])

/** A step as the store keeps it: every kind, times in milliseconds. */
export const storedStepSchema = z.discriminatedUnion('kind', [
  ...timeless,
  z.object({ kind: z.literal('promiseOverdue'), what: text }),
  z.object({ kind: z.literal('handOverOverdue'), to: text }),
  z.object({ kind: z.literal('silenceEnded'), cameBack: z.boolean() }),
  z.object({ kind: z.literal('promised'), what: text, due: z.number() }),
  z.object({ ...handOver, due: z.number() }),
  z.object({ kind: z.literal('granted'), grant: z.string(), given: givenSchema, because: z.string() }),
  z.object({
    kind: z.literal('exceptionAsked'),
    exception: z.string(),
    given: givenSchema,
    because: z.string(),
    approver: z.string(),
    due: z.number(),
    byDefault: answer,
  }),
  z.object({
    kind: z.literal('exceptionAnswered'),
    exception: z.string(),
    answer,
    reason: z.string(),
    isDefault: z.boolean(),
  }),
  z.object({
    kind: z.literal('objected'),
    objection: z.string(),
    guideline: z.int(),
    fit: z.enum(fits),
    word: z.string(),
  }),
]) satisfies z.ZodType<DeskStep>

export const actorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), name: z.string(), account: z.string().optional() }),
  z.object({ kind: z.literal('agent'), name: z.string() }),
  z.object({ kind: z.literal('customer') }),
  z.object({ kind: z.literal('clock') }),
])

export { givenSchema, offerSchema }
export type StepInput = z.infer<typeof stepInputSchema>
