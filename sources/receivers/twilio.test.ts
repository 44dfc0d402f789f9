import { expect, test } from 'vitest'
import { hear } from './hear.ts'
import { aReceiving, bytes, rawOf, show } from './test-kit.ts'

/** Written after twilio.com/docs: call status callbacks, incoming messages, message status callbacks. */
const receiving = aReceiving('twilio')
const form = (fields: Record<string, string>) => bytes(new URLSearchParams(fields).toString())
const call = {
  CallSid: 'CA5ef8732a3c49700934481addd5ce1659',
  AccountSid: 'AC1',
  From: '+442079460001',
  To: '+15550100',
  Direction: 'inbound',
  ApiVersion: '2010-04-01',
  Timestamp: 'Sun, 29 Nov 2026 09:05:00 +0000',
  CallbackSource: 'call-progress-events',
  SequenceNumber: '2',
}

test('a call is told once it is over, from when it began, with its length', async () => {
  expect((await hear(receiving, form({ ...call, CallStatus: 'ringing' }))).passedOver).toBe(1)
  const { facts } = await hear(receiving, form({ ...call, CallStatus: 'completed', CallDuration: '300' }))
  expect(facts.map(show)).toEqual([
    {
      externalId: 'call/CA5ef8732a3c49700934481addd5ce1659',
      at: '2026-11-29T09:00:00.000Z',
      identities: ['phone:+442079460001'],
      caseId: 'CA5ef8732a3c49700934481addd5ce1659',
      kind: 'call',
      from: 'customer',
      channel: 'phone',
      durationSeconds: 300,
      attributes: { status: 'completed', line: '+15550100' },
    },
  ])
})

test('a call that the company makes is the company’s, about the one it called', async () => {
  const outbound = {
    ...call,
    From: '+15550100',
    To: '+442079460001',
    Direction: 'outbound-api',
    CallStatus: 'no-answer',
  }
  const { facts } = await hear(receiving, form(outbound))
  expect(show(facts[0])).toMatchObject({
    from: 'company',
    identities: ['phone:+442079460001'],
    durationSeconds: 0,
  })
})

test('messages between two numbers are one case; a failed delivery is noted', async () => {
  const incoming = {
    MessageSid: 'SM1',
    SmsSid: 'SM1',
    SmsStatus: 'received',
    From: 'whatsapp:+442079460001',
    To: 'whatsapp:+15550100',
    Body: 'Still cold',
    NumMedia: '1',
  }
  const failed = {
    MessageSid: 'SM2',
    MessageStatus: 'undelivered',
    From: 'whatsapp:+15550100',
    To: 'whatsapp:+442079460001',
    ErrorCode: '30003',
  }
  const told = [await hear(receiving, form(incoming)), await hear(receiving, form(failed))].flatMap(
    ({ facts }) => facts.map(show),
  )
  const shared = {
    caseId: '+15550100/+442079460001',
    channel: 'whatsapp',
    identities: ['phone:+442079460001'],
  }
  expect(told).toMatchObject([
    {
      ...shared,
      externalId: 'message/SM1',
      from: 'customer',
      kind: 'message',
      text: 'Still cold',
      attributes: { attachments: '1 files' },
    },
    { ...shared, from: 'company', kind: 'event', attributes: { change: 'not delivered', error: '30003' } },
  ])
  expect((await hear(receiving, form({ ...failed, MessageStatus: 'delivered' }))).passedOver).toBe(1)
})

test('what names neither call nor message is set aside, and can be heard again as it was kept', async () => {
  const { setAside } = await hear(receiving, form({ From: '1', To: '2' }))
  expect(setAside).toMatchObject([{ reason: 'not as expected' }])
  expect((await hear(receiving, rawOf(setAside))).setAside).toEqual(setAside)
})
