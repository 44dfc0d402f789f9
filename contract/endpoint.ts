import { createRoute, z } from '@hono/zod-openapi'
import { base, body, inWorkspace, needs, reply } from './route-parts.ts'

/** What a workspace lets out to a model elsewhere, and to which. */

const model = z.string().trim().min(1).max(200)
const tokens = z.int().min(1).max(2_000_000_000)

const url = z
  .url({ protocol: /^https?$/, error: 'no address that begins with https://' })
  .max(300)
  .refine((address) => {
    const { username, password, search, hash } = new URL(address)
    return username + password + search + hash === ''
  }, 'an address only, without a user, a question mark or a number sign')
  .transform((address) => address.replace(/\/+$/, ''))

const key = z
  .string()
  .trim()
  .max(1000)
  .regex(/^[\x21-\x7e]+$/, 'something that can’t be in a key')

const models = { embeddingModel: model.nullable(), wordingModel: model.nullable() }
const limits = { tokensAReading: tokens, tokensAMonth: tokens }

const inputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('server') }),
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({
    kind: z.literal('own'),
    url,
    /** Left out, the one that is kept stays, if the address is on the same computer; null: none is needed. */
    key: key.nullable().optional(),
    ...models,
    ...limits,
  }),
])
export type EndpointInput = z.input<typeof inputSchema>
export type OwnEndpointInput = Extract<z.output<typeof inputSchema>, { kind: 'own' }>

const receiverSchema = z.object({ host: z.string(), ...models })

const endpointSchema = z.object({
  kind: z.enum(['server', 'nothing', 'own']),
  /** To whom it goes as it is set now; null: nothing leaves. */
  receiver: receiverSchema.nullable(),
  /** What the one who runs the server has set for workspaces that decide nothing. */
  server: receiverSchema.nullable(),
  own: z
    .object({
      url: z.string(),
      /** Whether there is a key that can be read; it is never shown again. */
      hasKey: z.boolean(),
      ...models,
      ...limits,
    })
    .nullable(),
})
export type EndpointJson = z.infer<typeof endpointSchema>

const trialSchema = z.object({
  asks: z.enum(['embedding', 'wording']),
  model: z.string(),
  milliseconds: z.int(),
  /** How many numbers the meaning has; null where none was asked for or came. */
  size: z.int().nullable(),
  /** Why it failed, and what to do; null when it answered. */
  failure: z.object({ because: z.string(), remedy: z.string() }).nullable(),
})
export type EndpointTrial = z.infer<typeof trialSchema>

const endpoint = `${base}/endpoint`

export const findEndpoint = createRoute({
  ...needs('configure'),
  method: 'get',
  path: endpoint,
  request: { params: inWorkspace },
  responses: reply(endpointSchema, 'What leaves the workspace, and to whom'),
})

export const saveEndpoint = createRoute({
  ...needs('configure'),
  method: 'put',
  path: endpoint,
  request: { params: inWorkspace, body: body(inputSchema) },
  responses: reply(endpointSchema, 'Kept; it holds from the next reading'),
})

export const tryEndpoint = createRoute({
  ...needs('configure'),
  method: 'post',
  path: `${endpoint}/trial`,
  request: { params: inWorkspace },
  responses: reply(
    z.object({ trials: z.array(trialSchema) }),
    'What came of one invented sentence, a model; none where nothing leaves',
  ),
})

export const endpointRoutes = { findEndpoint, saveEndpoint, tryEndpoint } as const
