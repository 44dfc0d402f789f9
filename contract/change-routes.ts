import { createRoute, z } from '@hono/zod-openapi'
import {
  causeDecisionSchema,
  changePageSchema,
  changeRowSchema,
  decisionInputSchema,
  planInputSchema,
  waitingSchema,
  whyInputSchema,
} from './changes.ts'
import { base, body, inWorkspace, needs, reply, withId } from './route-parts.ts'

export const listChanges = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/changes`,
  request: { params: inWorkspace },
  responses: reply(z.object({ changes: z.array(changeRowSchema) }), 'Changes, newest first'),
})

export const planChange = createRoute({
  ...needs('decide'),
  method: 'post',
  path: `${base}/changes`,
  request: { params: inWorkspace, body: body(planInputSchema) },
  responses: reply(changePageSchema, 'The change is planned'),
})

export const findChange = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/changes/{id}`,
  request: { params: withId },
  responses: reply(changePageSchema, 'One change, and what came of it'),
})

/** Takes one step with a change: start it, measure it, keep it, revert it, adjust it, decline it. */
export const decideChange = createRoute({
  ...needs('decide'),
  method: 'post',
  path: `${base}/changes/{id}/decisions`,
  request: { params: withId, body: body(decisionInputSchema) },
  responses: reply(changePageSchema, 'The step is taken and kept with the figures of its day'),
})

export const listWaiting = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/decisions-waiting`,
  request: { params: inWorkspace },
  responses: reply(z.object({ waiting: z.array(waitingSchema) }), 'Open decisions, dearest first'),
})

export const findCauseDecision = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/causes/{id}/decision`,
  request: { params: withId },
  responses: reply(causeDecisionSchema, 'Whys, candidate changes and doing nothing, side by side'),
})

export const addWhy = createRoute({
  ...needs('decide'),
  method: 'post',
  path: `${base}/causes/{id}/whys`,
  request: { params: withId, body: body(whyInputSchema) },
  responses: reply(causeDecisionSchema, 'The why stands at the end of the chain'),
})

/** Takes back the last why of a chain. */
export const removeWhy = createRoute({
  ...needs('decide'),
  method: 'delete',
  path: `${base}/causes/{id}/whys/{why}`,
  request: { params: withId.extend({ why: z.string() }) },
  responses: reply(causeDecisionSchema, 'The chain without its last why'),
})

export const changeRoutes = {
  listChanges,
  planChange,
  findChange,
  decideChange,
  listWaiting,
  findCauseDecision,
  addWhy,
  removeWhy,
} as const
