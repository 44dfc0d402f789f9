import { z } from 'zod'
import {
  type Heard,
  type Hearing,
  hearAs,
  identitiesOf,
  idSchema,
  type Telling,
  timeSchema,
  toHeard,
} from './heard.ts'
import { textOfHtml } from './text-of-html.ts'

/**
 * Conversations of Intercom: as a webhook brings them (`notification_event`) and as its API gives them, which is the same
 * object. Source: developers.intercom.com, "Webhook models", "The conversation model" (API 2.11, read in 2026).
 * A notification holds some or all parts of its conversation; a part told again is known by its id.
 */
export function hearIntercom(hearing: Hearing, sent: unknown): Heard {
  const isNotification = notificationSchema.safeParse(sent)
  if (!isNotification.success) {
    return hearAs(conversationSchema, sent, (one) => toHeard(hearing, tellConversation(hearing, one), sent))
  }
  const { topic, created_at, data } = isNotification.data
  if (topic === 'conversation.deleted') {
    return hearAs(deletedSchema, data.item, (gone) => toHeard(hearing, [tellDeleted(gone, created_at)], sent))
  }
  if (!topic.startsWith('conversation')) return toHeard(hearing, [], sent)
  return hearAs(conversationSchema, data.item, (one) =>
    toHeard(hearing, tellConversation(hearing, one), sent),
  )
}

const text = z.string().nullish()
const id = idSchema.nullish()

const notificationSchema = z.object({
  type: z.literal('notification_event'),
  topic: z.string(),
  created_at: timeSchema.nullish(),
  data: z.object({ item: z.unknown() }),
})

const deletedSchema = z
  .object({ id, conversation_id: id })
  .refine((gone) => gone.id ?? gone.conversation_id, 'names no conversation')

const authorSchema = z.object({ type: z.string(), id, name: text, email: text })

const partSchema = z.object({
  id: idSchema,
  part_type: z.string(),
  body: text,
  created_at: timeSchema,
  updated_at: timeSchema.nullish(),
  redacted: z.boolean().nullish(),
  author: authorSchema.nullish(),
  assigned_to: z.object({ type: text, id, name: text }).nullish(),
})

const contactSchema = z.object({ id, external_id: id, email: text, phone: text })

const conversationSchema = z.object({
  id: idSchema,
  created_at: timeSchema,
  source: z.object({
    id,
    type: text,
    delivered_as: text,
    subject: text,
    body: text,
    redacted: z.boolean().nullish(),
    author: authorSchema.nullish(),
  }),
  contacts: z.object({ contacts: z.array(contactSchema) }).nullish(),
  conversation_rating: z
    .object({
      rating: z.number().nullish(),
      remark: text,
      created_at: timeSchema.nullish(),
      updated_at: timeSchema.nullish(),
    })
    .nullish(),
  conversation_parts: z.object({ conversation_parts: z.array(partSchema) }).nullish(),
})

type Conversation = z.infer<typeof conversationSchema>
type Part = z.infer<typeof partSchema>
type Author = z.infer<typeof authorSchema>

function tellConversation(hearing: Hearing, one: Conversation): Telling[] {
  const shared = {
    case: one.id,
    caseOpenedAt: one.created_at,
    channel: one.source.type ?? null,
    identities: identitiesOfConversation(hearing, one),
  }
  const parts = one.conversation_parts?.conversation_parts ?? []
  let team: string | null = null
  const told = [tellSource(one)]
  for (const part of [...parts].sort((left, right) => left.created_at - right.created_at)) {
    if (part.assigned_to?.type === 'team') team = nameOf(hearing, part.assigned_to)
    told.push(...tellPart(hearing, part, team))
  }
  return [...told, ...tellRating(one)].map((telling) => ({ ...shared, ...telling }))
}

function identitiesOfConversation(hearing: Hearing, { contacts, source }: Conversation) {
  const [contact] = contacts?.contacts ?? []
  const author = source.author && isCustomer(source.author) ? source.author : null
  const known = contact?.id ?? author?.id
  return identitiesOf([
    ['account', contact?.external_id],
    ['account', known ? `${hearing.source}/${known}` : null],
    ['email', contact?.email ?? author?.email],
    ['phone', contact?.phone],
  ])
}

