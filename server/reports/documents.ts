import { z } from 'zod'
import { reportSchema } from '../../contract/report.ts'
import { type causePageSchema, overviewSchema } from '../../contract/screens.ts'
import { causeId } from '../../core/base/ids.ts'

/** The part of the report that a reading settles; sources and cost are added when it is asked for. */
export const readingReportSchema = reportSchema.omit({
  sources: true,
  setAside: true,
  costOfDoingNothing: true,
})

/** What the overview shows beside the report, and what the cost is estimated from. */
export const readingOverviewSchema = overviewSchema.omit({ report: true }).extend({
  loads: z.array(
    z.object({
      id: z.string().transform(causeId),
      name: z.string(),
      contacts: z.number(),
      repeats: z.number(),
      handOffs: z.number(),
    }),
  ),
  periodDays: z.number().nullable(),
  measured: z.object({ contacts: z.number(), mean: z.number(), standardError: z.number() }).nullable(),
})

/** A reading as screens and exports show it: written once, so that a page costs the same at any size. */
export type ReadingDocuments = {
  readonly report: z.infer<typeof readingReportSchema>
  readonly overview: z.infer<typeof readingOverviewSchema>
  readonly causes: readonly z.infer<typeof causePageSchema>[]
}
