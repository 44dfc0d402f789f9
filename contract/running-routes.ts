import { createRoute, z } from '@hono/zod-openapi'

/** What machines ask that watch over this one; answered under any name, before the gate, and telling no more than this. */

const healthSchema = z.object({ state: z.literal('alive') })
const readinessSchema = z.object({
  state: z.enum(['ready', 'starting', 'stopping', 'storeDown', 'schemaOlder']),
  message: z.string(),
})

export type Readiness = z.infer<typeof readinessSchema>

export const findHealth = createRoute({
  method: 'get',
  path: '/api/health',
  responses: {
    200: {
      description: 'The process answers',
      content: { 'application/json': { schema: healthSchema } },
    },
  },
})

export const findReadiness = createRoute({
  method: 'get',
  path: '/api/ready',
  responses: {
    200: {
      description: 'Requests can be sent here',
      content: { 'application/json': { schema: readinessSchema } },
    },
    503: {
      description: 'Not now, and why',
      content: { 'application/json': { schema: readinessSchema } },
    },
  },
})
