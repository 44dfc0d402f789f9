import { z } from '@hono/zod-openapi'
import { interactionSchema } from './screens.ts'

export const signalFilterSchema = z.object({
  team: z.string().optional(),
  /** In contacts about this cause. */
  cause: z.string().optional(),
  /** In contacts about what this guideline, which holds, is for. */
  guideline: z.string().optional(),
  after: z.string().optional(),
})

export const signalListSchema = z.object({
  interactions: z.array(interactionSchema),
  /** The name of the cause or the guideline that was asked for. */
  about: z.string().nullable(),
  total: z.int().nonnegative(),
  /** There may be more than were counted. */
  isAtLeast: z.boolean(),
  next: z.string().nullable(),
})

export type SignalListFilter = z.infer<typeof signalFilterSchema>
