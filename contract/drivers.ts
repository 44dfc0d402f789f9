import { z } from '@hono/zod-openapi'
import { driverKinds } from '../core/causes/drivers/find-drivers.ts'
import { cannotSaySchema } from './report.ts'

/** A step from one week to the next in how often something came up. */
export const onsetSchema = z.object({
  week: z.string(),
  earliest: z.string(),
  latest: z.string(),
  ratio: z.object({ value: z.number(), low: z.number(), high: z.number() }),
})

/** What goes with the cause more often than with the rest, beyond chance. */
export const driverSchema = z.object({
  kind: z.enum(driverKinds).default('attribute'),
  attribute: z.string(),
  value: z.string(),
  /** The value in plain words: of a preceding cause its name. */
  name: z.string().default(''),
  contacts: z.int().nonnegative(),
  /** Share of this cause among contacts with the value, over the share among those without. */
  lift: z.object({ value: z.number(), low: z.number(), high: z.number() }),
  /** Since when it goes with the cause more often, or less, than before. */
  onset: z
    .union([onsetSchema, cannotSaySchema])
    .default({ cannotSay: 'the records were read by an earlier version; read any file again' }),
})

export type Driver = z.infer<typeof driverSchema>
