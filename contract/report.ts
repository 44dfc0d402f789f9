import { z } from '@hono/zod-openapi'
import { costSchema } from './cost.ts'

/** Absent knowledge, in place of a value. */
export const cannotSaySchema = z.object({ cannotSay: z.string() })

function known<T extends z.ZodType>(schema: T) {
  return z.union([schema, cannotSaySchema])
}

const count = z.int().nonnegative()

export const shareSchema = z.object({ value: z.number(), low: z.number(), high: z.number(), n: count })

const returnSchema = z.object({
  windowDays: z.int(),
  contacts: count,
  followed: count,
  observed: count,
  followedObserved: count,
  share: known(shareSchema),
})

const resolutionSchema = z.object({
  windowDays: z.int(),
  issues: count,
  observed: count,
  resolved: count,
  share: known(shareSchema),
})

const handOffCountsSchema = z.object({
  cases: count,
  withHandOff: count,
  handOffs: count,
  most: count,
  pingPong: count,
})

const issueHandOffCountsSchema = handOffCountsSchema.omit({ cases: true }).extend({ issues: count })

const linkSchema = z.object({ id: z.string(), name: z.string() })

/** What a reading of an earlier version did not look for. */
const notLookedFor = {
  cannotSay: 'the records were read by an earlier version; read any file again to bring them up to date',
}

/** What customers come back with next, more often than others come with it. */
export const nextNeedSchema = z.object({
  cause: linkSchema,
  next: linkSchema,
  /** Issues of the cause that the next followed within 30 days. */
  followed: count,
  share: shareSchema,
  lift: z.object({ value: z.number(), low: z.number(), high: z.number() }),
  /** Contacts of the issues that followed: what settling the next need at once could have avoided at most. */
  contacts: count,
  /** Issues, and those that followed them. */
  examples: z.array(z.object({ issue: z.string(), next: z.string() })),
})

/** A cause that came up within the last 60 days. */
export const newCauseSchema = linkSchema.extend({ since: z.string(), customers: count })

export const causeSchema = z.object({
  id: z.string(),
  name: z.string(),
  theme: linkSchema.nullable().default(null),
  from: z.enum(['text', 'category']),
  issues: known(count),
  contacts: count,
  customers: known(count),
  share: shareSchema,
  words: z.array(z.string()),
  /** A sentence for a manager, where an endpoint was asked for one. */
  summary: z.string().nullable().default(null),
  examples: z.array(z.object({ interaction: z.string(), text: z.string() })),
})

const postureGroupSchema = z.object({
  /** The team, or the cause's id. */
  id: z.string(),
  name: z.string(),
  posture: known(
    z.object({
      messages: count,
      outsideIn: shareSchema,
      insideOut: shareSchema,
      trend: known(
        z.object({
          earlier: shareSchema,
          later: shareSchema,
          difference: z.object({ value: z.number(), low: z.number(), high: z.number() }),
        }),
      ),
    }),
  ),
})

const postureGroupsSchema = z.object({
  teams: known(z.array(postureGroupSchema)),
  causes: known(z.array(postureGroupSchema)),
  guidelines: known(z.array(postureGroupSchema)),
})

const notCounted = { cannotSay: 'the records were read before this was counted; read any file again' }

/** The document that `outside-in read --json` prints. A public contract: keys only ever get added within a version. */
export const reportSchema = z.object({
  version: z.literal(1),
  sources: z.array(
    z.object({
      file: z.string(),
      /** What its rows are kept under: a name made of its columns, or the mapping's. Null where it was never begun. */
      source: z.string().nullable(),
      format: z.string(),
      rows: count,
      interactions: count,
      duplicates: count,
      stateOnly: count,
      setAside: count,
    }),
  ),
  setAside: z.array(
    z.object({ reason: z.string(), count, firstLine: z.int().nullable(), example: z.string() }),
  ),
  period: known(z.object({ from: z.string(), to: z.string() })),
  counts: z.object({
    interactions: count,
    customers: known(count),
    contactsWithoutCustomer: count,
    cases: known(count),
    contacts: count,
    issues: known(count),
    teams: known(count),
    agents: known(count),
  }),
  returns: known(z.array(returnSchema)),
  repeats: known(z.array(returnSchema)),
  firstContactResolution: known(z.array(resolutionSchema)),
  handOffs: z.object({
    cases: known(handOffCountsSchema),
    issues: known(issueHandOffCountsSchema),
    spoken: known(count),
  }),
  causes: known(z.array(causeSchema)),
  newCauses: known(z.array(newCauseSchema)).default(notLookedFor),
  nextNeeds: known(z.array(nextNeedSchema)).default(notLookedFor),
  /** How far an endpoint took part in the reading; null where none is configured and all was read by the built-in engine. */
  endpoint: z
    .object({
      engine: z.string(),
      given: count,
      builtIn: count,
      worded: count,
      because: z.string().nullable(),
    })
    .nullable()
    .default(null),
  coverage: known(
    z.object({
      texts: count,
      read: count,
      unassigned: z.object({ count, share: known(shareSchema) }),
      languages: z.record(z.string(), count),
    }),
  ),
  posture: known(
    z.object({ messages: count, outsideIn: count, insideOut: count, both: count, neither: count }),
  ),
  /** Largest group first. Readings of earlier versions have none. */
  postures: postureGroupsSchema.default({ teams: notCounted, causes: notCounted, guidelines: notCounted }),
  emotions: known(z.record(z.string(), count)),
  costOfDoingNothing: known(costSchema),
})

export type Report = z.infer<typeof reportSchema>
export type PostureGroupJson = z.infer<typeof postureGroupSchema>
export type ShareJson = z.infer<typeof shareSchema>
