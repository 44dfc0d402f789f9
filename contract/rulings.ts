import { createRoute, z } from '@hono/zod-openapi'
import { reviewerSchema } from './corrections.ts'
import { base, body, inWorkspace, needs, reply, withId } from './route-parts.ts'

const name = z.string().trim().min(1).max(200)
const mostContacts = 200

/** What a person decides about causes and issues; contacts are named by their id. */
export const rulingInputSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('renamed'), cause: z.string(), name, reviewer: reviewerSchema }),
  z.object({ kind: z.literal('pinned'), cause: z.string(), reviewer: reviewerSchema }),
  z.object({ kind: z.literal('merged'), cause: z.string(), into: z.string(), reviewer: reviewerSchema }),
  z.object({
    kind: z.literal('split'),
    cause: z.string(),
    name,
    contacts: z.array(z.string()).min(1).max(mostContacts),
    reviewer: reviewerSchema,
  }),
  z.object({
    kind: z.literal('placed'),
    contact: z.string(),
    cause: z.string().nullable(),
    reviewer: reviewerSchema,
  }),
  z.object({
    kind: z.enum(['same', 'notSame']),
    one: z.string(),
    other: z.string(),
    reviewer: reviewerSchema,
  }),
])

export const rulingSchema = z.object({
  id: z.string(),
  kind: z.enum(['renamed', 'pinned', 'merged', 'split', 'placed', 'same', 'notSame']),
  /** What was decided, in words. */
  sentence: z.string(),
  causes: z.array(z.string()),
  contacts: z.array(z.string()),
  reviewer: z.string(),
  at: z.string(),
})

/** How the engine would split a cause; a split names the contacts. */
export const listParts = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/causes/{id}/parts`,
  request: { params: withId },
  responses: reply(
    z.object({
      parts: z.array(
        z.object({ name: z.string(), words: z.array(z.string()), contacts: z.array(z.string()) }),
      ),
    }),
    'Messages of the cause that hang together more than with the rest, largest part first; none where it is one',
  ),
})

export const saveRuling = createRoute({
  ...needs('correct'),
  method: 'post',
  path: `${base}/rulings`,
  request: { params: inWorkspace, body: body(rulingInputSchema) },
  responses: reply(
    z.object({ ruling: z.string() }),
    'The ruling is kept; names and places hold at once, counts with the next reading',
  ),
})

/** Stays on record as withdrawn. */
export const withdrawRuling = createRoute({
  ...needs('correct'),
  method: 'post',
  path: `${base}/rulings/{id}/withdraw`,
  request: { params: withId, body: body(z.object({ reviewer: reviewerSchema })) },
  responses: reply(z.object({ ruling: z.string() }), 'The ruling no longer holds'),
})

export const listRulings = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/rulings`,
  request: { params: inWorkspace },
  responses: reply(
    z.object({ rulings: z.array(rulingSchema), sinceReading: z.int().nonnegative() }),
    'What people decided about causes and issues and still hold, newest first',
  ),
})

export type RulingInput = z.infer<typeof rulingInputSchema>
export type RulingJson = z.infer<typeof rulingSchema>
