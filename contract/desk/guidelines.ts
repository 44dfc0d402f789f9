import { z } from '@hono/zod-openapi'
import { authorityRoles } from '../../core/guidelines/guideline.ts'
import { answers, fits } from '../../core/guidelines/objection.ts'
import { whoSchema } from './desk.ts'

const instant = z.string()
const count = z.int().nonnegative()
const role = z.enum(authorityRoles)
const cannotSay = z.object({ cannotSay: z.string() })
const weighedSchema = z.object({
  fits: count,
  fitsBut: count,
  inTheWay: count,
  people: count,
  issues: count,
  unanswered: count,
  overdue: count,
})
/** How many exceptions were answered so, and how many of their customers came back within 30 days. */
const outcomeSchema = z.object({
  answered: count,
  cameBack: z.union([
    z.object({ value: z.number(), low: z.number(), high: z.number(), n: count }),
    cannotSay,
  ]),
})

/** Numbers and texts are checked in core, which says what is wrong. */
export const guidelineSchema = z.object({
  name: z.string(),
  causes: z.array(z.string()).max(200),
  intent: z.string(),
  protects: z.enum(['customer', 'company', 'both']),
  options: z
    .array(
      z.object({
        id: z.string().min(1).max(80),
        gives: z.string(),
        say: z.string(),
        because: z.string(),
        value: z.number(),
        cost: z.number(),
        conditions: z
          .array(
            z.discriminatedUnion('kind', [
              z.object({ kind: z.literal('contacts'), least: z.number() }),
              z.object({ kind: z.literal('lastingDays'), least: z.number() }),
              z.object({ kind: z.literal('channel'), channel: z.string() }),
              z.object({ kind: z.literal('notWithinDays'), days: z.number() }),
            ]),
          )
          .max(10),
      }),
    )
    .max(100),
  authorities: z
    .array(
      z.object({
        role,
        perGrant: z.number(),
        perIssue: z.number(),
        perDay: z.number(),
        shareOfIssues: z.number().nullable(),
        beyond: role.nullable(),
      }),
    )
    .max(10),
  owner: z.string(),
  answerHours: z.number(),
  byDefault: z.enum(['granted', 'declined']),
  /** What was written down before there were rounds asks every four weeks. */
  roundWeeks: z.number().nullable().default(4),
})

export const personSchema = z.object({ name: whoSchema, role, hasLeft: z.boolean() })

export const objectionSchema = z.object({
  id: z.string(),
  version: z.int(),
  issue: z.string(),
  fit: z.enum(fits),
  word: z.string(),
  who: z.string(),
  at: instant,
  due: instant.nullable(),
  round: z.int().nullable(),
  /** All that came about the same in the 30 days before now, and what doing nothing about that costs. */
  standsFor: z.object({
    cause: z.string().nullable(),
    issues: count,
    contacts: count,
    customers: count,
    cost: z.union([
      z.object({ low: z.number(), mid: z.number(), high: z.number(), months: z.int(), currency: z.string() }),
      cannotSay,
    ]),
  }),
  answer: z
    .object({
      kind: z.enum(answers),
      reason: z.string(),
      who: z.string(),
      at: instant,
      change: z.int().nullable(),
    })
    .nullable(),
})

export const guidelineRowSchema = z.object({
  id: z.int(),
  /** The version that holds; the draft when none does yet. */
  version: z.int(),
  isLive: z.boolean(),
  isRetired: z.boolean(),
  isRule: z.boolean(),
  guideline: guidelineSchema,
  /** Names of the causes, in their order. */
  causes: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What was said unasked. */
  weighed: weighedSchema,
  /** What those said who were asked in a round. */
  asked: weighedSchema,
})

export const guidelineListSchema = z.object({
  guidelines: z.array(guidelineRowSchema),
  people: z.array(personSchema),
  currency: z.string(),
})

export const guidelinePageSchema = z.object({
  row: guidelineRowSchema,
  versions: z.array(
    z.object({
      version: z.int(),
      who: z.string(),
      at: instant,
      liveAt: instant.nullable(),
      guideline: guidelineSchema,
    }),
  ),
  objections: z.array(objectionSchema),
  exceptions: z.object({ granted: outcomeSchema, declined: outcomeSchema }),
  people: z.array(personSchema),
  currency: z.string(),
})

const replayedSchema = z.object({
  atOnce: count,
  beyond: z.object({ perGrant: count, perIssue: count, perDay: count, shareOfIssues: count }),
  cost: count,
  dearestDay: z.object({ day: z.string(), cost: count }).nullable(),
})
const replaySchema = z.object({
  issues: count,
  withoutOption: count,
  withChoice: count,
  least: replayedSchema,
  most: replayedSchema,
})

/** What last month would have looked like, beside the version that holds now. */
export const replayReplySchema = z.object({
  from: instant,
  to: instant,
  draft: replaySchema,
  /** Null where none holds. */
  live: replaySchema.nullable(),
})

export const replayRequestSchema = z.object({
  guideline: guidelineSchema,
  /** Of which guideline it is a draft; null for a new one. */
  of: z.int().nullable(),
  people: z.int().min(1).max(10_000),
})

export const saveGuidelineSchema = z.object({ who: whoSchema, guideline: guidelineSchema })
export const putLiveSchema = z.object({ who: whoSchema, version: z.int() })
export const objectionAnswerSchema = z.object({
  who: whoSchema,
  kind: z.enum(answers),
  reason: z.string(),
  change: z.int().nullable(),
})

/** What the desk has to say to one who works there. */
export const repNotesSchema = z.object({
  /** What owners answered to what they said, unread. */
  answers: z.array(
    z.object({
      objection: z.string(),
      guideline: z.int(),
      name: z.string(),
      word: z.string(),
      kind: z.enum(answers),
      reason: z.string(),
      who: z.string(),
      at: instant,
    }),
  ),
  /** Guidelines of which they are asked in this round whether they fit. */
  questions: z.array(
    z.object({
      guideline: z.int(),
      name: z.string(),
      intent: z.string(),
      round: z.int(),
      /** The latest issue of these causes that they worked on. */
      issue: z.string(),
      until: instant,
    }),
  ),
})

export type RepNotes = z.infer<typeof repNotesSchema>
export type GuidelineJson = z.infer<typeof guidelineSchema>
export type GuidelineRow = z.infer<typeof guidelineRowSchema>
export type GuidelineList = z.infer<typeof guidelineListSchema>
export type GuidelinePage = z.infer<typeof guidelinePageSchema>
export type ReplayReply = z.infer<typeof replayReplySchema>
export type ReplayRequest = z.infer<typeof replayRequestSchema>
export type SaveGuideline = z.infer<typeof saveGuidelineSchema>
export type ObjectionAnswer = z.infer<typeof objectionAnswerSchema>
export type PersonJson = z.infer<typeof personSchema>
