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

export const causeSchema = z.object({
  id: z.string(),
  name: z.string(),
  from: z.enum(['text', 'category']),
  issues: known(count),
  contacts: count,
  customers: known(count),
  share: shareSchema,
  words: z.array(z.string()),
  examples: z.array(z.object({ interaction: z.string(), text: z.string() })),
})

/** The document that `outside-in read --json` prints. A public contract: keys only ever get added within a version. */
export const reportSchema = z.object({
  version: z.literal(1),
  sources: z.array(
    z.object({
      file: z.string(),
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
  emotions: known(z.record(z.string(), count)),
  costOfDoingNothing: known(costSchema),
})

export type Report = z.infer<typeof reportSchema>
export type CauseJson = z.infer<typeof causeSchema>
export type ShareJson = z.infer<typeof shareSchema>
export type CannotSayJson = z.infer<typeof cannotSaySchema>
