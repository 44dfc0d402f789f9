import { expect, test } from 'vitest'
import type { Mapping } from '../../core/interactions/mapping.ts'
import { hear } from './hear.ts'
import { aReceiving, bytes, rawOf, show } from './test-kit.ts'

const mapping: Mapping = {
  version: 1,
  source: 'whatever the file said',
  columns: { externalId: ['id'], email: ['customer.email'], time: ['sent'], text: ['words'], from: ['by'] },
  attributes: [],
  timeFormat: 'iso',
  timeZone: 'UTC',
  missing: [],
  customerValues: ['client'],
  kind: 'message',
  kindValues: {},
  durationUnit: 'seconds',
}
const mapped = { columns: ['id', 'customer.email', 'sent', 'words', 'by'], mapping }
const one = {
  id: 7,
  customer: { email: 'ann@example.org' },
  sent: '2026-11-29T09:00:00Z',
  words: 'Still cold',
  by: 'client',
  more: 1,
}

test('json of any shape is read through the mapping, under the connector’s own source', async () => {
  const receiving = aReceiving('webhook', { source: 'shop', mapped })
  const { facts } = await hear(receiving, bytes(one))
  expect(facts[0]?.interaction.source).toBe('shop')
  expect(facts.map(show)).toMatchObject([
    { externalId: '7', from: 'customer', identities: ['email:ann@example.org'], text: 'Still cold' },
  ])
  const many = await hear(receiving, bytes({ items: [one, { ...one, id: 8, by: 'us' }, { id: 9 }, 'text'] }))
  expect(many.facts).toHaveLength(2)
  expect(many.setAside.map(({ reason }) => reason)).toEqual(['missing time', 'not an object'])
  const lines = await hear(receiving, bytes(`${JSON.stringify(one)}\n${JSON.stringify({ ...one, id: 8 })}\n`))
  expect(lines.facts).toHaveLength(2)
})

test('before there is a mapping, all is set aside to be read later', async () => {
  const { setAside } = await hear(aReceiving('webhook'), bytes(one))
  expect(setAside).toMatchObject([{ reason: 'no mapping yet', raw: bytes(one) }])
  expect((await hear(aReceiving('webhook', { mapped }), rawOf(setAside))).facts).toHaveLength(1)
})

test('what is no json, or no text, is set aside as it came', async () => {
  const raw = Uint8Array.from([0xff, 0xfe, 0x41])
  expect((await hear(aReceiving('webhook', { mapped }), raw)).setAside).toMatchObject([
    { reason: 'unreadable characters', raw },
  ])
  expect((await hear(aReceiving('webhook', { mapped }), bytes('{'))).setAside).toMatchObject([
    { reason: 'not json' },
  ])
})
