import { z } from '@hono/zod-openapi'
import { cannotSaySchema, shareSchema } from './report.ts'

const count = z.int().nonnegative()

/** The lowest and the highest rating that anybody gave: nothing more is known of a scale. */
const seen = { lowest: z.number(), highest: z.number() }

const averageSchema = z.union([
  z.object({ value: z.number(), low: z.number(), high: z.number(), n: count }),
  cannotSaySchema,
])

/** Contacts rated within these bounds, and the share of them that were followed by another within 7 days. */
const ratedSchema = z.object({ ...seen, contacts: count, returned: z.union([shareSchema, cannotSaySchema]) })

const scaleSchema = z.object({
  source: z.string(),
  ...seen,
  contacts: count,
  average: averageSchema,
  /** Lowest first. */
  values: z.union([z.array(ratedSchema).readonly(), cannotSaySchema]),
  /** Below and above the middle between lowest and highest; which is better is not known. */
  halves: z.union([z.object({ lower: ratedSchema, higher: ratedSchema }), cannotSaySchema]),
})

export const ratingsSchema = z
  .union([
    z.object({
      /** Of all contacts. */
      rated: shareSchema,
      /** Ratings that belong to no contact. */
      alone: count,
      /** Contacts rated with what is no whole or half step. */
      uneven: count,
      /** One a source: scales are never put together. */
      scales: z.array(scaleSchema).readonly(),
    }),
    cannotSaySchema,
  ])
  .nullable()
  .default({ cannotSay: 'the records were read before ratings were counted; read any file again' })

export const ratingsOfCauseSchema = z
  .array(z.object({ source: z.string(), ...seen, contacts: count, average: averageSchema }))
  .readonly()

const number = '-?\\d+(?:\\.\\d+)?'
/** One rating, or two with `..` between them. */
export const ratingRange = z
  .string()
  .regex(new RegExp(`^${number}(?:\\.\\.${number})?$`), 'Write it like 4 or 4..5')

/** The bounds that it names, both within. */
export function toRange(range: string): { readonly from: number; readonly to: number } {
  const [from = range, to = from] = range.split('..')
  return { from: Number(from), to: Number(to) }
}

export type RatingsJson = z.infer<typeof ratingsSchema>
export type ScaleJson = z.infer<typeof scaleSchema>
export type RatedJson = z.infer<typeof ratedSchema>
export type RatingsOfCauseJson = z.infer<typeof ratingsOfCauseSchema>
