import { z } from 'zod'
import { causeLoadSchema, costHistorySchema } from '../../contract/cost.ts'
import { cannotSaySchema, reportSchema } from '../../contract/report.ts'
import { type causePageSchema, overviewSchema } from '../../contract/screens.ts'
import { cannotSay, type Known } from '../../core/base/cannot-say.ts'
import { causeId } from '../../core/base/ids.ts'
import type { CostHistory } from '../../core/cost/cost-inputs.ts'

/** The part of the report that a reading settles; sources and cost are added when it is asked for. */
export const readingReportSchema = reportSchema.omit({
  sources: true,
  setAside: true,
  costOfDoingNothing: true,
})

export const readingOverviewSchema = overviewSchema.omit({ report: true, ratingNames: true }).extend({
  /** By kind: messages in which it was read, and customers whose messages or answers these were. */
  signals: z.array(z.object({ kind: z.string(), messages: z.number(), customers: z.number() })).default([]),
})

const storedCostSchema = z.union([
  costHistorySchema.extend({
    causes: z
      .array(
        causeLoadSchema.extend({
          id: z.string().transform(causeId),
          follows: z
            .array(z.object({ after: z.string().transform(causeId), share: z.number() }))
            .readonly()
            .optional(),
        }),
      )
      .readonly(),
  }),
  cannotSaySchema,
])

/** What a cost is computed from; readings of earlier versions have none that is of use. */
export function parseCost(document: unknown): Known<CostHistory> {
  const parsed = storedCostSchema.safeParse(document)
  return parsed.success
    ? parsed.data
    : cannotSay('the records were read by an earlier version; read any file again to bring them up to date')
}

/** A reading as screens and exports show it: written once, so that a page costs the same at any size. */
export type ReadingDocuments = {
  readonly report: z.infer<typeof readingReportSchema>
  readonly overview: z.infer<typeof readingOverviewSchema>
  readonly cost: Known<CostHistory>
  readonly causes: readonly z.infer<typeof causePageSchema>[]
}
