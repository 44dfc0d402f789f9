import { createRoute, z } from '@hono/zod-openapi'
import { base, body, needs, reply, withId } from './route-parts.ts'

const whoSchema = z.object({
  /** What the records call them, the one they are kept under first; nothing for who is not named. */
  identities: z.array(
    z.object({
      identity: z.string(),
      words: z.string(),
      /** An interaction that named it with a stronger one of theirs; null for the first, and for what a person joined. */
      named: z.object({ source: z.string(), externalId: z.string(), at: z.string().nullable() }).nullable(),
    }),
  ),
  /** What people said of who they are and still hold, oldest first. */
  rulings: z.array(z.object({ id: z.string(), sentence: z.string(), reviewer: z.string(), at: z.string() })),
})

const identityRulingInputSchema = z.object({
  kind: z.enum(['same', 'notSame']),
  /** The same customer: an address, number or account as somebody would say it. Not the same: one of their identities. */
  person: z.string().trim().min(3).max(320),
})

export const findWho = createRoute({
  ...needs('know'),
  method: 'get',
  path: `${base}/issues/{id}/customer`,
  request: { params: withId },
  responses: reply(whoSchema, 'What the customer of an issue is known by, and how we know'),
})

/** By POST, so that nobody's address gets into a log. */
export const saveIdentityRuling = createRoute({
  ...needs('know'),
  method: 'post',
  path: `${base}/issues/{id}/customer`,
  request: {
    params: withId,
    body: body(identityRulingInputSchema),
  },
  responses: reply(
    z.object({ ruling: z.string() }),
    'The ruling is kept, and both customers are read again: figures follow in a moment',
  ),
})

/** Stays on record as withdrawn. */
export const withdrawIdentityRuling = createRoute({
  ...needs('know'),
  method: 'post',
  path: `${base}/identity-rulings/{id}/withdraw`,
  request: { params: withId },
  responses: reply(z.object({ ruling: z.string() }), 'The ruling no longer holds'),
})

export type WhoJson = z.infer<typeof whoSchema>
export type IdentityRulingInput = z.infer<typeof identityRulingInputSchema>
