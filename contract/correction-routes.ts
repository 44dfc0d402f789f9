import { createRoute, z } from '@hono/zod-openapi'
import { correctionInputSchema, reviewerSchema } from './corrections.ts'
import { base, body, inWorkspace, needs, reply, withId } from './route-parts.ts'

export const saveCorrection = createRoute({
  ...needs('correct'),
  method: 'post',
  path: `${base}/corrections`,
  request: { params: inWorkspace, body: body(correctionInputSchema) },
  responses: reply(z.object({ correction: z.string() }), 'The correction is kept and holds at once'),
})

/** Stays on record as withdrawn; what was said before it holds again. */
export const withdrawCorrection = createRoute({
  ...needs('correct'),
  method: 'post',
  path: `${base}/corrections/{id}/withdraw`,
  request: { params: withId, body: body(z.object({ reviewer: reviewerSchema })) },
  responses: reply(z.object({ correction: z.string() }), 'The correction no longer holds'),
})
