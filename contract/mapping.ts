import { z } from '@hono/zod-openapi'
import { interactionKinds } from '../core/interactions/interaction.ts'
import { type Guess, type Mapping, mappedFields } from '../core/interactions/mapping.ts'

const columns = z.partialRecord(z.enum(mappedFields), z.array(z.string()).min(1).max(2))

export const mappingSchema: z.ZodType<Mapping> = z.object({
  version: z.literal(1),
  source: z.string().min(1),
  columns,
  attributes: z.array(z.string()),
  timeFormat: z.enum([
    'iso',
    'day-month-year',
    'month-day-year',
    'year-month-day',
    'unix-seconds',
    'unix-milliseconds',
    'spreadsheet',
  ]),
  timeZone: z.string(),
  missing: z.array(z.string()),
  writers: z.array(z.string()).exactOptional(),
  customerValues: z.array(z.string()),
  customerColumn: z.string().exactOptional(),
  companyValues: z.array(z.string()).min(1).exactOptional(),
  kind: z.enum(interactionKinds),
  kindValues: z.record(z.string(), z.enum(interactionKinds)),
  ratingValues: z.record(z.string(), z.number()).exactOptional(),
  durationUnit: z.enum(['milliseconds', 'seconds', 'minutes', 'hours', 'days', 'clock']),
  sheet: z.string().exactOptional(),
})

export const guessSchema: z.ZodType<Guess> = z.object({
  file: z.string(),
  format: z.enum(['csv', 'json', 'jsonl', 'xes', 'xlsx', 'mbox']),
  encoding: z.string(),
  compressed: z.boolean(),
  delimiter: z.string().nullable(),
  sheets: z.array(z.string()).default([]),
  columns: z.array(z.object({ name: z.string(), examples: z.array(z.string()) })),
  mapping: mappingSchema,
  reasons: z.array(
    z.object({
      field: z.enum([...mappedFields, 'timeFormat', 'timeZone', 'missing', 'kind', 'format']),
      columns: z.array(z.string()),
      because: z.string(),
    }),
  ),
  questions: z.array(
    z.object({
      field: z.enum([...mappedFields, 'timeFormat', 'timeZone', 'sheet']),
      question: z.string(),
      options: z.array(z.string()),
      assumed: z.string().nullable(),
    }),
  ),
  preview: z.array(z.record(z.string(), z.string())),
})
