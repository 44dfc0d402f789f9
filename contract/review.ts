import { createRoute, z } from '@hono/zod-openapi'
import { reviewAsks } from '../core/signals/corrections/order-review.ts'
import { signalKinds } from '../core/signals/signal.ts'
import { placeSchema } from './corrections.ts'
import { cannotSaySchema, shareSchema } from './report.ts'
import { base, inWorkspace, needs, reply } from './route-parts.ts'
import { interactionSchema } from './screens.ts'

const count = z.int().nonnegative()
const signalKind = z.enum(signalKinds)

export const reviewQuerySchema = z.object({
  ask: z.enum(reviewAsks).optional(),
  kind: signalKind.optional(),
  reviewer: z.string().max(80).optional(),
})

export const reviewSchema = z.object({
  items: z.array(
    z.object({
      /** With the one signal in question, or for a whole message with all of them. */
      interaction: interactionSchema,
      kind: signalKind.nullable(),
      place: placeSchema.nullable(),
      chosen: z.enum(['unsure', 'lot']),
    }),
  ),
  /** Every kind that was read or judged, with how well it is read. */
  signals: z.array(
    z.object({
      kind: signalKind,
      messages: count,
      customers: count,
      method: z.string(),
      judged: count,
      precision: z.union([shareSchema, cannotSaySchema]),
      recall: z.union([shareSchema, cannotSaySchema]),
      /** What was learned from people, beside the cues, on messages held back; null while labels are too few. */
      comparison: z
        .object({
          cues: z.number(),
          learned: z.number(),
          /** 95 % interval of learned - cues. */
          low: z.number(),
          high: z.number(),
          labels: count,
          trues: count,
          isUsed: z.boolean(),
        })
        .nullable(),
    }),
  ),
  agreement: z.union([
    z.object({ value: z.number(), low: z.number(), high: z.number(), n: count }),
    cannotSaySchema,
  ]),
  reviewers: z.array(z.string()),
  /** Corrections made since the current reading began: its counts do not hold them yet. */
  sinceReading: count,
})

export const findReview = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/review`,
  request: { params: inWorkspace, query: reviewQuerySchema },
  responses: reply(reviewSchema, 'What a person should look at next, and how well each signal is read'),
})

export type Review = z.infer<typeof reviewSchema>
export type ReviewItem = Review['items'][number]
