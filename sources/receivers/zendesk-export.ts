import { z } from 'zod'
import {
  type Heard,
  type Hearing,
  hearAs,
  identitiesOf,
  idSchema,
  joinHeard,
  type Names,
  type Telling,
  timeSchema,
  toHeard,
} from './heard.ts'
import { textOfHtml, textOfPlain } from './text-of-html.ts'
import { agentOf, commentId, teamOf, tellChange } from './zendesk.ts'

/**
 * A page of Zendesk's incremental ticket event export (`include=comment_events`) together with the tickets, users and
 * groups that it names. Source: developer.zendesk.com, "Incremental Exports" and "Ticket Audits" (read in 2026). Comments
 * have the ids that webhooks give them; what both tell is one interaction.
 */
export function hearZendeskExport(hearing: Hearing, sent: unknown): Heard {
  return hearAs(bundleSchema, sent, (bundle) => {
    const known = { ...hearing, names: { ...hearing.names, ...namesOf(bundle) } }
    const ofTickets = Map.groupBy(bundle.ticket_events, ({ ticket_id }) => ticket_id)
    return joinHeard(
      [...ofTickets.values()].map((events) => {
        const { tickets, users, groups } = bundle
        return toHeard(known, tellTicket(known, bundle, events), {
          ticket_events: events,
          tickets,
          users,
          groups,
        })
      }),
    )
  })
}

/** Names of groups and agents, for webhooks, which tell numbers only. */
export function namesOf({ groups, users }: Pick<Bundle, 'groups' | 'users'>): Names {
  const ofGroups = groups.map(({ id, name }) => [`group/${id}`, name])
  const agents = users.filter(({ role }) => role !== 'end-user')
  return Object.fromEntries([...ofGroups, ...agents.map(({ id, name }) => [`user/${id}`, name])])
}

const id = idSchema.nullish()
const text = z.string().nullish()

const childSchema = z.looseObject({
  id: idSchema,
  event_type: z.string(),
  author_id: id,
  body: text,
  plain_body: text,
  html_body: text,
  public: z.boolean().default(true),
  created_at: timeSchema.nullish(),
  via: z.union([z.string(), z.object({ channel: text })]).nullish(),
  previous_value: z.unknown().optional(),
})

const ticketEventSchema = z.object({
  id: idSchema,
  ticket_id: idSchema,
  timestamp: timeSchema,
  child_events: z.array(childSchema),
})

const ticketSchema = z.object({
  id: idSchema,
  requester_id: id,
  group_id: id,
  subject: text,
  created_at: timeSchema.nullish(),
  via: z.object({ channel: text }).nullish(),
})

const userSchema = z.object({
  id: idSchema,
  name: z.string().default(''),
  role: text,
  email: text,
  phone: text,
  external_id: id,
})

export const bundleSchema = z.object({
  ticket_events: z.array(ticketEventSchema),
  tickets: z.array(ticketSchema),
  users: z.array(userSchema),
  groups: z.array(z.object({ id: idSchema, name: z.string() })),
})

type Bundle = z.infer<typeof bundleSchema>
type TicketEvent = z.infer<typeof ticketEventSchema>
type Child = z.infer<typeof childSchema>

function tellTicket(hearing: Hearing, bundle: Bundle, events: readonly TicketEvent[]): Telling[] {
  const ticket = bundle.tickets.find((one) => one.id === events[0]?.ticket_id)
  const requester = bundle.users.find((one) => one.id === ticket?.requester_id)
  const shared = {
    case: events[0]?.ticket_id ?? null,
    caseOpenedAt: ticket?.created_at ?? null,
    channel: ticket?.via?.channel ?? null,
    identities: identitiesOf([
      ['account', requester?.external_id],
      ['account', ticket?.requester_id ? `${hearing.source}/${ticket.requester_id}` : null],
      ['email', requester?.email],
      ['phone', requester?.phone],
    ]),
  }
  let group = groupBefore(events, ticket?.group_id)
  return events.flatMap((event) =>
    event.child_events.flatMap((child): Telling[] => {
      if (child.event_type === 'Comment') {
        return [
          {
            ...shared,
            ...tellComment(hearing, { bundle, child, group, requester: requester?.id, at: event.timestamp }),
            attributes: { subject: ticket?.subject, private: child.public ? null : 'yes' },
          },
        ]
      }
      if (child.event_type !== 'Change' && child.event_type !== 'Create') return []
      if ('group_id' in child) group = toText(child.group_id)
      return tellChanges(hearing, event, child).map((told) => ({ ...shared, ...told }))
    }),
  )
}

/** The group that had the ticket before the first of these events. */
function groupBefore(events: readonly TicketEvent[], current: string | null | undefined): string | null {
  const first = events.flatMap(({ child_events }) => child_events).find((child) => 'group_id' in child)
  return first === undefined ? (current ?? null) : toText(first.previous_value)
}

type CommentOf = {
  readonly bundle: Bundle
  readonly child: Child
  readonly group: string | null
  readonly requester: string | undefined
  readonly at: number
}

function tellComment(hearing: Hearing, { bundle, child, group, requester, at }: CommentOf): Telling {
  const author = bundle.users.find((one) => one.id === child.author_id)
  const isCustomer = child.public && (child.author_id === requester || author?.role === 'end-user')
  const channel = typeof child.via === 'object' ? child.via?.channel : null
  return {
    externalId: commentId(child.id),
    at: child.created_at ?? at,
    from: isCustomer ? 'customer' : 'company',
    kind: child.public ? 'message' : 'event',
    ...(channel ? { channel } : {}),
    team: isCustomer ? null : teamOf(hearing, group),
    agent: isCustomer ? null : author?.name || agentOf(hearing, child.author_id),
    text: textOfComment(child),
  }
}

function textOfComment({ body, plain_body, html_body }: Child): string | null {
  const plain = body || plain_body
  return plain ? textOfPlain(plain) : html_body ? textOfHtml(html_body) : null
}

function tellChanges(hearing: Hearing, { ticket_id, timestamp }: TicketEvent, child: Child): Telling[] {
  const change = (field: string, value: string | null) =>
    tellChange(hearing, { ticket: ticket_id, field, value, at: timestamp })
  const told: Telling[] = child.event_type === 'Create' && 'status' in child ? [change('created', null)] : []
  for (const field of child.event_type === 'Change' ? ['group_id', 'assignee_id', 'status'] : []) {
    const value = toText(child[field])
    if (field in child && value !== null) told.push(change(field, value))
  }
  const score = toText(child.satisfaction_score)
  if (score !== 'good' && score !== 'bad') return told
  const comment = toText(child.satisfaction_comment)
  const rated = { kind: 'survey', from: 'customer', rating: score === 'good' ? 1 : 0, text: comment } as const
  return [
    ...told,
    {
      ...rated,
      externalId: `rating/${child.id}`,
      at: timestamp,
      case: ticket_id,
      attributes: { scale: 'bad 0, good 1' },
    },
  ]
}

function toText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}
