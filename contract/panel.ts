import { createRoute, z } from '@hono/zod-openapi'
import { base, body, inWorkspace, needs, reply } from './route-parts.ts'

/** The desk inside another help desk: a page in a frame, which that help desk signs for. */

/** What a help desk signs (a JSON Web Token, HS256): which case is open, before whom, and for how long. */
export const panelClaimsSchema = z.object({
  workspace: z.string(),
  /** The rep's address: it decides what they may. */
  email: z.email(),
  /** The case as the help desk numbers it. */
  case: z.string().min(1),
  /** The source under which its cases are known here, when more than one could have that number. */
  source: z.string().optional(),
  /** Seconds since 1970. */
  exp: z.number().int(),
})
export type PanelClaims = z.infer<typeof panelClaimsSchema>

/** A signature holds for a working day at most. */
export const longestPanelSeconds = 12 * 60 * 60

const panelSchema = z.object({
  origins: z.array(z.string()),
  /** Whether there is a secret; it is shown once. */
  hasSecret: z.boolean(),
})
export type PanelJson = z.infer<typeof panelSchema>

const panel = `${base}/panel`

export const findPanel = createRoute({
  ...needs('configure'),
  method: 'get',
  path: panel,
  request: { params: inWorkspace },
  responses: reply(panelSchema, 'Whose pages may frame the desk, and whether they can sign for it'),
})

export const savePanel = createRoute({
  ...needs('configure'),
  method: 'put',
  path: panel,
  request: {
    params: inWorkspace,
    body: body(z.object({ origins: z.array(z.string().trim().max(200)).max(20) })),
  },
  responses: reply(panelSchema, 'Kept'),
})

export const makePanelSecret = createRoute({
  ...needs('configure'),
  method: 'post',
  path: `${panel}/secret`,
  request: { params: inWorkspace },
  responses: reply(
    z.object({ secret: z.string() }),
    'A new secret, shown this once; what was signed before opens nothing',
  ),
})

export const removePanelSecret = createRoute({
  ...needs('configure'),
  method: 'delete',
  path: `${panel}/secret`,
  request: { params: inWorkspace },
  responses: reply(panelSchema, 'Nobody opens the desk from another help desk any more'),
})

export const panelRoutes = { findPanel, savePanel, makePanelSecret, removePanelSecret } as const
