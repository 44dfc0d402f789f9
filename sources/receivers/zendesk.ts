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
import { textOfPlain } from './text-of-html.ts'

/**
 * Ticket events as Zendesk's event webhooks send them, and messages of messaging tickets.
 * Source: developer.zendesk.com, "Webhook event types: Ticket events" and "Messaging events" (read in 2026). An event
 * has no e-mail address of the requester; the export adds it (zendesk-export.ts), and both name the same requester.
 */
export function hearZendesk(hearing: Hearing, sent: unknown): Heard {
  return hearAs(eventSchema, sent, (event) => toHeard(hearing, tellEvent(hearing, event), sent))
}

const text = z.string().nullish()
const id = idSchema.nullish()

const commentSchema = z.object({
  id: idSchema,
  body: text,
  is_public: z.boolean().default(true),
  author: z.object({ id, is_staff: z.boolean().optional(), name: text }).nullish(),
})

const eventSchema = z.object({
  type: z.string(),
  time: timeSchema,
  detail: z.object({
    id: idSchema,
    requester_id: id,
    group_id: id,
    assignee_id: id,
    subject: text,
    status: text,
    created_at: timeSchema.nullish(),
    updated_at: timeSchema.nullish(),
    via: z.object({ channel: text }).nullish(),
  }),
  event: z.object({
    comment: commentSchema.nullish(),
    message: z.object({ id: idSchema, body: text }).nullish(),
    actor: z.object({ type: text, name: text }).nullish(),
    current: z.unknown().optional(),
  }),
})

type TicketEvent = z.infer<typeof eventSchema>

function tellEvent(hearing: Hearing, sent: TicketEvent): Telling[] {
  const { detail, event } = sent
  const kind = sent.type.replace(/^zen:event-type:/, '')
  if (kind === 'ticket.comment_added' && event.comment) return [tellComment(hearing, sent, event.comment)]
  if (kind === 'ticket.comment_redacted' && event.comment) {
    const withdraws = commentId(event.comment.id)
    return [{ externalId: `${withdraws}/redacted`, at: sent.time, from: 'company', withdraws }]
  }
  if (kind === 'messaging_ticket.message_added' && event.message)
    return [tellMessage(hearing, sent, event.message)]
  const change = changes[kind]
  if (change === undefined) return []
  const current =
    typeof event.current === 'string' || typeof event.current === 'number' ? `${event.current}` : null
  const at = detail.updated_at ?? sent.time
  const told = tellChange(hearing, { ticket: detail.id, field: change, value: current, at })
  return [{ ...ofTicket(hearing, detail), ...told, channel: detail.via?.channel ?? null }]
}

/** Events that say what the company did with the ticket, and the field that they are about. */
const changes: Readonly<Record<string, string>> = {
  'ticket.created': 'created',
  'ticket.group_assignment_changed': 'group_id',
  'ticket.agent_assignment_changed': 'assignee_id',
  'ticket.status_changed': 'status',
  'ticket.comment_made_private': 'comment_made_private',
  'ticket.merged': 'merged',
  'ticket.marked_as_spam': 'marked_as_spam',
  'ticket.soft_deleted': 'deleted',
  'ticket.permanently_deleted': 'deleted_for_good',
  'ticket.undeleted': 'undeleted',
}

export type Change = {
  readonly ticket: string
  readonly field: string
  readonly value: string | null
  readonly at: number
}

/** A change as the webhook and the export both tell it: named by ticket, field, value and second. */
export function tellChange(hearing: Hearing, { ticket, field, value, at }: Change): Telling {
  const second = Math.floor(at / 1000)
  const shown = field === 'status' ? (value?.toLowerCase() ?? null) : value
  return {
    externalId: ['ticket', ticket, field, ...(shown === null ? [] : [shown]), second].join('/'),
    at: second * 1000,
    from: 'company',
    kind: 'event',
    case: ticket,
    team: field === 'group_id' ? teamOf(hearing, value) : null,
    agent: field === 'assignee_id' ? agentOf(hearing, value) : null,
    attributes: { change: changeWords[field] ?? field, status: field === 'status' ? shown : null },
  }
}

const changeWords: Readonly<Record<string, string>> = {
  created: 'opened',
  group_id: 'passed on',
  assignee_id: 'assigned',
  comment_made_private: 'message hidden from the customer',
  marked_as_spam: 'marked as spam',
  deleted_for_good: 'deleted for good',
}

export function teamOf({ names }: Hearing, group: string | null | undefined): string | null {
  return group ? (names[`group/${group}`] ?? `group ${group}`) : null
}

export function agentOf({ names }: Hearing, user: string | null | undefined): string | null {
  return user ? (names[`user/${user}`] ?? `user ${user}`) : null
}

export function commentId(id: string): string {
  return `comment/${id}`
}

function ofTicket(hearing: Hearing, detail: TicketEvent['detail']) {
  const requester = detail.requester_id ? `${hearing.source}/${detail.requester_id}` : null
  return {
    identities: identitiesOf([['account', requester]]),
    case: detail.id,
    caseOpenedAt: detail.created_at ?? null,
    channel: detail.via?.channel ?? null,
  }
}

function tellComment(hearing: Hearing, sent: TicketEvent, comment: z.infer<typeof commentSchema>): Telling {
  const { detail, time } = sent
  const { author, is_public } = comment
  const isCustomer = is_public && (author?.id === detail.requester_id || author?.is_staff === false)
  return {
    ...ofTicket(hearing, detail),
    externalId: commentId(comment.id),
    at: time,
    from: isCustomer ? 'customer' : 'company',
    // A note is no answer: the customer never sees it.
    kind: is_public ? 'message' : 'event',
    team: isCustomer ? null : teamOf(hearing, detail.group_id),
    agent: isCustomer ? null : (author?.name ?? agentOf(hearing, author?.id)),
    text: comment.body ? textOfPlain(comment.body) : null,
    attributes: { subject: detail.subject, private: is_public ? null : 'yes' },
  }
}

function tellMessage(
  hearing: Hearing,
  sent: TicketEvent,
  message: { id: string; body?: string | null | undefined },
): Telling {
  const { actor } = sent.event
  const isCustomer = actor?.type === 'end_user'
  const isMachine = actor?.type === 'trigger' || actor?.type === 'system'
  return {
    ...ofTicket(hearing, sent.detail),
    externalId: `message/${message.id}`,
    at: sent.time,
    from: isCustomer ? 'customer' : 'company',
    channel: 'messaging',
    agent: isCustomer ? null : (actor?.name ?? null),
    text: message.body ? textOfPlain(message.body) : null,
    attributes: { automatic: isMachine ? 'yes' : null },
  }
}
