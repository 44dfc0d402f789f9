import { z } from '@hono/zod-openapi'
import { steps } from '../core/changes/change.ts'
import { guardNames } from '../core/changes/proof/verdict.ts'
import { assumptionSchema } from './cost.ts'
import { cannotSaySchema } from './report.ts'
import { voiceSchema } from './screens.ts'

const rangeSchema = z.object({ low: z.number(), mid: z.number(), high: z.number() })
const instant = z.string()
const count = z.int().nonnegative()
const stepSchema = z.enum(steps)

/** What a person enters; the names of causes are looked up. Texts are checked in core, which says what is wrong. */
export const planInputSchema = z.object({
  what: z.string(),
  owner: z.string(),
  causes: z.array(z.string()),
  channels: z.array(z.string()),
  segments: z.array(z.object({ attribute: z.string(), value: z.string() })),
  effect: rangeSchema,
  costToMake: rangeSchema,
  costToRun: rangeSchema,
  leadDays: z.number(),
  promise: z.string().nullable(),
  adjusts: z.string().nullable(),
  who: z.string(),
  reason: z.string(),
})

export const planSchema = z.object({
  what: z.string(),
  owner: z.string(),
  scope: z.object({
    causes: z.array(z.object({ id: z.string(), name: z.string() })),
    channels: z.array(z.string()),
    segments: z.array(z.object({ attribute: z.string(), value: z.string() })),
  }),
  effect: rangeSchema,
  costToMake: rangeSchema,
  costToRun: rangeSchema,
  leadDays: z.number(),
  promise: z.string().nullable(),
  adjusts: z.string().nullable(),
})

/** What a change would bring beside doing nothing, over the same horizon. */
export const changeValueSchema = z.object({
  currency: z.string(),
  months: z.int(),
  /** What doing nothing costs within the scope of the change. */
  doNothing: rangeSchema,
  saved: rangeSchema,
  netValue: rangeSchema,
  /** Null where it is not paid back within the horizon. */
  paybackMonths: z.object({
    low: z.number().nullable(),
    mid: z.number().nullable(),
    high: z.number().nullable(),
  }),
  worseThanNothing: z.object({ value: z.number(), standardError: z.number(), draws: count }),
  waitingWeek: rangeSchema,
})

const estimateSchema = z.object({ value: z.number(), low: z.number(), high: z.number() })

/** What a change did, by what its contacts would have been without it. */
export const verdictSchema = z.object({
  kind: z.enum(['better', 'worse', 'noMaterialChange', 'cannotSay']),
  /** The one sentence that says it, the same on screen, on the command line and in an export. */
  sentence: z.string(),
  guards: z.array(
    z.object({
      name: z.enum(guardNames),
      status: z.enum(['passed', 'failed', 'notApplicable']),
      sentence: z.string(),
    }),
  ),
  /** Contacts that did not come because of it, since it started; negative where more came. */
  avoided: z.union([estimateSchema.extend({ days: count }), cannotSaySchema]),
  /** What these would have cost. */
  moneyKept: z.union([estimateSchema.extend({ currency: z.string() }), cannotSaySchema]),
})

/** What was known on the day of a decision: kept as it was, so that it can be held against what came. */
export const figuresSchema = z.object({
  value: z.union([changeValueSchema, cannotSaySchema]),
  /** Null while nobody had felt the change. */
  verdict: verdictSchema.nullable(),
  assumptions: z.array(assumptionSchema),
  /** When the reading was made that these figures rest on; null before the first. */
  readAt: z.string().nullable(),
})

export const decisionSchema = z.object({
  step: stepSchema,
  who: z.string(),
  reason: z.string(),
  on: z.string(),
  at: instant,
  figures: figuresSchema,
})

export const decisionInputSchema = z.object({
  step: stepSchema,
  who: z.string(),
  reason: z.string(),
  on: z.string(),
})

export const changeSchema = z.object({
  id: count,
  plan: planSchema,
  state: z.enum(steps),
  startedOn: z.string().nullable(),
  decisions: z.array(decisionSchema),
  nextSteps: z.array(stepSchema),
})

export const changeRowSchema = changeSchema.extend({
  value: z.union([changeValueSchema, cannotSaySchema]),
  /** Null while nobody has felt it. */
  verdict: verdictSchema.nullable(),
})

export const changePageSchema = z.object({
  change: changeRowSchema,
  /** Other changes that customers felt and that touch the same contacts. */
  overlaps: z.array(z.object({ id: count, what: z.string(), startedOn: z.string() })),
  /** Contacts in its scope in weeks counted from its start; what would have been without it, since then. */
  weeks: z.array(z.object({ from: z.string(), contacts: count, expected: estimateSchema.nullable() })),
})

export const whySchema = z.object({
  id: count,
  answer: z.string(),
  who: z.string(),
  at: instant,
  voices: z.array(voiceSchema),
})

export const whyInputSchema = z.object({
  answer: z.string(),
  who: z.string(),
  interactions: z.array(z.string()),
})

/** All that a decision about a cause rests on. */
export const causeDecisionSchema = z.object({
  whys: z.array(whySchema),
  changes: z.array(changeRowSchema),
  /** What leaving the cause alone costs over the horizon, and each week. */
  doNothing: z.union([
    rangeSchema.extend({ currency: z.string(), months: z.int(), week: rangeSchema }),
    cannotSaySchema,
  ]),
  /** Other causes that the same change may remove, the dearest first. */
  others: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What a change may be limited to. */
  channels: z.array(z.string()),
  segments: z.array(z.object({ attribute: z.string(), value: z.string() })),
})

/** A decision that is open, and what each week without it costs. */
export const waitingSchema = z.object({
  kind: z.enum(['choose', 'settle', 'unplanned']),
  cause: z.object({ id: z.string(), name: z.string() }),
  changes: z.array(z.object({ id: count, what: z.string() })),
  week: z.union([rangeSchema, cannotSaySchema]),
  currency: z.string(),
})

export type PlanInput = z.infer<typeof planInputSchema>
export type ChangeJson = z.infer<typeof changeSchema>
export type ChangeRow = z.infer<typeof changeRowSchema>
export type ChangePage = z.infer<typeof changePageSchema>
export type ChangeValueJson = z.infer<typeof changeValueSchema>
export type DecisionInput = z.infer<typeof decisionInputSchema>
export type FiguresJson = z.infer<typeof figuresSchema>
export type WhyInput = z.infer<typeof whyInputSchema>
export type VerdictJson = z.infer<typeof verdictSchema>
export type CauseDecision = z.infer<typeof causeDecisionSchema>
export type Waiting = z.infer<typeof waitingSchema>
