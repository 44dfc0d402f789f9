import { expect, test } from 'vitest'
import { hear } from './hear.ts'
import { hearMail } from './mailbox.ts'
import { aReceiving, bytes, now, show } from './test-kit.ts'

const receiving = aReceiving('mailbox', { own: ['help@company.example', '@shop.company.example'] })

function aMail(headers: Record<string, string>, body: string): Uint8Array {
  const all = {
    From: 'Ann Smith <ann@example.org>',
    To: 'help@company.example',
    Date: 'Sun, 29 Nov 2026 09:00:00 +0000',
    ...headers,
  }
  return bytes(
    `${Object.entries(all)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\r\n')}\r\n\r\n${body}`,
  )
}

const multipart = [
  '--b',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Die Heizung l=E4uft nicht.',
  '',
  'Am 28.11.2026 um 10:00 schrieb Hilfe:',
  '> Neu starten',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Die Heizung läuft nicht.</p>',
  '--b',
  'Content-Type: application/pdf; name="Rechnung.pdf"',
  'Content-Disposition: attachment; filename="Rechnung.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0=',
  '--b--',
].join('\r\n')

test('a mail of many parts: its words decoded, quotes left out, attachments noted', async () => {
  const headers = {
    'Message-ID': '<1@example.org>',
    Subject: '=?utf-8?Q?Heizung_l=C3=A4uft_nicht?=',
    'MIME-Version': '1.0',
    'Content-Type': 'multipart/mixed; boundary=b',
  }
  const { facts } = await hear(receiving, aMail(headers, multipart))
  expect(facts.map(show)).toEqual([
    {
      externalId: '<1@example.org>',
      at: '2026-11-29T09:00:00.000Z',
      identities: ['email:ann@example.org'],
      caseId: '<1@example.org>',
      kind: 'message',
      from: 'customer',
      channel: 'email',
      text: 'Heizung läuft nicht\n\nDie Heizung läuft nicht.',
      attributes: { subject: 'Heizung läuft nicht', attachments: 'Rechnung.pdf (application/pdf)' },
    },
  ])
})

test('an answer belongs to the thread it answers, and our own address is the company', async () => {
  const answer = {
    From: 'Ben <ben@shop.company.example>',
    To: 'ann@example.org, ben@shop.company.example',
    'Message-ID': '<3@company.example>',
    'In-Reply-To': '<2@example.org>',
    References: '<1@example.org> <2@example.org>',
    'Content-Type': 'text/html',
  }
  const html = '<div>Please restart it.</div><div class="gmail_quote"><p>Die Heizung</p></div>'
  const { facts } = await hear(receiving, aMail(answer, html))
  expect(show(facts[0])).toMatchObject({
    from: 'company',
    agent: 'Ben',
    identities: ['email:ann@example.org'],
    caseId: '<1@example.org>',
    text: 'Please restart it.',
  })
})

test('a mail that names only the one before it finds its case by what is known', async () => {
  const mail = aMail({ 'Message-ID': '<4@example.org>', 'In-Reply-To': '<3@company.example>' }, 'Yes')
  const hearing = { ...receiving, receivedAt: now }
  const knowing = { findCase: async () => '<1@example.org>', isOwnAnswer: async () => false }
  const { facts } = await hearMail(hearing, mail, knowing)
  expect(facts[0]?.interaction.caseId).toBe('<1@example.org>')
  expect((await hearMail(hearing, mail)).facts[0]?.interaction.caseId).toBe('<3@company.example>')
})

test.each([
  ['auto-replied', { 'Auto-Submitted': 'auto-replied' }],
  ['bounce', { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }],
  ['mailing list', { 'List-Id': '<news.example.org>' }],
  ['mailing list', { 'List-Unsubscribe': '<https://news.example.org/out>' }],
  ['bulk', { Precedence: 'bulk' }],
  ['auto_reply', { Precedence: 'auto_reply' }],
  ['auto-replied', { 'X-Autoreply': 'yes' }],
  ['no return path', { 'Return-Path': '<>' }],
])('what a machine wrote (%s) is an event, not a contact', async (automatic, headers) => {
  const { facts } = await hear(
    receiving,
    aMail({ 'Message-ID': '<5@example.org>', ...headers }, 'I am away.'),
  )
  expect(show(facts[0])).toMatchObject({ kind: 'event', from: 'company', attributes: { automatic } })
})

