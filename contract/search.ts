import { createRoute, z } from '@hono/zod-openapi'
import { cannotSaySchema } from './report.ts'
import { base, inWorkspace, needs, reply, withId } from './route-parts.ts'
import { interactionSchema } from './screens.ts'

const count = z.int().nonnegative()

export const searchQuerySchema = z.object({
  words: z.string().trim().min(1).max(200),
  from: z.enum(['customer', 'company']).optional(),
  channel: z.string().optional(),
  after: z.string().optional(),
})

/** A text in which the words stand, with the sentences around them; marks are places in the excerpt. */
export const foundTextSchema = z.object({
  id: z.string(),
  at: z.string().nullable(),
  from: z.enum(['customer', 'company']),
  customer: z.string().nullable(),
  channel: z.string().nullable(),
  team: z.string().nullable(),
  excerpt: z.string(),
  /** Whether more was said before or after. */
  hasMoreBefore: z.boolean(),
  hasMoreAfter: z.boolean(),
  marks: z.array(z.object({ start: count, end: count })),
})

export const searchReplySchema = z.object({
  texts: z.array(foundTextSchema),
  total: count,
  /** There may be more than were counted. */
  isAtLeast: z.boolean(),
  next: z.string().nullable(),
  /** False when nothing was left to look for but words that nearly every text has. */
  asksForWords: z.boolean(),
  /** Whom the words name: an e-mail address, phone or account number, or a name, whole and as written. */
  customers: z.union([
    z.array(z.object({ customer: z.string(), issues: count, latest: z.string().nullable() })),
    cannotSaySchema,
  ]),
  /** How far search is: texts that it knows, and texts that came and are not in it yet. */
  known: z.object({ texts: count, waiting: count }),
})

export const searchTexts = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/search`,
  request: { params: inWorkspace, query: searchQuerySchema },
  responses: reply(searchReplySchema, 'What customers and the company said with these words, newest first'),
})

export const findInteraction = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/interactions/{id}`,
  request: { params: withId },
  responses: reply(
    z.object({ interaction: interactionSchema, issue: z.string().nullable() }),
    'One interaction, and the issue it belongs to',
  ),
})

export type SearchReply = z.infer<typeof searchReplySchema>
export type FoundText = SearchReply['texts'][number]
