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
 * Chatwoot's webhooks (`message_created`, `message_updated`, `conversation_*`) and messages as its API lists them, with the
 * conversation that holds them. Source: chatwoot.com user guide, "How to use webhooks", and its API reference (read in
 * 2026). A message has the same number in both.
 */
export function hearChatwoot(hearing: Hearing, sent: unknown): Heard {
  const event = eventSchema.safeParse(sent).data?.event ?? 'message_created'
  if (event === 'message_created' || event === 'message_updated') {
    return hearAs(messageSchema, sent, (one) => toHeard(hearing, tellMessage(hearing, one, event), sent))
  }
  if (!['conversation_created', 'conversation_status_changed', 'conversation_updated'].includes(event)) {
    return toHeard(hearing, [], sent)
  }
  return hearAs(conversationSchema, sent, (one) =>
    toHeard(hearing, tellConversation(hearing, one, event), sent),
  )
}

const eventSchema = z.object({ event: z.string() })
const text = z.string().nullish()
const id = idSchema.nullish()

const personSchema = z.object({
  id,
  name: text,
  email: text,
  phone_number: text,
  identifier: text,
  type: text,
})

const conversationSchema = z.object({
  id: idSchema,
  channel: text,
  status: text,
  created_at: timeSchema.nullish(),
  updated_at: timeSchema.nullish(),
  timestamp: timeSchema.nullish(),
  changed_attributes: z
    .array(z.record(z.string(), z.object({ current_value: z.unknown().optional() })))
    .nullish(),
  meta: z
    .object({
      sender: personSchema.nullish(),
      assignee: personSchema.nullish(),
      team: z.object({ id, name: text }).nullish(),
    })
    .nullish(),
})

const kinds = ['incoming', 'outgoing', 'activity', 'template'] as const

const messageSchema = z.object({
  id: idSchema,
  content: text,
  content_type: text,
  created_at: timeSchema,
  updated_at: timeSchema.nullish(),
  message_type: z.union([
    z.enum(kinds),
    z
      .int()
      .min(0)
      .max(3)
      .transform((number) => kinds[number]),
  ]),
  private: z.boolean().nullish(),
  content_attributes: z
    .looseObject({
      deleted: z.boolean().nullish(),
      submitted_values: z
        .looseObject({
          csat_survey_response: z
            .object({
              rating: z.number().nullish(),
              feedback_message: text,
              created_at: timeSchema.nullish(),
            })
            .nullish(),
        })
        .nullish()
        .catch(null),
    })
    .nullish(),
  sender: personSchema.nullish(),
  contact: personSchema.nullish(),
  conversation: conversationSchema,
  attachments: z.array(z.object({ file_type: text })).nullish(),
})

type Message = z.infer<typeof messageSchema>
type Conversation = z.infer<typeof conversationSchema>
type Person = z.infer<typeof personSchema>

function tellMessage(hearing: Hearing, one: Message, event: string): Telling[] {
  const externalId = `message/${one.id}`
  const revisedAt = one.updated_at ?? hearing.now
  if (one.content_attributes?.deleted) {
    return [{ externalId: `${externalId}/deleted`, at: revisedAt, from: 'company', withdraws: externalId }]
  }
  const survey = tellSurvey(hearing, one)
  if (survey !== null) return [survey]
  // Chatwoot tells an update of delivery and reading too; only other words would be another message.
  if (event === 'message_updated' || one.message_type === 'activity') return []
  const isCustomer = one.message_type === 'incoming'
  const isHtml = one.conversation.channel === 'Channel::Email' && /<[a-z]/i.test(one.content ?? '')
  const words = one.content ? (isHtml ? textOfHtml(one.content) : textOfPlain(one.content)) : null
  return [
    {
      ...ofConversation(hearing, one.conversation, one),
      externalId,
      at: one.created_at,
      from: isCustomer ? 'customer' : 'company',
      kind: one.private ? 'event' : 'message',
      team: isCustomer ? null : (one.conversation.meta?.team?.name ?? null),
      agent: isCustomer ? null : (one.sender?.name ?? null),
      text: words,
      attributes: {
        private: one.private ? 'yes' : null,
        automatic: one.message_type === 'template' ? 'yes' : null,
        attachments: one.attachments?.map(({ file_type }) => file_type ?? 'file').join(', '),
      },
    },
  ]
}

function tellSurvey(hearing: Hearing, one: Message): Telling | null {
  const answer = one.content_attributes?.submitted_values?.csat_survey_response
  if (typeof answer?.rating !== 'number') return null
  return {
    ...ofConversation(hearing, one.conversation, one),
    externalId: `survey/${one.id}`,
    at: answer.created_at ?? one.updated_at ?? one.created_at,
    from: 'customer',
    kind: 'survey',
    rating: answer.rating,
    text: answer.feedback_message ?? null,
    attributes: { scale: '1 to 5' },
  }
}

function ofConversation(hearing: Hearing, one: Conversation, message?: Message) {
  const sender = message?.message_type === 'incoming' ? message.sender : null
  const person: Person | null = one.meta?.sender ?? message?.contact ?? sender ?? null
  return {
    case: one.id,
    caseOpenedAt: one.created_at ?? null,
    channel: one.channel?.replace(/^Channel::/, '').toLowerCase() ?? null,
    identities: identitiesOf([
      ['account', person?.identifier],
      ['account', person?.id ? `${hearing.source}/${person.id}` : null],
      ['email', person?.email],
      ['phone', person?.phone_number],
    ]),
  }
}

function tellConversation(hearing: Hearing, one: Conversation, event: string): Telling[] {
  const at = one.updated_at ?? one.timestamp ?? one.created_at ?? hearing.now
  const changed = new Set((one.changed_attributes ?? []).flatMap((change) => Object.keys(change)))
  const told = (change: string, more: Partial<Telling>): Telling => ({
    ...ofConversation(hearing, one),
    externalId: `conversation/${one.id}/${change}/${Math.floor(at / 1000)}`,
    at,
    from: 'company',
    kind: 'event',
    ...more,
    attributes: { change, ...more.attributes },
  })
  if (event === 'conversation_created')
    return [{ ...told('opened', {}), externalId: `conversation/${one.id}` }]
  const team = one.meta?.team?.name ?? null
  const agent = one.meta?.assignee?.name ?? null
  return [
    ...(event === 'conversation_status_changed'
      ? [told('status', { attributes: { status: one.status } })]
      : []),
    ...(changed.has('team_id') && team ? [told('passed on', { team })] : []),
    ...(changed.has('assignee_id') && agent ? [told('assigned', { agent })] : []),
  ]
}
