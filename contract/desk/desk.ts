import { z } from '@hono/zod-openapi'
import { signalKinds } from '../../core/signals/signal.ts'
import { issuePageSchema } from '../screens.ts'
import { answersSchema } from './answers.ts'
import { givenSchema, offerSchema, stepInputSchema } from './steps.ts'

const instant = z.string()
const count = z.int().nonnegative()
const answer = z.enum(['granted', 'declined'])
/** Money in the smallest coin of the workspace's currency. */
const minor = z.int().nonnegative()

/** Who speaks; where there is sign-in, whoever is signed in, whatever is typed. */
export const whoSchema = z.string().trim().min(1).max(80)

export const queueSchema = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      customer: z.string().nullable(),
      cause: z.string().nullable(),
      /** The customer's last words, masked. */
      words: z.string().nullable(),
      channel: z.string().nullable(),
      since: instant.nullable(),
      contacts: count,
      emotion: z.enum(signalKinds).nullable(),
      /** Why it stands here, the heaviest reason first. */
      reasons: z.array(z.object({ kind: z.string(), weight: z.number(), words: z.string() })),
      holder: z.string().nullable(),
      handedTo: z.string().nullable(),
      due: instant.nullable(),
    }),
  ),
  /** Those that wait for an answer, the most urgent first. */
  exceptions: z.array(
    z.object({
      id: z.string(),
      issue: z.string(),
      given: givenSchema,
      because: z.string(),
      asker: z.string(),
      approver: z.string(),
      due: instant,
      byDefault: answer,
    }),
  ),
  understood: z.object({
    shared: count,
    right: count.nullable(),
    answered: count,
  }),
  now: instant,
})

export const optionRowSchema = z.object({
  guideline: z.int(),
  version: z.int(),
  /** The guideline's name and what it is for. */
  name: z.string(),
  intent: z.string(),
  protects: z.enum(['customer', 'company', 'both']),
  id: z.string(),
  gives: z.string(),
  say: z.string(),
  because: z.string(),
  value: minor,
  cost: minor,
  /** What is known of how it works, in words. */
  evidence: z.string(),
  /** Why it may not be given here; null when it may. */
  whyNot: z.string().nullable(),
})

const stateSchema = z.object({
  holder: z.object({ by: z.string(), until: instant }).nullable(),
  understanding: z.object({
    wished: z.string().nullable(),
    lived: z.object({ text: z.string(), evidence: z.array(z.string()) }).nullable(),
    hoped: z
      .object({ feel: z.string(), think: z.string(), act: z.string(), known: z.enum(['asked', 'believed']) })
      .nullable(),
    shared: z.string().nullable(),
    state: z.enum(['notShared', 'shared', 'confirmed', 'corrected']),
    correction: z.string().nullable(),
  }),
  offers: z.array(offerSchema),
  chosen: z.string().nullable(),
  somethingElse: z.string().nullable(),
  grants: z.array(z.object({ id: z.string(), given: givenSchema, at: instant })),
  exceptions: z.array(
    z.object({
      id: z.string(),
      given: givenSchema,
      because: z.string(),
      asker: z.string(),
      approver: z.string(),
      due: instant,
      byDefault: answer,
      answer: z.object({ kind: answer, reason: z.string(), isDefault: z.boolean() }).nullable(),
    }),
  ),
  promises: z.array(
    z.object({ what: z.string(), due: instant, isKept: z.boolean(), isOverdue: z.boolean() }),
  ),
  relay: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      reason: z.string(),
      tried: z.string(),
      promised: z.string(),
      due: instant,
      at: instant,
      state: z.enum(['waiting', 'accepted', 'returned']),
      returnReason: z.string().nullable(),
      isOverdue: z.boolean(),
    }),
  ),
  solvedAhead: z.array(z.object({ need: z.string(), how: z.string() })),
  outcome: z.enum(['open', 'confirmed', 'silentSoFar', 'silent', 'cameBack']),
  /** Until when silence is watched. */
  watchedUntil: instant.nullable(),
})

