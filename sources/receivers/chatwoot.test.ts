import { expect, test } from 'vitest'
import { hear } from './hear.ts'
import { aReceiving, bytes, show } from './test-kit.ts'

/** Written after chatwoot.com, "How to use webhooks", and the API's list of messages. */
const contact = {
  id: 4,
  name: 'Ann Smith',
  email: 'ann@example.org',
  phone_number: '+442079460001',
  identifier: '4711',
  type: 'contact',
}
const conversation = {
  id: 207,
  channel: 'Channel::WebWidget',
  inbox_id: 3,
  status: 'open',
  created_at: 1795943000,
  timestamp: 1795944000,
  meta: { sender: contact, assignee: { id: 1, name: 'Ben' }, team: { id: 9, name: 'Heating team' } },
}
const message = {
  id: 654,
  content: 'The heating is **cold**.',
  content_type: 'text',
  content_attributes: {},
  created_at: '2026-11-29 09:00:05 UTC',
  message_type: 'incoming',
  private: false,
  source_id: null,
  sender: contact,
  inbox: { id: 3, name: 'Website' },
  account: { id: 2, name: 'Company' },
  conversation,
}
const receiving = aReceiving('chatwoot')
const told = async (sent: object) => (await hear(receiving, bytes(sent))).facts.map(show)

test('an incoming message is the customer’s, the same by webhook and by list', async () => {
  const byWebhook = await told({ event: 'message_created', ...message })
  expect(byWebhook).toEqual([
    {
      externalId: 'message/654',
      at: '2026-11-29T09:00:05.000Z',
      caseId: '207',
      caseOpenedAt: '2026-11-29T09:03:20.000Z'.replace(
        '09:03:20',
        new Date(1795943000_000).toISOString().slice(11, 19),
      ),
      identities: ['account:4711', 'account:chatwoot/4', 'email:ann@example.org', 'phone:+442079460001'],
      kind: 'message',
      from: 'customer',
      channel: 'webwidget',
      text: 'The heating is **cold**.',
    },
  ])
  const listed = {
    ...message,
    created_at: Date.UTC(2026, 10, 29, 9, 0, 5) / 1000,
    message_type: 0,
    conversation_id: 207,
  }
  expect(await told(listed)).toEqual(byWebhook)
})

test('outgoing messages are the company’s; notes and greetings are marked, activity is passed over', async () => {
  const agent = { id: 1, name: 'Ben', email: 'ben@company.example', type: 'user' }
  const outgoing = { ...message, event: 'message_created', message_type: 'outgoing', sender: agent }
  expect(await told(outgoing)).toMatchObject([
    { from: 'company', kind: 'message', team: 'Heating team', agent: 'Ben' },
  ])
  expect(await told({ ...outgoing, private: true })).toMatchObject([
    { kind: 'event', attributes: { private: 'yes' } },
  ])
  expect(await told({ ...outgoing, message_type: 'template' })).toMatchObject([
    { attributes: { automatic: 'yes' } },
  ])
  expect((await hear(receiving, bytes({ ...outgoing, message_type: 'activity' }))).passedOver).toBe(1)
})

test('a deleted message is taken back, an update of delivery is passed over, a rating is a survey', async () => {
  const updated = { ...message, event: 'message_updated', updated_at: '2026-11-29T10:00:00Z' }
  expect(await told({ ...updated, content_attributes: { deleted: true } })).toMatchObject([
    { externalId: 'message/654/deleted', revises: 'withdrawal' },
  ])
  expect(await told(updated)).toEqual([])
  const answer = { csat_survey_response: { rating: 4, feedback_message: 'Thanks' } }
  const survey = { ...updated, content_type: 'input_csat', content_attributes: { submitted_values: answer } }
  expect(await told(survey)).toMatchObject([
    { externalId: 'survey/654', kind: 'survey', from: 'customer', rating: 4, text: 'Thanks' },
  ])
})

test('states, teams and assignees of a conversation are events', async () => {
  const changed = {
    ...conversation,
    event: 'conversation_updated',
    changed_attributes: [
      { team_id: { previous_value: null, current_value: 9 } },
      { assignee_id: { previous_value: null, current_value: 1 } },
    ],
  }
  expect(await told(changed)).toMatchObject([
    { kind: 'event', team: 'Heating team', attributes: { change: 'passed on' } },
    { kind: 'event', agent: 'Ben', attributes: { change: 'assigned' } },
  ])
  expect(
    await told({ ...conversation, event: 'conversation_status_changed', status: 'resolved' }),
  ).toMatchObject([{ attributes: { change: 'status', status: 'resolved' } }])
  expect((await hear(receiving, bytes({ event: 'conversation_typing_on', id: 1 }))).passedOver).toBe(1)
})