function tellSource({ id, created_at, source }: Conversation): Telling {
  const author = whoWrote(source.author)
  const externalId = `conversation/${id}`
  return {
    ...author,
    externalId,
    at: created_at,
    // What the company sends to many is no answer and nobody's question.
    kind:
      source.delivered_as === 'automated' || source.delivered_as === 'admin_initiated' ? 'event' : 'message',
    text: source.body ? textOfHtml(source.body) : null,
    attributes: { ...author.attributes, subject: source.subject ? textOfHtml(source.subject) : null },
  }
}

/** What each kind of part is; others (a translation, a typing sign) hold nothing that happened to the customer. */
const eventParts: Readonly<Record<string, string>> = {
  assignment: 'passed on',
  default_assignment: 'passed on',
  away_mode_assignment: 'passed on',
  assign_and_unsnooze: 'passed on',
  conversation_assigned_to_team_by_rule: 'passed on',
  close: 'closed',
  open: 'opened again',
  snoozed: 'snoozed',
  unsnoozed: 'taken up again',
  timer_unsnooze: 'taken up again',
}

function tellPart(hearing: Hearing, part: Part, team: string | null): Telling[] {
  const author = whoWrote(part.author)
  const externalId = `part/${part.id}`
  const change = eventParts[part.part_type]
  if (part.redacted) {
    const at = part.updated_at ?? part.created_at
    return [{ externalId: `${externalId}/redacted`, at, from: 'company', withdraws: externalId }]
  }
  const body = part.body ? textOfHtml(part.body) : null
  const isNote = part.part_type === 'note'
  if (change === undefined && (body === null || !(isNote || wordParts.includes(part.part_type)))) return []
  const to = part.assigned_to
  const assigned =
    change === 'passed on' && to
      ? {
          team: to.type === 'team' ? nameOf(hearing, to) : null,
          agent: to.type === 'team' ? null : nameOf(hearing, to),
        }
      : {}
  const message: Telling = {
    ...author,
    team: author.from === 'company' ? team : null,
    externalId,
    at: part.created_at,
    text: body,
  }
  if (change === undefined && !isNote) return [message]
  return [
    {
      ...message,
      from: 'company',
      kind: 'event',
      ...assigned,
      // A reply that closes or assigns is a reply first; Intercom gives both as one part.
      ...(change !== undefined && body !== null && author.from === 'company'
        ? { kind: 'message' as const }
        : {}),
      attributes: { ...author.attributes, change, private: isNote ? 'yes' : null },
    },
  ]
}

const wordParts = ['comment', 'quick_reply', 'open', 'close', 'assignment']

function tellRating({ id, conversation_rating }: Conversation): Telling[] {
  const { rating, remark, created_at, updated_at } = conversation_rating ?? {}
  if (typeof rating !== 'number') return []
  const at = updated_at ?? created_at ?? null
  const first = `rating/${id}`
  const isChanged = updated_at != null && created_at != null && updated_at !== created_at
  const told = {
    at,
    from: 'customer',
    kind: 'survey',
    rating,
    text: remark ?? null,
    attributes: { scale: '1 to 5' },
  } as const
  return [
    isChanged
      ? { ...told, externalId: `${first}/${updated_at}`, corrects: first }
      : { ...told, externalId: first },
  ]
}

function tellDeleted(gone: z.infer<typeof deletedSchema>, at: number | null | undefined): Telling {
  const conversation = gone.conversation_id ?? gone.id ?? ''
  return {
    externalId: `conversation/${conversation}/deleted`,
    at: at ?? null,
    from: 'company',
    kind: 'event',
    case: conversation,
    attributes: { change: 'deleted' },
  }
}

function whoWrote(author: Author | null | undefined): Pick<Telling, 'from' | 'agent' | 'attributes'> {
  if (!author || isCustomer(author)) return { from: 'customer', agent: null, attributes: {} }
  return {
    from: 'company',
    agent: author.name ?? null,
    attributes: { automatic: author.type === 'bot' ? 'yes' : null },
  }
}

function isCustomer({ type }: Author): boolean {
  return type === 'user' || type === 'lead' || type === 'contact'
}

function nameOf(
  { names }: Hearing,
  to: { type?: string | null | undefined; id?: string | null | undefined; name?: string | null | undefined },
) {
  if (to.name) return to.name
  return to.id ? (names[`${to.type}/${to.id}`] ?? `${to.type} ${to.id}`) : null
}
