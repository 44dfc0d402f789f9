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
import { textOfHtml, textOfPlain } from './text-of-html.ts'

/**
 * A ticket of Freshdesk with its conversations and satisfaction ratings, as the API gives them.
 * Source: developers.freshdesk.com/api, "Tickets", "Conversations", "Satisfaction ratings" (v2, read in 2026).
 */
export function hearFreshdesk(hearing: Hearing, sent: unknown): Heard {
  const webhook = webhookSchema.safeParse(sent)
  if (webhook.success)
    return hearAs(placeholderSchema, webhook.data.freshdesk_webhook, (one) =>
      toHeard(hearing, tellWebhook(hearing, one), sent),
    )
  return hearAs(bundleSchema, sent, ({ ticket, conversations, ratings }) =>
    toHeard(
      hearing,
      [
        tellTicket(hearing, ticket),
        ...conversations.map((one) => tellConversation(hearing, ticket, one)),
        ...ratings.map((one) => tellRating(hearing, ticket, one)),
      ],
      sent,
    ),
  )
}

const text = z.string().nullish()
const id = idSchema.nullish()
const webhookSchema = z.object({ freshdesk_webhook: z.unknown() })

const conversationSchema = z.object({
  id: idSchema,
  body: text,
  body_text: text,
  incoming: z.boolean(),
  private: z.boolean(),
  user_id: id,
  created_at: timeSchema,
  attachments: z.array(z.object({ name: text })).nullish(),
})

const ratingSchema = z.object({
  id: idSchema,
  feedback: text,
  created_at: timeSchema,
  ratings: z.object({ default_question: z.number().nullish() }),
})

const ticketSchema = z.object({
  id: idSchema,
  subject: text,
  description: text,
  description_text: text,
  requester_id: id,
  requester: z.object({ id, email: text, phone: text, mobile: text, unique_external_id: text }).nullish(),
  source: z.number().nullish(),
  group_id: id,
  type: text,
  created_at: timeSchema,
})

const bundleSchema = z.object({
  ticket: ticketSchema,
  conversations: z.array(conversationSchema),
  ratings: z.array(ratingSchema).default([]),
})

/** What the automation rule sends that docs/receivers.md gives to paste; `{{…}}` that had no value comes empty. */
const placeholderSchema = z.object({
  ticket_id: idSchema,
  ticket_created_on: timeSchema.nullish().catch(null),
  ticket_subject: text,
  ticket_description: text,
  ticket_source: text,
  ticket_group_name: text,
  ticket_agent_name: text,
  ticket_requester_unique_external_id: text,
  ticket_requester_email: text,
  ticket_requester_phone: text,
  ticket_status: text,
  triggered_event: text,
})

type Ticket = z.infer<typeof ticketSchema>

/** Names of ticket sources, by their documented numbers. */
const channels: Readonly<Record<number, string>> = {
  1: 'email',
  2: 'portal',
  3: 'phone',
  5: 'twitter',
  6: 'facebook',
  7: 'chat',
  9: 'feedback widget',
  10: 'email',
  11: 'ecommerce',
  12: 'bot',
  13: 'whatsapp',
}
/** The company began the talk. */
const outboundEmail = 10

function ofTicket(hearing: Hearing, ticket: Ticket) {
  const { requester } = ticket
  const number = ticket.requester_id ?? requester?.id
  return {
    case: ticket.id,
    caseOpenedAt: ticket.created_at,
    channel: channels[ticket.source ?? 0] ?? null,
    category: ticket.type || null,
    identities: identitiesOf([
      ['account', requester?.unique_external_id],
      ['account', number ? `${hearing.source}/${number}` : null],
      ['email', requester?.email],
      ['phone', requester?.phone ?? requester?.mobile],
    ]),
  }
}

function tellTicket(hearing: Hearing, ticket: Ticket): Telling {
  const isCustomer = ticket.source !== outboundEmail
  return {
    ...ofTicket(hearing, ticket),
    externalId: `ticket/${ticket.id}`,
    at: ticket.created_at,
    from: isCustomer ? 'customer' : 'company',
    team: isCustomer ? null : teamOf(hearing, ticket.group_id),
    text: withSubject(ticket.subject, wordsOf(ticket.description_text, ticket.description)),
  }
}

function tellConversation(
  hearing: Hearing,
  ticket: Ticket,
  one: z.infer<typeof conversationSchema>,
): Telling {
  const isCustomer = one.incoming && !one.private
  return {
    ...ofTicket(hearing, ticket),
    externalId: `conversation/${one.id}`,
    at: one.created_at,
    from: isCustomer ? 'customer' : 'company',
    kind: one.private ? 'event' : 'message',
    team: isCustomer ? null : teamOf(hearing, ticket.group_id),
    agent:
      isCustomer || !one.user_id ? null : (hearing.names[`agent/${one.user_id}`] ?? `agent ${one.user_id}`),
    text: wordsOf(one.body_text, one.body),
    attributes: {
      private: one.private ? 'yes' : null,
      attachments: one.attachments?.map(({ name }) => name ?? 'file').join(', '),
    },
  }
}

function tellRating(hearing: Hearing, ticket: Ticket, one: z.infer<typeof ratingSchema>): Telling {
  return {
    ...ofTicket(hearing, ticket),
    externalId: `rating/${one.id}`,
    at: one.created_at,
    from: 'customer',
    kind: 'survey',
    rating: one.ratings.default_question ?? null,
    text: one.feedback ? textOfPlain(one.feedback) : null,
    attributes: { scale: '-103 to 103' },
  }
}

/** A rule has no number of the message that set it off, so only the ticket's opening is told; the pull brings the rest. */
function tellWebhook(hearing: Hearing, one: z.infer<typeof placeholderSchema>): Telling[] {
  const at = one.ticket_created_on ?? hearing.now
  const shared = {
    case: one.ticket_id,
    identities: identitiesOf([
      ['account', one.ticket_requester_unique_external_id],
      ['email', one.ticket_requester_email],
      ['phone', one.ticket_requester_phone],
    ]),
    channel: one.ticket_source?.toLowerCase() || null,
  }
  const words = one.ticket_description ? textOfHtml(one.ticket_description) : null
  const opening: Telling = {
    ...shared,
    externalId: `ticket/${one.ticket_id}`,
    at,
    from: 'customer',
    text: withSubject(one.ticket_subject, words),
  }
  if (!one.ticket_status) return [opening]
  const change = { status: one.ticket_status, change: one.triggered_event }
  const { ticket_group_name: team, ticket_agent_name: agent } = one
  const state = [one.ticket_status, team, agent].map((part) => part ?? '').join('/')
  return [
    opening,
    {
      ...shared,
      externalId: `ticket/${one.ticket_id}/state/${state}`,
      at: hearing.now,
      from: 'company',
      kind: 'event',
      team: team || null,
      agent: agent || null,
      attributes: change,
    },
  ]
}

function wordsOf(plain: string | null | undefined, html: string | null | undefined): string | null {
  return plain ? textOfPlain(plain) : html ? textOfHtml(html) : null
}

function withSubject(subject: string | null | undefined, words: string | null): string | null {
  return [subject?.trim(), words].filter(Boolean).join('\n\n') || null
}

function teamOf({ names }: Hearing, group: string | null | undefined): string | null {
  return group ? (names[`group/${group}`] ?? `group ${group}`) : null
}
