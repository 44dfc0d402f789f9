import { z } from '@hono/zod-openapi'
import { connectorKinds } from '../core/interactions/connector.ts'
import { mappingSchema } from './mapping.ts'

/** A receiver's or connector's settings; what a kind has no use for stays out. */
const line = z.string().trim().max(300)
const count = z.int().nonnegative()
const time = z.string().nullable()

/** Where we fetch from. */
const place = z
  .url({ protocol: /^https?$/, error: 'no address that begins with https://' })
  .max(300)
  .transform((address) => address.replace(/\/+$/, ''))

const computer = line.regex(/^[a-z0-9.:_-]+$/i, 'the name of a computer, as imap.example.org')

const mappedSchema = z.strictObject({
  columns: z.array(z.string().max(500)).max(500),
  mapping: mappingSchema,
})

export const connectorSettingsSchema = z.strictObject({
  /** Address of the help desk, as https://company.zendesk.com. */
  address: place.optional(),
  /** The user whose key it is, or who reads the mailbox. */
  user: line.min(1).optional(),
  /** Chatwoot's number of the account. */
  account: line.regex(/^\d+$/, 'a number').optional(),
  /** From when on to fetch what is there already. */
  since: z.iso.date().optional(),
  host: computer.optional(),
  port: z.int().min(1).max(65535).optional(),
  security: z.enum(['tls', 'starttls', 'none']).optional(),
  folders: z.array(line.min(1)).min(1).max(20).optional(),
  /** Addresses under which the company writes, or domains as @example.org. */
  own: z
    .array(line.regex(/^\S*@\S+$/, 'an address, or a domain as @example.org'))
    .max(200)
    .optional(),
  mapped: mappedSchema.nullable().optional(),
  /** Of a mailbox: the mail server (SMTP) that takes its answers, and under which address they go. */
  sendHost: computer.optional(),
  sendPort: z.int().min(1).max(65535).optional(),
  sendSecurity: z.enum(['tls', 'starttls', 'none']).optional(),
  sendUser: line.min(1).optional(),
  sendFrom: line.regex(/^[^\s@<>]+@[^\s@<>]+$/, 'an address, as help@example.org').optional(),
  /** Where answers to what came by JSON are delivered. */
  callback: place.optional(),
})

export type ConnectorSettings = z.infer<typeof connectorSettingsSchema>

const secret = z.string().trim().min(8, 'shorter than 8 characters').max(1000)

const password = z.string().trim().min(1).max(1000)

/**
 * Signing: what the sender signs with. Key: what we fetch with; of a mailbox its password. Sending: the password for the
 * mail server, where it is another.
 */
export const connectorSecretsSchema = z
  .strictObject({ signing: secret, key: password, sending: password })
  .partial()

export type ConnectorSecrets = z.infer<typeof connectorSecretsSchema>

const name = line.min(1, 'it has no name')

export const connectorInputSchema = z.strictObject({
  kind: z.enum(connectorKinds),
  name,
  settings: connectorSettingsSchema.default({}),
  secrets: connectorSecretsSchema.default({}),
})

export const connectorChangeSchema = z
  .strictObject({
    name,
    isPaused: z.boolean(),
    settings: connectorSettingsSchema,
    secrets: connectorSecretsSchema,
  })
  .partial()

export type ConnectorInput = z.input<typeof connectorInputSchema>
export type ConnectorChange = z.input<typeof connectorChangeSchema>

export const connectorSchema = z.object({
  id: z.string(),
  kind: z.enum(connectorKinds),
  name: z.string(),
  /** The source that its interactions belong to. */
  source: z.string(),
  /** The path under which the system sends; null where it is fetched only. */
  receivesAt: z.string().nullable(),
  isPaused: z.boolean(),
  settings: connectorSettingsSchema,
  /** Which secrets there are; they are never shown again. */
  secrets: z.object({ signing: z.boolean(), key: z.boolean(), sending: z.boolean() }),
  /** What is still missing before answers go out by it, in words; null where none can. */
  missingToSend: z.array(z.string()).nullable(),
  /** What is still missing before it works, in words. */
  missing: z.array(z.string()),
  createdAt: z.string(),
  requests: count,
  stored: count,
  duplicates: count,
  passedOver: count,
  refused: count,
  setAside: count,
  lastReceivedAt: time,
  lastSuccessAt: time,
  /** How long after it happened the newest interaction came. */
  lagSeconds: z.number().nullable(),
  failure: z.object({ at: z.string(), message: z.string(), hint: z.string() }).nullable(),
  /** When it is fetched next; null where nothing is fetched. */
  nextPullAt: time,
})

export type ConnectorJson = z.infer<typeof connectorSchema>

/** What became of one request. */
export const takenSchema = z.object({ stored: count, duplicates: count, setAside: count, passedOver: count })
export type TakenJson = z.infer<typeof takenSchema>
