import { createRoute, z } from '@hono/zod-openapi'
import { connectorChangeSchema, connectorInputSchema, connectorSchema, takenSchema } from './connectors.ts'
import { guessSchema, mappingSchema } from './mapping.ts'
import { base, body, inWorkspace, needs, reply, withId } from './route-parts.ts'
import { setAsideListSchema } from './screens.ts'

const under = `${base}/connectors`
const one = `${under}/{id}`

/** Beside the connector, a secret that was made for it: shown this once. */
const withSecret = z.object({ connector: connectorSchema, secret: z.string().nullable() })

export const listConnectors = createRoute({
  ...needs('see'),
  method: 'get',
  path: under,
  request: { params: inWorkspace },
  responses: reply(
    z.object({ connectors: z.array(connectorSchema), toldSetAside: z.int() }),
    'Connectors and how they are, and how much that was told by the API is set aside',
  ),
})

export const addConnector = createRoute({
  ...needs('configure', { founds: true }),
  method: 'post',
  path: under,
  request: { params: inWorkspace, body: body(connectorInputSchema) },
  responses: reply(withSecret, 'It can be set up in the other system now'),
})

export const findConnector = createRoute({
  ...needs('see'),
  method: 'get',
  path: one,
  request: { params: withId },
  responses: reply(connectorSchema, 'One connector and how it is'),
})

export const changeConnector = createRoute({
  ...needs('configure'),
  method: 'post',
  path: one,
  request: { params: withId, body: body(connectorChangeSchema) },
  responses: reply(connectorSchema, 'Changed; what is left out stays'),
})

export const renewSecret = createRoute({
  ...needs('configure'),
  method: 'post',
  path: `${one}/secret`,
  request: { params: withId },
  responses: reply(withSecret, 'The former secret no longer holds'),
})

export const removeConnector = createRoute({
  ...needs('configure'),
  method: 'delete',
  path: one,
  request: { params: withId },
  responses: reply(z.object({ removed: z.string() }), 'Gone; the interactions it told stay'),
})

export const pullConnector = createRoute({
  ...needs('configure'),
  method: 'post',
  path: `${one}/pull`,
  request: { params: withId },
  responses: reply(connectorSchema, 'Fetching has started'),
})

/** How what came last would be read: guessed, or under a mapping that a person has corrected. */
export const guessConnector = createRoute({
  ...needs('configure'),
  method: 'get',
  path: `${one}/guess`,
  request: { params: withId },
  responses: reply(z.object({ guess: guessSchema.nullable() }), 'Null while nothing has come'),
})

export const previewConnector = createRoute({
  ...needs('configure'),
  method: 'post',
  path: `${one}/guess`,
  request: { params: withId, body: body(z.object({ mapping: mappingSchema })) },
  responses: reply(z.object({ guess: guessSchema.nullable() }), 'What came, as the mapping reads it'),
})

export const listConnectorSetAside = createRoute({
  ...needs('import'),
  method: 'get',
  path: `${one}/set-aside`,
  request: { params: withId, query: z.object({ after: z.string().optional() }) },
  responses: reply(setAsideListSchema, 'What came and could not be read, as it came'),
})

export const rereadConnector = createRoute({
  ...needs('import'),
  method: 'post',
  path: `${one}/reread`,
  request: {
    params: withId,
    body: body(z.object({ mended: z.array(z.object({ id: z.string(), raw: z.string() })) })),
  },
  responses: reply(connectorSchema, 'What can be read now is read'),
})

/**
 * What other systems send. Whoever knows the address must show by its signature who they are; it is no session's and no
 * page's business, and stands before the gate.
 */
export const receive = createRoute({
  method: 'post',
  path: '/api/receive/{connector}',
  request: {
    params: z.object({ connector: z.string() }),
    body: {
      content: {
        'application/json': { schema: z.unknown() },
        'application/x-www-form-urlencoded': { schema: z.unknown() },
      },
    },
  },
  responses: reply(takenSchema, 'Committed; what was told before is not doubled'),
})

export const connectorRoutes = {
  listConnectors,
  addConnector,
  findConnector,
  changeConnector,
  renewSecret,
  removeConnector,
  pullConnector,
  guessConnector,
  previewConnector,
  listConnectorSetAside,
  rereadConnector,
} as const
