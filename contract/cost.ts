import { z } from '@hono/zod-openapi'
import { costLines } from '../core/cost/cost-inputs.ts'

const count = z.number().nonnegative()
const cannotSay = z.object({ cannotSay: z.string() })
const range = { low: z.number(), mid: z.number(), high: z.number() }
const rangeSchema = z.object(range)

export const assumptionSchema = z.object({
  name: z.string(),
  meaning: z.string(),
  unit: z.string(),
  ...range,
  source: z.enum(['measured', 'entered', 'default']),
  reference: z.string(),
})

export const assumptionInputSchema = z.object({ name: z.string(), ...range })

/** Why customers with and without a cause can be held against each other, and what came of it. */
export const leavingSchema = z.object({
  difference: z.number(),
  standardError: z.number(),
  low: z.number(),
  high: z.number(),
  leftWith: z.number(),
  leftWithout: z.number(),
  leftMatched: z.number(),
  windowDays: z.number().nullable(),
  overlap: z.object({
    withCause: count,
    withoutCause: count,
    effectiveWithout: count,
    unmatched: count,
    worstBefore: z.number(),
    worstAfter: z.number(),
    worstTrait: z.string(),
  }),
})

const handledSchema = z.object({ contacts: count, timed: count, seconds: count, squares: count })

export const causeLoadSchema = z.object({
  id: z.string(),
  name: z.string(),
  contacts: count,
  repeats: count,
  handOffs: count,
  contactSquares: count,
  channels: z
    .array(z.object({ channel: z.string(), firsts: handledSchema, repeats: handledSchema }))
    .readonly(),
  length: count,
  weeks: z.array(count).readonly(),
  follows: z
    .array(z.object({ after: z.string(), share: z.number() }))
    .readonly()
    .optional(),
  leaving: z.union([leavingSchema, cannotSay]),
})

export const costHistorySchema = z.object({
  from: z.string(),
  to: z.string(),
  weekdays: z.array(count).readonly(),
  causes: z.array(causeLoadSchema).readonly(),
})

/** All that a cost rests on, so that it can be computed anywhere and kept with a decision. */
export const costInputsSchema = z.object({
  history: costHistorySchema,
  only: z.array(z.string()).readonly().optional(),
  assumptions: z.array(assumptionSchema).readonly(),
  months: z.int(),
  currency: z.string(),
  seed: z.int(),
  draws: z.int(),
})

const causeCostSchema = z.object({
  id: z.string(),
  name: z.string(),
  contacts: z.number(),
  ...range,
  issues: z.number(),
  pattern: z.enum(['flat', 'trend', 'newLevel', 'season', 'trendAndSeason']),
  projection: z.string(),
  lines: z.record(z.enum(costLines), z.number()),
  customersLost: z.union([rangeSchema, cannotSay]),
})

export const costSchema = z.object({
  currency: z.string(),
  months: z.int(),
  ...range,
  byCause: z.array(causeCostSchema).readonly(),
  dearest: z.object({ causes: z.int(), ...range }),
  assumptions: z.array(assumptionSchema).readonly(),
  lines: z.array(z.object({ line: z.enum(costLines), ...range })).readonly(),
  unsaid: z.array(z.object({ line: z.enum(costLines), cannotSay: z.string() })).readonly(),
  fan: z.array(z.object({ month: z.int(), ...range })).readonly(),
  weekOfDelay: rangeSchema,
  swings: z
    .array(z.object({ name: z.string(), meaning: z.string(), low: z.number(), high: z.number() }))
    .readonly(),
  simulation: z.object({ seed: z.int(), draws: z.int(), error: rangeSchema }),
})

/** What the cost page shows, and what it recomputes from. */
export const costReplySchema = z.object({
  cost: z.union([costSchema, cannotSay]),
  inputs: z.union([costInputsSchema, cannotSay]),
})

export const costFilterSchema = z.object({
  months: z.coerce.number().int().min(1).max(60).optional(),
  /** Ids of causes, with commas between them; all when left out. */
  causes: z.string().min(1).optional(),
})

export const saveAssumptionsSchema = z.object({
  /** All that people entered; what is left out goes back to what was measured, or to its default. */
  assumptions: z.array(assumptionInputSchema).max(50),
  /** Who enters it. */
  by: z.string().trim().min(1).max(80).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
})

export type CostJson = z.infer<typeof costSchema>
export type AssumptionInput = z.infer<typeof assumptionInputSchema>
export type SaveAssumptions = z.infer<typeof saveAssumptionsSchema>
