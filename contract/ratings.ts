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

/** What answers to surveys gave that name no case, source by source. */
export const surveysSchema = z
  .union([
    z
      .array(
        z.object({
          source: z.string(),
          ...seen,
          answers: count,
          /** Answers that are neither whole nor half steps. */
          uneven: count,
          average: averageSchema,
          /** Lowest first. */
          values: z.union([
            z.array(z.object({ rating: z.number(), answers: count })).readonly(),
            cannotSaySchema,
          ]),
        }),
      )
      .readonly(),
    cannotSaySchema,
  ])
  .default([])

/** What customers said for a number, by source and number; only sources that rate in words. */
export const ratingNamesSchema = z.record(z.string(), z.record(z.string(), z.string()))

const number = '-?\\d+(?:\\.\\d+)?'
/** One rating, or two with `..` between them. */
export const ratingRange = z
  .string()
  .regex(new RegExp(`^${number}(?:\\.\\.${number})?$`), 'Write it like 4 or 4..5')

export const surveyFilterSchema = z.object({
  source: z.string(),
  /** As given: `4`, or `4..5` for all from the one to the other. */
  rating: ratingRange.optional(),
  after: z.string().optional(),
})

export const surveyAnswersSchema = z.object({
  answers: z.array(
    z.object({
      id: z.string(),
      at: z.string().nullable(),
      customer: z.string().nullable(),
      rating: z.number(),
      text: z.string().nullable(),
    }),
  ),
  total: count,
  /** There may be more than were counted. */
  isAtLeast: z.boolean(),
  next: z.string().nullable(),
})

/** The bounds that it names, both within. */
export function toRange(range: string): { readonly from: number; readonly to: number } {
  const [from = range, to = from] = range.split('..')
  return { from: Number(from), to: Number(to) }
}

export type RatingsJson = z.infer<typeof ratingsSchema>
export type RatingNames = z.infer<typeof ratingNamesSchema>
export type ScaleJson = z.infer<typeof scaleSchema>
export type RatedJson = z.infer<typeof ratedSchema>
export type SurveysJson = z.infer<typeof surveysSchema>
export type SurveyAnswersJson = z.infer<typeof surveyAnswersSchema>
export type RatingsOfCauseJson = z.infer<typeof ratingsOfCauseSchema>