export const deskIssueSchema = z.object({
  record: issuePageSchema,
  state: stateSchema,
  /** What they are living, drafted from the record, and the moments that show it. */
  draft: z.object({ lived: z.string(), evidence: z.array(z.string()) }),
  options: z.array(optionRowSchema),
  /** Guidelines for this cause that leave no room. */
  rules: z.array(z.object({ guideline: z.int(), version: z.int(), name: z.string(), intent: z.string() })),
  /** What customers with this cause come back with next. */
  nextNeeds: z.array(z.object({ cause: z.string(), name: z.string(), words: z.string() })),
  /** What to ask for what the record does not tell. */
  questions: z.array(z.object({ words: z.string(), because: z.string() })),
  patterns: z.array(z.string()),
  steps: z.array(z.object({ kind: z.string(), who: z.string(), words: z.string(), at: instant })),
  answers: answersSchema,
  link: z.object({ expiresAt: instant }).nullable(),
  currency: z.string(),
  /** Of the company: a deadline said in days falls on the same hour there. */
  timeZone: z.string(),
  now: instant,
})

export const stepRequestSchema = z.object({ who: whoSchema, step: stepInputSchema })

/** An option of a guideline, or one that the rep composed under it. */
export const grantRequestSchema = z.object({
  who: whoSchema,
  /** Made by whoever asks, once for each intent to give: asked twice with one key, it is given once. */
  key: z.string().min(8).max(80),
  guideline: z.int(),
  option: z.string().nullable(),
  own: z.object({ gives: z.string(), cost: z.int() }).nullable(),
  because: z.string(),
})

export const grantedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('granted'), grant: z.string() }),
  z.object({
    kind: z.literal('exception'),
    exception: z.string(),
    because: z.string(),
    approver: z.string(),
    due: instant,
    byDefault: answer,
  }),
])

export const exceptionAnswerSchema = z.object({ who: whoSchema, answer, reason: z.string() })
export const objectionInputSchema = z.object({
  who: whoSchema,
  guideline: z.int(),
  fit: z.enum(['fits', 'fitsBut', 'inTheWay']),
  word: z.string(),
  /** The round in which they were asked; left out when they say it unasked. */
  round: z.int().nullable().default(null),
})
/** The address under this server; it is told once, and not kept. */
export const linkSchema = z.object({ path: z.string(), expiresAt: instant })

/** What the customer sees: nothing that is ours alone. */
export const customerPageSchema = z.object({
  company: z.string(),
  understanding: z.string().nullable(),
  state: z.enum(['notShared', 'shared', 'confirmed', 'corrected']),
  correction: z.string().nullable(),
  offers: z.array(z.object({ id: z.string(), gives: z.string() })),
  chosen: z.string().nullable(),
  somethingElse: z.string().nullable(),
  /** What is theirs, what was promised, what is being decided. */
  given: z.array(z.object({ gives: z.string(), at: instant })),
  promises: z.array(
    z.object({ what: z.string(), due: instant, isKept: z.boolean(), isOverdue: z.boolean() }),
  ),
  deciding: z.array(z.object({ gives: z.string(), due: instant, byDefault: answer })),
  /** What was asked for and can't be given. */
  declined: z.array(z.string()),
  withWhom: z.string().nullable(),
  solved: z.string().nullable(),
  /** What was still promised when it was closed; empty when nothing. */
  stillPromised: z.string(),
  isConfirmed: z.boolean(),
  /** What they said is still open, of what was closed for us. */
  reopened: z.string().nullable(),
  expiresAt: instant,
})

export const customerStepSchema = z.discriminatedUnion('kind', [
  /** With the words that they read, so that nobody confirms others. */
  z.object({ kind: z.literal('understandingConfirmed'), read: z.string() }),
  z.object({ kind: z.literal('understandingCorrected'), text: z.string().max(4000) }),
  z.object({ kind: z.literal('optionChosen'), option: z.string() }),
  z.object({ kind: z.literal('somethingElseAsked'), text: z.string().max(4000) }),
  z.object({ kind: z.literal('solutionConfirmed') }),
  z.object({ kind: z.literal('reopened'), reason: z.string().max(4000) }),
])

export type Queue = z.infer<typeof queueSchema>
export type DeskIssue = z.infer<typeof deskIssueSchema>
export type DeskStateJson = z.infer<typeof stateSchema>
export type OptionRow = z.infer<typeof optionRowSchema>
export type StepRequest = z.infer<typeof stepRequestSchema>
export type GrantRequest = z.infer<typeof grantRequestSchema>
export type Granted = z.infer<typeof grantedSchema>
export type ExceptionAnswer = z.infer<typeof exceptionAnswerSchema>
export type ObjectionInput = z.input<typeof objectionInputSchema>
export type LinkJson = z.infer<typeof linkSchema>
export type CustomerPage = z.infer<typeof customerPageSchema>
export type CustomerStep = z.infer<typeof customerStepSchema>
