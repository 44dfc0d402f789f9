import { z } from '@hono/zod-openapi'
import { waysOfChoosing } from '../core/signals/corrections/correction.ts'
import { signalKinds } from '../core/signals/signal.ts'

const count = z.int().nonnegative()
const signalKind = z.enum(signalKinds)

/** Words in the text as it is kept, UTF-16 code units, end exclusive; the text on screen is masked and may be shorter. */
export const placeSchema = z.object({ start: count, end: count })

/** Who speaks, as they typed it: until there is sign-in, nobody can know better. */
export const reviewerSchema = z.string().trim().min(1).max(80)

/** What people said of a text and still hold, oldest first; `start` and `end` are in the text as shown. */
export const correctionSchema = z.object({
  id: z.string(),
  kind: signalKind.nullable(),
  label: z.string().nullable(),
  start: count.nullable(),
  end: count.nullable(),
  place: placeSchema.nullable(),
  verdict: z.enum(['right', 'wrong']),
  instead: signalKind.nullable(),
  reviewer: z.string(),
  at: z.string(),
})

export const correctionInputSchema = z
  .object({
    interaction: z.string(),
    /** Null: the message as a whole; all that is marked is right, and nothing is missing. */
    kind: signalKind.nullable(),
    place: placeSchema.nullable(),
    verdict: z.enum(['right', 'wrong']),
    instead: signalKind.nullable(),
    chosen: z.enum(waysOfChoosing),
    reviewer: reviewerSchema,
  })
  .refine(({ verdict, instead }) => instead === null || verdict === 'wrong', {
    message: 'only what is wrong can be something else instead',
    path: ['instead'],
  })
  .refine(({ kind, verdict, place }) => kind !== null || (verdict === 'right' && place === null), {
    message: 'a message as a whole can only be right, at no place of its own',
    path: ['kind'],
  })

export type CorrectionJson = z.infer<typeof correctionSchema>
export type CorrectionInput = z.infer<typeof correctionInputSchema>
