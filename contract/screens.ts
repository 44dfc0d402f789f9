import { z } from '@hono/zod-openapi'
import { markKinds } from '../core/causes/drivers/find-marks.ts'
import { interactionKinds } from '../core/interactions/interaction.ts'
import { signalKinds } from '../core/signals/signal.ts'
import { correctionSchema, placeSchema } from './corrections.ts'
import { driverSchema, onsetSchema } from './drivers.ts'
import { guessSchema, mappingSchema } from './mapping.ts'
import {
  ratingNamesSchema,
  ratingRange,
  ratingsOfCauseSchema,
  ratingsSchema,
  surveysSchema,
} from './ratings.ts'
import { causeSchema, nextNeedSchema, reportSchema, shareSchema } from './report.ts'
import { threadSchema } from './thread.ts'

const count = z.int().nonnegative()
const instant = z.string().nullable()
const signalKind = z.enum(signalKinds)

/** Times are ISO 8601 in UTC; people's names and identities are masked here, never in the browser. */

/** 1 takes the grain of causes that suits the texts; more gives more and smaller causes, less fewer and larger ones. */
export const grainSchema = z.number().min(0.1).max(10)

export const workspaceSchema = z.object({
  name: z.string(),
  interactions: count,
  isDemo: z.boolean(),
  /** When its readings were last brought up to date; null before the first reading. */
  readAt: instant,
})

export const weekSchema = z.object({ week: z.string(), contacts: count, repeats: count })

/** One customer's own words, with where they were said. */
export const voiceSchema = z.object({
  interaction: z.string(),
  issue: z.string().nullable(),
  text: z.string(),
  customer: z.string().nullable(),
  channel: z.string().nullable(),
  at: instant,
})

export const overviewSchema = z.object({
  report: reportSchema,
  weeks: z.array(weekSchema),
  channels: z.array(z.object({ channel: z.string(), contacts: count })),
  /** What customers gave; null where nobody rated anything. */
  ratings: ratingsSchema,
  surveys: surveysSchema,
  ratingNames: ratingNamesSchema.default({}),
  voice: voiceSchema.nullable(),
})

export const causeRowSchema = causeSchema.extend({
  weeks: z.array(z.object({ week: z.string(), contacts: count })),
  /** Share of the cause's contacts that are not the first of their issue. */
  repeatShare: shareSchema.nullable(),
})

export const causePageSchema = z.object({
  cause: causeRowSchema,
  voices: z.array(voiceSchema),
  drivers: z.array(driverSchema),
  /** The week from which it came up more often, or less; null where none stands out. */
  onset: onsetSchema.nullable().default(null),
  /** What customers with this cause come back with next. */
  nextNeeds: z.array(nextNeedSchema).default([]),
  /** The average that its contacts were rated with, by source. */
  ratings: ratingsOfCauseSchema.default([]),
})

export const issueRowSchema = z.object({
  id: z.string(),
  customer: z.string().nullable(),
  cause: z.object({ id: z.string(), name: z.string() }).nullable(),
  firstAt: instant,
  lastAt: instant,
  contacts: count,
  cases: z.array(z.string()),
  channels: z.array(z.string()),
  teams: z.array(z.string()),
  handOffs: count,
  isPingPong: z.boolean(),
  spokenHandOffs: count,
  emotion: signalKind.nullable(),
  thread: threadSchema,
})

/** Filters of the list of issues: the view that a link shares. */
export const issueFilterSchema = z.object({
  cause: z.string().optional(),
  team: z.string().optional(),
  channel: z.string().optional(),
  emotion: signalKind.optional(),
  customer: z.string().optional(),
  minContacts: z.coerce.number().int().optional(),
  handedOff: z.enum(['yes']).optional(),
  pingPong: z.enum(['yes']).optional(),
  spokenHandOff: z.enum(['yes']).optional(),
  sort: z.enum(['recent', 'contacts', 'handOffs']).optional(),
  after: z.string().optional(),
})

export const issueListSchema = z.object({
  issues: z.array(issueRowSchema),
  total: count,
  /** There may be more than were counted. */
  isAtLeast: z.boolean(),
  /** Give it back as `after` for the next page; null on the last. */
  next: z.string().nullable(),
})

export const interactionSchema = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum(interactionKinds),
  from: z.enum(['customer', 'company']),
  channel: z.string().nullable(),
  team: z.string().nullable(),
  agent: z.string().nullable(),
  case: z.string().nullable(),
  text: z.string().nullable(),
  category: z.string().nullable(),
  rating: z.number().nullable(),
  durationSeconds: z.number().nullable(),
  attributes: z.record(z.string(), z.string()),
  source: z.string(),
  /** True for the interaction that opens a contact. */
  opensContact: z.boolean(),
  corrections: z.array(correctionSchema),
  signals: z.array(
    z.object({
      kind: signalKind,
      start: count,
      end: count,
      place: placeSchema,
      strength: z.number(),
      method: z.string(),
      label: z.string(),
    }),
  ),
})

