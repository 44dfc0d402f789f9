import { z } from '@hono/zod-openapi'
import { authorityRoles } from '../../core/guidelines/guideline.ts'
import { answers, fits } from '../../core/guidelines/objection.ts'
import { whoSchema } from './desk.ts'

const instant = z.string()
const count = z.int().nonnegative()
const role = z.enum(authorityRoles)

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
  weighed: z.object({
    fits: count,
    fitsBut: count,
    inTheWay: count,
    people: count,
    issues: count,
    unanswered: count,
    overdue: count,
  }),
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

export type GuidelineJson = z.infer<typeof guidelineSchema>
export type GuidelineRow = z.infer<typeof guidelineRowSchema>
export type GuidelineList = z.infer<typeof guidelineListSchema>
export type GuidelinePage = z.infer<typeof guidelinePageSchema>
export type ReplayReply = z.infer<typeof replayReplySchema>
export type ReplayRequest = z.infer<typeof replayRequestSchema>
export type SaveGuideline = z.infer<typeof saveGuidelineSchema>
export type ObjectionAnswer = z.infer<typeof objectionAnswerSchema>
export type PersonJson = z.infer<typeof personSchema>
