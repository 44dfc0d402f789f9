import { createRoute, z } from '@hono/zod-openapi'
import { roles, type Verb, verbs } from './access.ts'
import { base, body, inWorkspace, needs, reply, withId } from './route-parts.ts'

const time = z.string()
const personName = z.string().trim().min(1).max(120)
const email = z.email().max(254)
const verb = z
  .custom<Verb>((text) => verbs.some((known) => known === text))
  .openapi({
    type: 'string',
    enum: [...verbs],
  })

/** Who the server takes us for, and what that opens. */
export const meSchema = z.object({
  /** Open: nobody has signed up yet, and whoever sits at this machine may come in. */
  kind: z.enum(['open', 'person', 'key', 'nobody']),
  name: z.string(),
  email: z.string().nullable(),
  hasSecondFactor: z.boolean(),
  roles: z.record(z.string(), z.enum(roles)),
  /** Ways to sign in here. */
  hasCompanySignIn: z.boolean(),
  /** Whether the first keeper is still to come. */
  awaitsKeeper: z.boolean(),
})

export const findMe = createRoute({
  ...needs(null),
  method: 'get',
  path: '/api/me',
  responses: reply(meSchema, 'Who asks, and what that opens'),
})

/** The link's holder becomes the first keeper, or chooses a password. Signs nobody in: that is the next step. */
export const openLink = createRoute({
  ...needs(null),
  method: 'post',
  path: '/api/one-time-links/open',
  request: {
    body: body(
      z.object({
        token: z.string().max(100),
        /** Null for somebody who has one and only lost their password. */
        name: personName.nullable(),
        /** For the first keeper alone: others were let in under an address. */
        email: email.nullable(),
        password: z.string().min(12).max(200),
      }),
    ),
  },
  responses: reply(z.object({ email: z.string() }), 'The link is spent; sign in with this address'),
})

export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  since: time,
  hasSecondFactor: z.boolean(),
  canSignIn: z.boolean(),
})

export const listMembers = createRoute({
  ...needs('administer'),
  method: 'get',
  path: `${base}/members`,
  request: { params: inWorkspace },
  responses: reply(z.object({ members: z.array(memberSchema) }), 'Who works here, by name'),
})

/** Lets somebody in, or gives them another role. */
export const saveMember = createRoute({
  ...needs('administer'),
  method: 'put',
  path: `${base}/members`,
  request: {
    params: inWorkspace,
    body: body(z.object({ email, name: personName, role: z.enum(roles) })),
  },
  responses: reply(
    z.object({ link: z.string().nullable() }),
    'They are a member; with a one-time link to hand them when they can’t sign in yet',
  ),
})

/** A new way in for a member who lost their password; their sessions end when it is opened. */
export const makeMemberLink = createRoute({
  ...needs('administer'),
  method: 'post',
  path: `${base}/members/{id}/link`,
  request: { params: withId },
  responses: reply(z.object({ link: z.string() }), 'A one-time link to hand them'),
})

export const removeMember = createRoute({
  ...needs('administer'),
  method: 'delete',
  path: `${base}/members/{id}`,
  request: { params: withId },
  responses: reply(z.object({ removed: z.string() }), 'They are no member any more'),
})

export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  verbs: z.array(z.string()),
  madeBy: z.string(),
  madeAt: time,
  expiresAt: time,
  state: z.enum(['holds', 'expired', 'revoked']),
  lastUsedAt: time.nullable(),
})

export const listApiKeys = createRoute({
  ...needs('administer'),
  method: 'get',
  path: `${base}/keys`,
  request: { params: inWorkspace },
  responses: reply(z.object({ keys: z.array(apiKeySchema) }), 'Keys of machines, newest first'),
})

export const addApiKey = createRoute({
  ...needs('administer'),
  method: 'post',
  path: `${base}/keys`,
  request: {
    params: inWorkspace,
    body: body(
      z.object({
        name: personName,
        verbs: z.array(verb).min(1),
        days: z.int().min(1).max(730),
      }),
    ),
  },
  responses: reply(z.object({ id: z.string(), key: z.string() }), 'The key, shown this once'),
})

export const revokeApiKey = createRoute({
  ...needs('administer'),
  method: 'delete',
  path: `${base}/keys/{id}`,
  request: { params: withId },
  responses: reply(z.object({ revoked: z.string() }), 'The key opens nothing any more'),
})

export const auditEntrySchema = z.object({
  sequence: z.int(),
  at: time,
  who: z.string(),
  way: z.enum(['machine', 'session', 'key']),
  verb: z.string(),
  action: z.string(),
  subject: z.string().nullable(),
  status: z.int(),
})

export const listAudit = createRoute({
  ...needs('administer'),
  method: 'get',
  path: `${base}/audit`,
  request: {
    params: inWorkspace,
    query: z.object({
      before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
      verb: z.string().max(20).optional(),
      /** Only what was done, without who looked at what; or only what was refused. */
      only: z.enum(['acts', 'refusals']).optional(),
    }),
  },
  responses: reply(
    z.object({ entries: z.array(auditEntrySchema), next: z.int().nullable() }),
    'Who saw, changed and took out what, newest first',
  ),
})

export const accessRoutes = {
  findMe,
  openLink,
  listMembers,
  saveMember,
  makeMemberLink,
  removeMember,
  listApiKeys,
  addApiKey,
  revokeApiKey,
  listAudit,
} as const

export type ApiKeyJson = z.infer<typeof apiKeySchema>