export const issuePageSchema = z.object({
  issue: issueRowSchema,
  /** Oldest first, with what each is about. */
  contacts: z.array(
    z.object({
      id: z.string(),
      at: instant,
      cause: z.object({ id: z.string(), name: z.string() }).nullable(),
    }),
  ),
  interactions: z.array(interactionSchema),
  /** The customer's other issues, newest first. */
  others: z.array(
    z.object({ id: z.string(), cause: z.string().nullable(), firstAt: instant, contacts: count }),
  ),
})

export const contactFilterSchema = z.object({
  followedWithin: z.coerce.number().int().optional(),
  /** With followedWithin: by the same cause or case only. */
  about: z.enum(['anything', 'same']).optional(),
  cause: z.string().optional(),
  withoutCustomer: z.enum(['yes']).optional(),
  unassigned: z.enum(['yes']).optional(),
  week: z.string().optional(),
  channel: z.string().optional(),
  /** That its customer's words show most. */
  emotion: signalKind.optional(),
  /** As given: `4`, or `4..5` for all from the one to the other. */
  rating: ratingRange.optional(),
  source: z.string().optional(),
  /** With value: only contacts whose attribute has that value, as drivers name them. */
  attribute: z.string().optional(),
  value: z.string().optional(),
  /** With both: what happened in the contact, as drivers of the kinds step, rule and before name it. */
  mark: z.enum(markKinds).optional(),
  after: z.string().optional(),
})

export const contactListSchema = z.object({
  contacts: z.array(
    z.object({
      id: z.string(),
      issue: z.string().nullable(),
      customer: z.string().nullable(),
      at: instant,
      channel: z.string().nullable(),
      source: z.string(),
      case: z.string().nullable(),
      cause: z.object({ id: z.string(), name: z.string() }).nullable(),
      text: z.string().nullable(),
      /** As given, on the source's own scale. */
      rating: z.number().nullable(),
      /** Days until the same customer's next contact; null when none is known. */
      daysToNext: z.number().nullable(),
    }),
  ),
  total: count,
  /** There may be more than were counted. */
  isAtLeast: z.boolean(),
  next: z.string().nullable(),
})

export const caseFilterSchema = z.object({
  handedOff: z.enum(['yes']).optional(),
  pingPong: z.enum(['yes']).optional(),
  after: z.string().optional(),
})

export const caseListSchema = z.object({
  cases: z.array(
    z.object({
      case: z.string(),
      issue: z.string().nullable(),
      interactions: count,
      teams: z.array(z.string()),
      handOffs: count,
      isPingPong: z.boolean(),
    }),
  ),
  total: count,
  /** There may be more than were counted. */
  isAtLeast: z.boolean(),
  next: z.string().nullable(),
})

export const uploadSchema = z.object({ upload: z.string(), guess: guessSchema })

export const importSchema = z.object({
  id: z.string(),
  files: z.array(z.string()),
  state: z.enum(['waiting', 'reading', 'understanding', 'done', 'failed']),
  /** What is being done now, in words. */
  step: z.string(),
  rows: count,
  rowsPerSecond: z.number().nullable(),
  /** 0 to 1; null while the size is not known. */
  progress: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  interactions: count,
  duplicates: count,
  stateOnly: count,
  setAside: count,
  startedAt: z.string(),
  finishedAt: instant,
  failure: z.object({ message: z.string(), hint: z.string() }).nullable(),
  mapping: mappingSchema.nullable(),
})

export const setAsideListSchema = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      line: z.int().nullable(),
      reason: z.string(),
      /** What it was in this row, and what to do. */
      detail: z.string(),
      raw: z.string(),
    }),
  ),
  total: count,
  next: z.string().nullable(),
})

export const failureSchema = z.object({
  failure: z.object({ code: z.string(), message: z.string(), hint: z.string(), request: z.string() }),
})

export type Workspace = z.infer<typeof workspaceSchema>
export type Overview = z.infer<typeof overviewSchema>
export type CauseRow = z.infer<typeof causeRowSchema>
export type CausePage = z.infer<typeof causePageSchema>
export type NextNeed = z.infer<typeof nextNeedSchema>
export type Voice = z.infer<typeof voiceSchema>
export type IssueRow = z.infer<typeof issueRowSchema>
export type IssueFilter = z.infer<typeof issueFilterSchema>
export type IssuePage = z.infer<typeof issuePageSchema>
export type InteractionJson = z.infer<typeof interactionSchema>
export type ContactFilter = z.infer<typeof contactFilterSchema>
export type ContactList = z.infer<typeof contactListSchema>
export type CaseFilter = z.infer<typeof caseFilterSchema>
export type CaseList = z.infer<typeof caseListSchema>
export type Upload = z.infer<typeof uploadSchema>
export type ImportJson = z.infer<typeof importSchema>
export type SetAsideList = z.infer<typeof setAsideListSchema>
export type FailureJson = z.infer<typeof failureSchema>
