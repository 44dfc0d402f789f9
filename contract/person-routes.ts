import { createRoute, z } from '@hono/zod-openapi'
import { base, body, inWorkspace, needs, reply } from './route-parts.ts'

/** As somebody would say who they are: an address, a telephone number, an account number. */
const whoSchema = z.object({ person: z.string().trim().min(3).max(320) })

/** By POST, so that nobody's address gets into a log. */
export const exportPerson = createRoute({
  ...needs('export'),
  method: 'post',
  path: `${base}/person/export`,
  request: { params: inWorkspace, body: body(whoSchema) },
  responses: reply(
    z.object({
      identities: z.array(z.string()),
      /** Rows as they are kept, by table. */
      tables: z.record(z.string(), z.array(z.unknown())),
    }),
    'Everything that is kept about one person',
  ),
})

/** Whom an erasure would erase, before it does. */
export const findPerson = createRoute({
  ...needs('erase'),
  method: 'post',
  path: `${base}/person/find`,
  request: { params: inWorkspace, body: body(whoSchema) },
  responses: reply(
    z.object({
      /** As whoever asks may see them. */
      customer: z.string(),
      identities: z.int().positive(),
      interactions: z.int().nonnegative(),
    }),
    'The customer who goes by it, and how much is kept about them',
  ),
})

export const erasePerson = createRoute({
  ...needs('erase'),
  method: 'post',
  path: `${base}/person/erase`,
  request: { params: inWorkspace, body: body(whoSchema) },
  responses: reply(
    z.object({
      interactions: z.int().nonnegative(),
      files: z.int().nonnegative(),
      /** A reading quoted them and went with them; a new one has begun. */
      readsAgain: z.boolean(),
    }),
    'They are gone from every table and file',
  ),
})

const retentionSchema = z.object({ keepDays: z.int().min(1).max(36_500).nullable() })

export const findRetention = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/retention`,
  request: { params: inWorkspace },
  responses: reply(retentionSchema, 'How long interactions are kept; null: for good'),
})

/** What keeping for so many days would erase, before it does. */
export const countOlder = createRoute({
  ...needs('configure'),
  method: 'get',
  path: `${base}/retention/older`,
  request: { params: inWorkspace, query: z.object({ days: z.coerce.number().int().min(1).max(36_500) }) },
  responses: reply(
    z.object({ older: z.int().nonnegative(), interactions: z.int().nonnegative() }),
    'How many interactions are older than that, and of how many',
  ),
})

export const saveRetention = createRoute({
  ...needs('configure'),
  method: 'put',
  path: `${base}/retention`,
  request: { params: inWorkspace, body: body(retentionSchema) },
  responses: reply(retentionSchema, 'Kept; what is older goes with the next daily round'),
})

const companySchema = z.object({ name: z.string().trim().min(1).max(120), timeZone: z.string().max(60) })

export const findCompany = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/company`,
  request: { params: inWorkspace },
  responses: reply(companySchema, 'What customers read as the company’s name, and its time zone'),
})

export const saveCompany = createRoute({
  ...needs('configure'),
  method: 'put',
  path: `${base}/company`,
  request: { params: inWorkspace, body: body(companySchema) },
  responses: reply(companySchema, 'Kept'),
})

export const personRoutes = {
  exportPerson,
  findPerson,
  erasePerson,
  findRetention,
  countOlder,
  saveRetention,
  findCompany,
  saveCompany,
} as const
