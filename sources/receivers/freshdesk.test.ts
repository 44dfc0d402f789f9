import { expect, test } from 'vitest'
import { hear } from './hear.ts'
import { aReceiving, bytes, show } from './test-kit.ts'

/** Written after developers.freshdesk.com/api and the "Trigger webhook" action of automation rules. */
const ticket = {
  id: 20,
  subject: 'Heating',
  description: '<div>The heating is cold.</div>',
  description_text: 'The heating is cold.',
  requester_id: 129,
  requester: { id: 129, name: 'Ann Smith', email: 'ann@example.org', mobile: null, phone: null },
  source: 1,
  status: 2,
  group_id: 156,
  type: 'Problem',
  created_at: '2026-11-28T11:59:05Z',
  updated_at: '2026-11-29T09:00:05Z',
}
const conversation = (id: number, more: object) => ({
  id,
  ticket_id: 20,
  body: '<div>Please restart it.</div>',
  body_text: 'Please restart it.',
  incoming: false,
  private: false,
  user_id: 7,
  source: 0,
  created_at: '2026-11-28T12:30:00Z',
  attachments: [],
  ...more,
})
const receiving = aReceiving('freshdesk', { names: { 'group/156': 'Heating team', 'agent/7': 'Ben' } })
const told = async (sent: object) => (await hear(receiving, bytes(sent))).facts.map(show)

test('a ticket with its conversations and ratings', async () => {
  const conversations = [
    conversation(3, {}),
    conversation(4, {
      incoming: true,
      user_id: 129,
      body_text: 'Still cold.\n\n> Please restart it.',
      attachments: [{ name: 'photo.jpg' }],
    }),
    conversation(5, { private: true, body_text: 'A difficult one' }),
  ]
  const ratings = [
    {
      id: 1,
      ticket_id: 20,
      feedback: 'Slow',
      ratings: { default_question: -103 },
      created_at: '2026-11-29T09:00:00Z',
    },
  ]
  expect(await told({ ticket, conversations, ratings })).toMatchObject([
    {
      externalId: 'ticket/20',
      from: 'customer',
      text: 'Heating\n\nThe heating is cold.',
      channel: 'email',
      category: 'Problem',
      identities: ['account:freshdesk/129', 'email:ann@example.org'],
    },
    { externalId: 'conversation/3', from: 'company', team: 'Heating team', agent: 'Ben', caseId: '20' },
    {
      externalId: 'conversation/4',
      from: 'customer',
      text: 'Still cold.',
      attributes: { attachments: 'photo.jpg' },
    },
    { externalId: 'conversation/5', from: 'company', kind: 'event', attributes: { private: 'yes' } },
    { externalId: 'rating/1', kind: 'survey', rating: -103, text: 'Slow' },
  ])
})

test('an automation rule tells the ticket under the same id, and where it went', async () => {
  const rule = {
    freshdesk_webhook: {
      ticket_id: 20,
      ticket_created_on: '2026-11-28T11:59:05Z',
      ticket_subject: 'Heating',
      ticket_description: '<div>The heating is cold.</div>',
      ticket_source: 'Email',
      ticket_group_name: 'Heating team',
      ticket_agent_name: '',
      ticket_requester_email: 'ann@example.org',
      ticket_status: 'Open',
      triggered_event: '{ticket_action:created}',
    },
  }
  const facts = await told(rule)
  expect(facts).toMatchObject([
    {
      externalId: 'ticket/20',
      from: 'customer',
      at: '2026-11-28T11:59:05.000Z',
      text: 'Heating\n\nThe heating is cold.',
    },
    { kind: 'event', from: 'company', team: 'Heating team', attributes: { status: 'Open' } },
  ])
})

test('a mail that the company began is the company’s', async () => {
  const [opening] = await told({ ticket: { ...ticket, source: 10 }, conversations: [] })
  expect(opening).toMatchObject({ from: 'company', team: 'Heating team' })
})
