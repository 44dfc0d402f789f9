import { createRoute } from '@hono/zod-openapi'
import { costFilterSchema, costReplySchema, saveAssumptionsSchema } from './cost.ts'
import { base, body, inWorkspace, needs, reply } from './route-parts.ts'

export const findCost = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/cost`,
  request: { params: inWorkspace, query: costFilterSchema },
  responses: reply(costReplySchema, 'What doing nothing costs, and what that rests on'),
})

export const saveAssumptions = createRoute({
  ...needs('decide'),
  method: 'put',
  path: `${base}/cost/assumptions`,
  request: { params: inWorkspace, body: body(saveAssumptionsSchema) },
  responses: reply(costReplySchema, 'The cost under the new assumptions'),
})
