import { expect, test } from 'vitest'
import { hear } from './hear.ts'
import { aReceiving, bytes, idsOf, show } from './test-kit.ts'

/** Written after developers.intercom.com, "The conversation model", API 2.11. */
const user = { type: 'user', id: '6762f0ad1bb69f9f2193bb62', name: 'Ann Smith', email: 'ann@example.org' }
const admin = { type: 'admin', id: '991267643', name: 'Ben', email: 'ben@company.example' }
const part = (id: number, more: object) => ({
  type: 'conversation_part',
  id: String(id),
  part_type: 'comment',
  body: '<p>Hello</p>',
  created_at: 1795944000 + id,
  updated_at: 1795944000 + id,
  author: admin,
  assigned_to: null,
  attachments: [],
  redacted: false,
  ...more,
})
const conversation = {
  type: 'conversation',
  id: '147',
  created_at: 1795943000,
  updated_at: 1795944009,
  source: {
    type: 'email',
    id: '403918320',
    delivered_as: 'customer_initiated',
    subject: '<p>Broken &amp; cold</p>',
    body: '<p>The heating is cold.<br>Please help.</p>',
    author: user,
  },
  contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: user.id, external_id: '4711' }] },
  admin_assignee_id: 991267643,
  team_assignee_id: 5017690,
  conversation_rating: null,
  conversation_parts: {
    type: 'conversation_part.list',
    total_count: 5,
    conversation_parts: [
      part(1, { part_type: 'assignment', body: null, assigned_to: { type: 'team', id: '5017690' } }),
      part(2, { body: '<p>Did you <b>restart</b> it?</p>' }),
      part(3, { author: user, body: '<p>Yes, twice.</p><blockquote>Did you restart it?</blockquote>' }),
      part(4, { part_type: 'note', body: '<p>Ask the plumber</p>' }),
      part(5, { part_type: 'close', body: null }),
    ],
  },
}
const names = { 'team/5017690': 'Heating team' }
const receiving = aReceiving('intercom', { names })

function notify(topic: string, item: unknown) {
  return bytes({
    type: 'notification_event',
    app_id: 'abc',
    topic,
    id: 'notif_1',
    created_at: 1795944010,
    data: { type: 'notification_event_data', item },
  })
}

test('a conversation is told part by part: words, notes, assignments and states', async () => {
  const { facts } = await hear(receiving, bytes(conversation))
  expect(facts.map(show)).toMatchObject([
    {
      externalId: 'conversation/147',
      from: 'customer',
      kind: 'message',
      channel: 'email',
      caseId: '147',
      identities: ['account:4711', 'account:intercom/6762f0ad1bb69f9f2193bb62', 'email:ann@example.org'],
      text: 'The heating is cold.\nPlease help.',
      attributes: { subject: 'Broken & cold' },
    },
    {
      externalId: 'part/1',
      kind: 'event',
      from: 'company',
      team: 'Heating team',
      attributes: { change: 'passed on' },
    },
    {
      externalId: 'part/2',
      kind: 'message',
      from: 'company',
      team: 'Heating team',
      agent: 'Ben',
      text: 'Did you restart it?',
    },
    { externalId: 'part/3', kind: 'message', from: 'customer', text: 'Yes, twice.' },
    {
      externalId: 'part/4',
      kind: 'event',
      from: 'company',
      text: 'Ask the plumber',
      attributes: { private: 'yes' },
    },
    { externalId: 'part/5', kind: 'event', from: 'company', attributes: { change: 'closed' } },
  ])
})

test('a webhook and the API tell the same facts', async () => {
  const byWebhook = await hear(receiving, notify('conversation.admin.closed', conversation))
  expect(byWebhook.facts).toEqual((await hear(receiving, bytes(conversation))).facts)
})

test('a redacted part takes back what was told, a deleted conversation is noted, a ping is passed over', async () => {
  const redacted = {
    ...conversation,
    conversation_parts: {
      conversation_parts: [part(3, { author: user, redacted: true, updated_at: 1795945000 })],
    },
  }
  const { facts } = await hear(receiving, notify('conversation_part.redacted', redacted))
  expect(show(facts[1])).toMatchObject({ externalId: 'part/3/redacted', revises: 'withdrawal' })
  const deleted = await hear(
    receiving,
    notify('conversation.deleted', { type: 'conversation', conversation_id: 147 }),
  )
  expect(deleted.facts.map(show)).toMatchObject([
    { kind: 'event', caseId: '147', attributes: { change: 'deleted' } },
  ])
  expect((await hear(receiving, notify('ping', { type: 'ping', message: 'hi' }))).passedOver).toBe(1)
})

test('a rating is a survey, and one that was changed corrects the first', async () => {
  const rated = (more: object) => ({
    ...conversation,
    conversation_parts: null,
    conversation_rating: { rating: 2, remark: 'Slow', created_at: 1795944100, ...more },
  })
  const first = await hear(receiving, notify('conversation.rating.added', rated({})))
  expect(show(first.facts[1])).toMatchObject({
    externalId: 'rating/147',
    kind: 'survey',
    from: 'customer',
    rating: 2,
    text: 'Slow',
  })
  const changed = await hear(
    receiving,
    notify('conversation.rating.added', rated({ rating: 4, updated_at: 1795944200 })),
  )
  expect(show(changed.facts[1])).toMatchObject({ rating: 4, revises: 'correction' })
  expect(changed.facts[1]?.revises?.root).toBe(first.facts[1]?.interaction.id)
})

test('what the company sends to many is an event', async () => {
  const sent = {
    ...conversation,
    source: { ...conversation.source, author: admin, delivered_as: 'automated' },
  }
  const { facts } = await hear(receiving, notify('conversation.admin.single.created', sent))
  expect(show(facts[0])).toMatchObject({ kind: 'event', from: 'company' })
  expect(idsOf({ facts, setAside: [], passedOver: 0 })).toContain('conversation/147')
})
