import { expect, test } from 'vitest'
import type { ConnectorJson } from '../../../contract/connectors.ts'
import { fromDraft, sayAgo, sayHealth, sayLag, toDraft } from './connector-words.ts'

const now = Date.UTC(2026, 10, 29, 12)
const healthy: ConnectorJson = {
  id: '1',
  kind: 'chatwoot',
  name: 'Chat',
  source: 'chatwoot',
  receivesAt: '/api/receive/1',
  isPaused: false,
  settings: {},
  secrets: { signing: true, key: false, sending: false },
  missingToSend: null,
  missing: [],
  createdAt: '2026-11-01T00:00:00Z',
  requests: 1,
  stored: 1,
  duplicates: 0,
  passedOver: 0,
  refused: 0,
  setAside: 0,
  lastReceivedAt: '2026-11-29T11:20:00Z',
  lastSuccessAt: '2026-11-29T11:20:00Z',
  lagSeconds: 3,
  failure: null,
  nextPullAt: null,
}

test('how a connector is, is said in one sentence, the worst first', () => {
  const failure = { at: '', message: 'Zendesk does not accept the key.', hint: '' }
  expect(sayHealth(healthy, now)).toBe('Last heard 40 minutes ago.')
  expect(sayHealth({ ...healthy, lastSuccessAt: null }, now)).toBe('Waiting for the first message.')
  expect(sayHealth({ ...healthy, failure }, now)).toBe(failure.message)
  expect(sayHealth({ ...healthy, failure, missing: ['The secret.'] }, now)).toBe('Not set up completely yet.')
  expect(sayHealth({ ...healthy, failure, isPaused: true }, now)).toBe('Paused: nothing is taken in.')
})

test('times are said as one speaks', () => {
  expect([30_000, 7_000_000, 20_000_000, 400_000_000].map(sayAgo)).toEqual([
    'just now',
    '117 minutes ago',
    '6 hours ago',
    '5 days ago',
  ])
  expect([3, 600, 10_000, 200_000].map(sayLag)).toEqual(['3 s', '10 min', '3 h', '2 days'])
})

test('settings go into text fields and back', () => {
  const settings = {
    host: 'imap.example.org',
    port: 993,
    own: ['a@b.example', '@c.example'],
    folders: ['INBOX', 'Sent'],
    sendHost: 'smtp.example.org',
    sendPort: 587,
    sendFrom: 'help@company.example',
  }
  expect(fromDraft(toDraft(settings))).toEqual(settings)
  expect(fromDraft({ host: ' ', port: '', folders: ',', own: '' })).toEqual({ own: [] })
})
