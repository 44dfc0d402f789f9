import { createRoute, z } from '@hono/zod-openapi'
import { interactionKinds } from '../core/interactions/interaction.ts'
import { base, body, inWorkspace, needs, reply } from './route-parts.ts'
import { setAsideListSchema } from './screens.ts'

/** More in one request would hold up everybody else's. */
export const mostInteractions = 1000

/** So much that was told and set aside is kept in a workspace until it is read after a mend: a sender may repeat itself for ever. */
export const mostSetAside = 10_000

const short = words(300)
const instant = z.iso.datetime({ offset: true })

function words(most: number) {
  return z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !text.includes('\0'), 'a null character can’t be part of a text here')
}

/** Who it is about, as far as the sender knows: each is enough, several say that they are one person. */
const customerSchema = z
  .strictObject({ account: short, email: short, phone: short, name: short })
  .partial()
  .describe('Whom it is about: any of account, email, phone and name')

const named = {
  source: words(100).describe('The system that tells it; with externalId it names the interaction for good'),
  externalId: words(500),
}

/** One thing that happened, as another system tells it. What it leaves out is not known. */
export const interactionInputSchema = z
  .strictObject({
    ...named,
    at: instant.describe('When it happened, ISO 8601 with an offset'),
    customer: customerSchema.optional(),
    case: words(300).optional().describe('The ticket, conversation or call that it belongs to'),
    caseOpenedAt: instant.optional(),
    kind: z.enum(interactionKinds).default('message'),
    from: z
      .enum(['customer', 'company'])
      .optional()
      .describe('Who said or did it; the customer when left out'),
    channel: short.optional(),
    team: short.optional(),
    agent: short.optional(),
    text: words(1_000_000).optional(),
    category: short.optional(),
    rating: z.number().optional(),
    durationSeconds: z.number().nonnegative().optional(),
    attributes: z.record(words(200), words(5000)).optional(),
    corrects: words(500)
      .optional()
      .describe('The externalId of an interaction of this source whose place this one takes'),
    revisedAt: instant.optional().describe('When it was corrected; of several corrections the latest counts'),
  })
  .openapi('Interaction')

/** Takes an interaction back that should not have been told. The fact stays on record and counts no more. */
export const withdrawalSchema = z
  .strictObject({ ...named, withdraws: words(500), revisedAt: instant.optional() })
  .openapi('Withdrawal')

/** CloudEvents 1.0, structured: what the envelope says, `data` need not repeat. */
export const cloudEventSchema = z
  .looseObject({
    specversion: z.literal('1.0'),
    id: z.string(),
    source: z.string(),
    type: z.string(),
    time: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
  })
  .openapi('CloudEvent')

export const keptInteractionSchema = z.object({
  /** Null where it could not be read. */
  externalId: z.string().nullable(),
  state: z.enum(['stored', 'duplicate', 'setAside']),
  reason: z.string().optional().describe('Of what was set aside: the kind of trouble'),
  detail: z.string().optional().describe('Of what was set aside: what it was, and what to do'),
  isKept: z
    .boolean()
    .optional()
    .describe(
      `Of what was set aside: whether it is kept as it came. False once ${mostSetAside} are: then keep it, and tell it again`,
    ),
})

const told = z.union([interactionInputSchema, withdrawalSchema, cloudEventSchema])
// Each is judged by itself, so that a bad one does not hold up the others.
const anything = z.union([told, z.array(told).max(mostInteractions), z.unknown()])

const keptInteractionsSchema = z.object({
  stored: z.int(),
  duplicates: z.int(),
  setAside: z.int(),
  results: z.array(keptInteractionSchema),
})
export type KeptInteractions = z.infer<typeof keptInteractionsSchema>

/**
 * Committed durably before it is answered, with what is set aside of it; the same interaction twice is a duplicate and
 * changes nothing. A single one that can't be read is refused.
 */
export const keepInteractions = createRoute({
  ...needs('ingest'),
  method: 'post',
  path: `${base}/interactions`,
  request: {
    params: inWorkspace,
    body: {
      required: true,
      content: {
        'application/json': { schema: anything },
        'application/x-ndjson': { schema: z.string() },
        'application/cloudevents+json': { schema: z.unknown() },
        'application/cloudevents-batch+json': { schema: z.unknown() },
      },
    },
  },
  responses: reply(
    keptInteractionsSchema,
    'What became of each interaction, in the order given. What is set aside is kept as it came, listed, and can be read again',
  ),
})

export const listToldSetAside = createRoute({
  ...needs('import'),
  method: 'get',
  path: `${base}/told/set-aside`,
  request: { params: inWorkspace, query: z.object({ after: z.string().optional() }) },
  responses: reply(
    setAsideListSchema.extend({
      isFull: z.boolean().describe('What comes now is only answered, and not kept'),
    }),
    'What was told by the API and set aside, as it came',
  ),
})

/** Judges the bytes anew, as they came or as a person mended them. */
export const rereadTold = createRoute({
  ...needs('import'),
  method: 'post',
  path: `${base}/told/reread`,
  request: {
    params: inWorkspace,
    body: body(z.object({ mended: z.array(z.object({ id: z.string(), raw: z.string() })) })),
  },
  responses: reply(z.object({ setAside: z.int() }), 'What can be read now is read; so many still can’t'),
})

/** Server-sent events, one for each kind of news; what changed is asked for where it is shown. */
export const listenToNews = createRoute({
  ...needs('see'),
  method: 'get',
  path: `${base}/events`,
  request: { params: inWorkspace },
  responses: {
    200: {
      description: 'News as it happens: “reading” when figures are up to date again, “sources”, “desk”',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    default: reply(z.object({}), '').default,
  },
})

export type InteractionInput = z.infer<typeof interactionInputSchema>
export type KeptInteraction = z.infer<typeof keptInteractionSchema>
