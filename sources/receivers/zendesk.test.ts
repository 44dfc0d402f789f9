import { expect, test } from 'vitest'
import { hear } from './hear.ts'
import { aReceiving, bytes, idsOf, show } from './test-kit.ts'

/** Payloads written after developer.zendesk.com, "Webhook event types: Ticket events". */
const detail = {
  actor_id: '8447388090494',
  assignee_id: '8447388090495',
  brand_id: '8447346621310',
  created_at: '2026-11-28T10:12:07Z',
  custom_status: '8447320465790',
  description: 'The heating is cold.',
  external_id: null,
  form_id: '8646151517822',
  group_id: '98738',
  id: '5158',
  is_public: true,
  organization_id: '8447346622462',
  priority: 'NORMAL',
  requester_id: '20978392',
  status: 'OPEN',
  subject: 'Heating',
  submitter_id: '20978392',
  tags: ['heating'],
  type: 'QUESTION',
  updated_at: '2026-11-29T09:00:05Z',
  via: { channel: 'web' },
}

function anEvent(type: string, event: unknown, time = '2026-11-29T09:00:05.254571515Z') {
  return bytes({
    account_id: 22129848,
    detail,
    event: { meta: { sequence: { id: '01JQ', position: 1 } }, ...Object(event) },
    id: 'cbe4028c-7239-495d-b020-f22348516046',
    subject: 'zen:ticket:5158',
    time,
    type: `zen:event-type:${type}`,
    zendesk_event_version: '2022-11-06',
  })
}

const aComment = (more: object) => ({
  comment: {
    id: '8661164512638',
    body: 'It is still cold.\n\nOn Fri, Nov 27, 2026 at 9:00 AM Support <s@example.org> wrote:\n> Restart it.',
    is_public: true,
    author: { id: '20978392', is_staff: false, name: 'Ann Smith' },
    ...more,
  },
})

const named = aReceiving('zendesk', { names: { 'group/98738': 'Heating team', 'group/98739': 'Billing' } })

test('a comment of the requester is the customer’s, without what it quotes', async () => {
  const { facts } = await hear(named, anEvent('ticket.comment_added', aComment({})))
  expect(facts.map(show)).toEqual([
    {
      externalId: 'comment/8661164512638',
      at: '2026-11-29T09:00:05.254Z',
      identities: ['account:zendesk/20978392'],
      caseId: '5158',
      caseOpenedAt: '2026-11-28T10:12:07.000Z',
      kind: 'message',
      from: 'customer',
      channel: 'web',
      text: 'It is still cold.',
      attributes: { subject: 'Heating' },
    },
  ])
})

test('a comment of the staff is the company’s, and a note is marked and no message', async () => {
  const staff = { author: { id: '7', is_staff: true, name: 'Ben' } }
  const { facts } = await hear(named, anEvent('ticket.comment_added', aComment(staff)))
  expect(show(facts[0])).toMatchObject({
    from: 'company',
    kind: 'message',
    team: 'Heating team',
    agent: 'Ben',
  })
  const note = await hear(named, anEvent('ticket.comment_added', aComment({ ...staff, is_public: false })))
  expect(show(note.facts[0])).toMatchObject({
    from: 'company',
    kind: 'event',
    attributes: { private: 'yes' },
  })
})

test('assignments, states and deletions are events; a redaction takes the comment back', async () => {
  const moved = await hear(
    named,
    anEvent('ticket.group_assignment_changed', { current: '98739', previous: '98738' }),
  )
  expect(show(moved.facts[0])).toMatchObject({ kind: 'event', team: 'Billing', caseId: '5158' })
  const solved = await hear(named, anEvent('ticket.status_changed', { current: 'SOLVED', previous: 'OPEN' }))
  expect(show(solved.facts[0])).toMatchObject({ attributes: { change: 'status', status: 'solved' } })
  const deleted = await hear(named, anEvent('ticket.soft_deleted', {}))
  expect(show(deleted.facts[0])).toMatchObject({ kind: 'event', attributes: { change: 'deleted' } })
  const redacted = await hear(named, anEvent('ticket.comment_redacted', aComment({})))
  expect(redacted.facts.map(show)).toMatchObject([
    { externalId: 'comment/8661164512638/redacted', revises: 'withdrawal' },
  ])
})