test('what comes through a Google group of the company’s own is no mailing list', async () => {
  const group = { 'X-Google-Group-Id': '1', 'List-Id': '<help.company.example>', Precedence: 'list' }
  const mail = { 'Message-ID': '<5@example.org>', ...group }
  expect(show((await hear(receiving, aMail(mail, 'It broke.'))).facts[0])).toMatchObject({ from: 'customer' })
  const other = { ...mail, 'List-Id': '<talk.googlegroups.com>' }
  expect(show((await hear(receiving, aMail(other, 'It broke.'))).facts[0])).toMatchObject({ kind: 'event' })
})

test('a mail that cannot be told is set aside as it came', async () => {
  const raw = aMail({}, 'No id')
  expect((await hear(receiving, raw)).setAside).toMatchObject([{ reason: 'no Message-ID', raw }])
  expect((await hear(receiving, bytes('\r\n\r\nnothing'))).setAside).toMatchObject([{ reason: 'no sender' }])
})

test('a shifted clock, an odd charset and a broken encoding do not lose the mail', async () => {
  const headers = {
    'Message-ID': '<6@example.org>',
    Date: 'yesterday',
    'Content-Type': 'text/plain; charset=klingon',
    'Content-Transfer-Encoding': 'base64',
  }
  const { facts } = await hearMail({ ...receiving, receivedAt: now }, aMail(headers, 'SGVs*bG8='))
  expect(facts[0]?.interaction).toMatchObject({ at: now, text: 'Hello' })
})

const report = [
  '--b',
  'Content-Type: text/plain',
  '',
  'Your mail could not be delivered.',
  '--b',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mail.example.org',
  '',
  'Final-Recipient: rfc822; ann@example.org',
  'Action: failed',
  'Status: 5.2.2',
  'Diagnostic-Code: smtp; 552 5.2.2 the mailbox',
  '  is full',
  '--b',
  'Content-Type: text/rfc822-headers',
  '',
  'Message-ID: <answer.0123456789abcdef0123456789abcdef@company.example>',
  '--b--',
].join('\r\n')

test('a report that an answer of ours did not arrive says which and why, and is about whom it was for', async () => {
  const headers = {
    From: 'Mail Delivery System <mailer-daemon@example.org>',
    'Message-ID': '<7@example.org>',
    'Return-Path': '<>',
    'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
  }
  const knowing = { findCase: async () => '<1@example.org>', isOwnAnswer: async () => true }
  const hearing = { ...receiving, receivedAt: now }
  const { facts, cameBack } = await hearMail(hearing, aMail(headers, report), knowing)
  const answer = '0123456789abcdef0123456789abcdef'
  expect(cameBack).toEqual({
    answer,
    messageId: `<answer.${answer}@company.example>`,
    why: '552 5.2.2 the mailbox is full',
  })
  expect(show(facts[0])).toMatchObject({ identities: ['email:ann@example.org'], caseId: '<1@example.org>' })
  const late = aMail(headers, report.replace('Action: failed', 'Action: delayed'))
  expect((await hearMail(hearing, late, knowing)).cameBack).toBe(null)
  const forged = aMail({ 'Message-ID': '<8@example.org>' }, report)
  expect((await hearMail(hearing, forged, knowing)).cameBack).toBe(null)
})

test('an answer of ours that comes back is passed over, one that only looks like it is not', async () => {
  const id = '<answer.0123456789abcdef0123456789abcdef@company.example>'
  const mail = aMail({ 'Message-ID': id }, 'Hello')
  const hearing = { ...receiving, receivedAt: now }
  const known = { findCase: async () => null, isOwnAnswer: async () => true }
  expect(await hearMail(hearing, mail, known)).toMatchObject({ facts: [], passedOver: 1 })
  expect((await hearMail(hearing, mail)).facts).toHaveLength(1)
})

test('a mail of emoji alone is a customer’s word like any other', async () => {
  const headers = { 'Message-ID': '<9@example.org>', 'Content-Type': 'text/plain; charset=utf-8' }
  const { facts } = await hear(receiving, aMail(headers, '😡😡😡'))
  expect(show(facts[0])).toMatchObject({ from: 'customer', kind: 'message', text: '😡😡😡' })
})