test('events that hold no interaction are passed over; what is not as expected is set aside as it came', async () => {
  expect(await hear(named, anEvent('ticket.tags_changed', {}))).toEqual({
    facts: [],
    setAside: [],
    passedOver: 1,
  })
  const broken = bytes({ type: 'zen:event-type:ticket.created', time: 'soon', detail: { id: 1 }, event: {} })
  const { setAside } = await hear(named, broken)
  expect(setAside).toEqual([
    {
      reason: 'not as expected',
      detail: '“time” can’t be used: not a time. Mend it, then read it again.',
      raw: broken,
    },
  ])
})

/** Written after developer.zendesk.com, "Incremental Exports", with the sideloads that the export asks for. */
const exported = {
  ticket_events: [
    {
      id: 926256957613,
      ticket_id: 5158,
      timestamp: 1795944605,
      created_at: '2026-11-29T09:30:05Z',
      event_type: 'Audit',
      child_events: [
        { id: 1, event_type: 'Change', status: 'solved', previous_value: 'open' },
        { id: 2, event_type: 'Change', group_id: 98739, previous_value: '98738' },
        {
          id: 8661164512638,
          event_type: 'Comment',
          type: 'Comment',
          author_id: 20978392,
          body: 'It is still cold.',
          html_body: '<div>It is still cold.</div>',
          public: true,
          created_at: '2026-11-29T09:00:05Z',
          via: { channel: 'web' },
        },
        {
          id: 3,
          event_type: 'Comment',
          author_id: 7,
          body: 'Look at the pump &amp; valve',
          public: false,
          via: 'Web form',
        },
        {
          id: 4,
          event_type: 'Change',
          satisfaction_score: 'bad',
          satisfaction_comment: 'Too slow',
          previous_value: 'offered',
        },
      ],
    },
  ],
  tickets: [
    {
      id: 5158,
      requester_id: 20978392,
      group_id: 98739,
      subject: 'Heating',
      created_at: '2026-11-28T10:12:07Z',
      via: { channel: 'web' },
    },
  ],
  users: [
    {
      id: 20978392,
      name: 'Ann Smith',
      role: 'end-user',
      email: 'ann@example.org',
      phone: '+44 20 7946 0001',
      external_id: '4711',
    },
    { id: 7, name: 'Ben', role: 'agent', email: 'ben@company.example' },
  ],
  groups: [
    { id: 98738, name: 'Heating team' },
    { id: 98739, name: 'Billing' },
  ],
}

test('the export tells the same comment under the same id, with all that it knows of the customer', async () => {
  const { facts } = await hear(aReceiving('zendesk'), bytes(exported))
  const comment = facts.find(({ interaction }) => interaction.externalId === 'comment/8661164512638')
  expect(show(comment)).toEqual({
    externalId: 'comment/8661164512638',
    at: '2026-11-29T09:00:05.000Z',
    identities: ['account:4711', 'account:zendesk/20978392', 'email:ann@example.org', 'phone:+442079460001'],
    caseId: '5158',
    caseOpenedAt: '2026-11-28T10:12:07.000Z',
    kind: 'message',
    from: 'customer',
    channel: 'web',
    text: 'It is still cold.',
    attributes: { subject: 'Heating' },
  })
  const [webhook] = (await hear(named, anEvent('ticket.comment_added', aComment({})))).facts
  expect(webhook?.interaction.id).toBe(comment?.interaction.id)
})

test('the export tells notes, hand-offs, states and ratings', async () => {
  const { facts } = await hear(aReceiving('zendesk'), bytes(exported))
  const rest = facts.map(show).filter(({ externalId }) => externalId !== 'comment/8661164512638')
  expect(rest).toMatchObject([
    { kind: 'event', attributes: { status: 'solved' } },
    { kind: 'event', team: 'Billing', attributes: { change: 'passed on' } },
    { kind: 'event', from: 'company', agent: 'Ben', team: 'Billing', attributes: { private: 'yes' } },
    { kind: 'survey', from: 'customer', rating: 0, text: 'Too slow' },
  ])
})

test('a change at the same second has the same id by webhook and by export', async () => {
  const second = { ...detail, updated_at: '2026-11-29T09:30:05Z' }
  const sent = {
    type: 'zen:event-type:ticket.status_changed',
    time: '2026-11-29T09:30:06Z',
    detail: second,
    event: { current: 'SOLVED' },
  }
  const [byWebhook] = idsOf(await hear(named, bytes(sent)))
  expect(idsOf(await hear(named, bytes(exported)))).toContain(byWebhook)
})
