import { once } from 'node:events'
import { createServer } from 'node:net'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import * as routes from '../contract/connector-routes.ts'
import { deskRoutes } from '../contract/desk/routes.ts'
import type { Scope } from '../store/scope.ts'
import {
  aMail,
  connectMailbox,
  headerOf,
  type Letterbox,
  type MailHouse,
  mailboxInput,
  openMailHouse,
  replyTo,
} from './answers/test-kit.ts'
import { enterOrAdd } from './gate.ts'
import { asJson, openTestApi, openTestService, type TestApi, type TestService } from './test-kit.ts'

let service: TestService
let api: TestApi
let house: MailHouse
let scope: Scope
let box: Letterbox
const base = '/api/workspaces/mail'
let passed = 0

beforeAll(async () => {
  const opened = await openTestService()
  service = { ...opened, now: () => opened.now() + passed }
  api = openTestApi(service)
  house = await openMailHouse()
  scope = await enterOrAdd(service, 'mail')
  box = await connectMailbox(service, scope, { api, base, input: mailboxInput(house) })
})
afterAll(async () => {
  await house.close()
  await service.close()
})
/** However the test before left it. */
beforeEach(async () => {
  const { settings, secrets } = mailboxInput(house)
  const asIs = asJson({ settings, secrets: { ...secrets, sending: house.dovecot.password } })
  await api.call(routes.changeConnector, `${base}/connectors/${box.connectorId}`, asIs)
})

const open = (id: string) => api.call(deskRoutes.findDeskIssue, `${base}/desk/${id}`)
const ask = (id: string, what: 'sendAgain' | 'takeBack') =>
  api.ask(`${base}/answers/${id}`, { method: 'post', ...asJson({ who: 'Rita', ask: what }) })
const last = <T>(all: readonly T[]): T => {
  const found = all.at(-1)
  if (found === undefined) throw new Error('nothing there')
  return found
}

async function refused(response: Response): Promise<string> {
  const { failure } = await response.json()
  return `${response.status} ${failure.message}`
}

/** A mail of a new customer is in, read and at the desk. */
async function write(address: string, headers: Readonly<Record<string, string>> = {}, body = 'It hums.') {
  if (!/^(missing|nobody)@/.test(address)) house.dovecot.open(address)
  house.dovecot.deliver(aMail(`${address}`, { From: address, Subject: 'Noise', ...headers }, body))
  await box.pull()
  return box.issueOf(address)
}

it('a customer’s mail is answered in their mailbox, threaded and quoted, and their reply is the same issue', async () => {
  const issue = await write('ann@example.org', { Subject: '=?utf-8?Q?L=C3=A4rm?=' }, 'It hums.\n\nAll day.')
  expect((await open(issue)).answers.way).toEqual({
    channel: 'email',
    to: 'a··@example.org',
    subject: 'Re: Lärm',
  })
  const written = await box.answer(issue, 'We send Ben on Monday. 🛠️\n\nRita')
  const { id } = last(written.written)
  expect(last(written.written)).toMatchObject({ state: 'waiting', who: 'Rita' })
  await box.send(id)
  await expect.poll(() => house.dovecot.read('ann@example.org').length).toBe(1)

  const mail = last(house.dovecot.read('ann@example.org'))
  const ours = `<answer.${id}@company.example>`
  const theirs = `<ann@example.org@example.org>`
  expect(headerOf(mail, 'Return-path')).toBe('<help@company.example>')
  expect(headerOf(mail, 'From')).toBe('help@company.example')
  expect(headerOf(mail, 'To')).toBe('ann@example.org')
  expect(headerOf(mail, 'Message-ID')).toBe(ours)
  expect(headerOf(mail, 'In-Reply-To')).toBe(theirs)
  expect(headerOf(mail, 'References')).toBe(theirs)
  expect(headerOf(mail, 'Subject')).toMatch(/^=\?UTF-8\?Q\?Re=3A_L=C3=A4rm\?=$/i)
  expect(headerOf(mail, 'Auto-Submitted')).toBe(null)

  const after = await open(issue)
  expect(last(after.answers.written)).toMatchObject({ state: 'sent', failure: null })
  expect(last(after.steps)).toMatchObject({ kind: 'answerSent', who: 'Rita' })
  await box.pull()
  await replyTo(house, mail, 'Monday is fine.')
  await expect.poll(() => house.dovecot.read('help@company.example').length).toBe(2)
  await box.pull()
  const { record } = await open(await box.issueOf('ann@example.org'))
  expect(record.issue.id).toBe(issue)
  expect(record.interactions.map(({ from, text }) => [from, text])).toEqual([
    ['customer', 'Lärm\n\nIt hums.\n\nAll day.'],
    ['company', 'We send Ben on Monday. 🛠️\n\n[name]'],
    ['customer', 'Monday is fine.'],
  ])
})

it('a dead mail server loses nothing: it is said, tried again, and sent once by however many', async () => {
  const issue = await write('bea@example.org')
  await house.exim.stop()
  const key = crypto.randomUUID()
  const [one, other] = [
    await box.answer(issue, 'On Monday.', key),
    await box.answer(issue, 'On Monday.', key),
  ]
  expect([one.written.length, other.written.length]).toEqual([1, 1])
  const { id } = last(one.written)
  await box.send(id)
  const waiting = last((await box.answers(issue)).written)
  expect(waiting).toMatchObject({ state: 'waiting', failure: expect.stringMatching(/can’t be reached/) })
  expect(Date.parse(waiting.nextTryAt ?? '')).toBeGreaterThan(service.now())
  await box.send(id)
  expect(last((await box.answers(issue)).written).nextTryAt).toBe(waiting.nextTryAt)
  await house.exim.start()
  expect((await ask(id, 'sendAgain')).status).toBe(200)
  await Promise.all([box.send(id), box.send(id), box.send(id)])
  await box.send(id)
  expect(last((await box.answers(issue)).written)).toMatchObject({ state: 'sent' })
  await expect.poll(() => house.dovecot.read('bea@example.org').length).toBe(1)
  expect(await refused(await ask(id, 'sendAgain'))).toMatch(/not sent twice/)
  expect((await open(issue)).steps.filter(({ kind }) => kind === 'answerSent')).toHaveLength(1)
})

it('an answer whose mailbox was removed, or whose person was erased, is not sent', async () => {
  const issue = await write('kim@example.org')
  const { id } = last((await box.answer(issue, 'On Monday.')).written)
  await service.store.pool.query('update answers set connector_id = $2 where id = $1', [id, id])
  await box.send(id)
  expect(last((await box.answers(issue)).written)).toMatchObject({
    state: 'failed',
    failure: expect.stringMatching(/was removed/),
  })
  const second = last((await box.answer(issue, 'On Tuesday.')).written).id
  const erase = { method: 'post', ...asJson({ person: 'kim@example.org' }) }
  expect((await api.ask('/api/workspaces/mail/person/erase', erase)).status).toBe(200)
  await box.send(second)
  const { rows } = await service.store.pool.query('select from answers where id = any($1)', [[id, second]])
  expect([rows, house.dovecot.read('kim@example.org')]).toEqual([[], []])
})

it('what is taken back is not sent; who sends nothing for two days is told so', async () => {
  const issue = await write('cat@example.org')
  const { id } = last((await box.answer(issue, 'Never mind.')).written)
  expect((await ask(id, 'takeBack')).status).toBe(200)
  await box.send(id)
  expect(last((await box.answers(issue)).written).state).toBe('takenBack')
  expect(await refused(await ask(id, 'sendAgain'))).toMatch(/taken back/)
  const second = last((await box.answer(issue, 'On Monday.')).written).id
  await house.exim.stop()
  passed += 2 * 86_400_000
  await box.send(second)
  passed -= 2 * 86_400_000
  await house.exim.start()
  expect(last((await box.answers(issue)).written)).toMatchObject({ state: 'failed', nextTryAt: null })
  expect(house.dovecot.read('cat@example.org')).toEqual([])
})

it('a process that dies while the mail server takes an answer never sends it a second time by itself', async () => {
  const issue = await write('dan@example.org')
  const { id } = last((await box.answer(issue, 'On Monday.')).written)
  const dieWhile = (state: string) =>
    service.store.pool.query('update answers set state = $2, next_try_at = $3 where id = $1', [
      id,
      state,
      new Date(service.now()),
    ])
  await dieWhile('sending')
  await box.send(id)
  const unclear = last((await box.answers(issue)).written)
  expect(unclear).toMatchObject({ state: 'unclear', failure: expect.stringMatching(/may have gone out/) })
  await ask(id, 'sendAgain')
  await box.send(id)
  await expect.poll(() => house.dovecot.read('dan@example.org').length).toBe(1)
  await dieWhile('sending')
  await box.send(id)
  expect(last((await box.answers(issue)).written).state).toBe('sent')
  expect(house.dovecot.read('dan@example.org')).toHaveLength(1)
})

it('a mail server that breaks off before it has the answer is asked again, after that a person decides', async () => {
  let breaksAt = 'DATA'
  const broken = createServer((socket) => {
    socket.write('220 broken\r\n')
    socket.on('error', () => {})
    socket.on('data', (said) => {
      const line = String(said)
      if (line.startsWith(breaksAt) || line.endsWith('\r\n.\r\n')) socket.destroy()
      else socket.write(line.startsWith('DATA') ? '354 go on\r\n' : '250 yes\r\n')
    })
  }).listen(0, '127.0.0.1')
  await once(broken, 'listening')
  const address = broken.address()
  const sendPort = typeof address === 'object' && address !== null ? address.port : 0
  await api.ask(`${base}/connectors/${box.connectorId}`, {
    method: 'post',
    ...asJson({ settings: { sendPort } }),
  })
  const issue = await write('eve@example.org')
  const { id } = last((await box.answer(issue, 'On Monday.')).written)
  await box.send(id)
  expect(last((await box.answers(issue)).written).state).toBe('waiting')
  breaksAt = 'never'
  await ask(id, 'sendAgain')
  await box.send(id)
  expect(last((await box.answers(issue)).written).state).toBe('unclear')
  broken.close()
})

it('what the mail server refuses, and what comes back later, is said in plain words and is in the queue again', async () => {
  const say = async (address: string) => {
    const issue = await write(address)
    const { id } = last((await box.answer(issue, 'On Monday.')).written)
    await box.send(id)
    return { issue, answer: last((await box.answers(issue)).written) }
  }
  const nobody = await say('nobody@example.org')
  expect(nobody.answer.state).toBe('failed')
  expect(nobody.answer.failure).toMatch(/does not take mail for this address.*no such mailbox here/)

  const before = house.dovecot.read('help@company.example').length
  const missing = await say('missing@example.org')
  expect(missing.answer.state).toBe('sent')
  await expect.poll(() => house.dovecot.read('help@company.example').length).toBe(before + 2)
  await box.pull()
  const returned = last((await box.answers(missing.issue)).written)
  expect(returned.state).toBe('returned')
  expect(returned.failure).toMatch(/did not arrive/)
  const { record } = await open(missing.issue)
  expect(record.interactions.map(({ from, kind }) => `${from} ${kind}`).toSorted()).toEqual([
    'company event',
    'company message',
    'customer message',
  ])
  const { rows } = await service.store.pool.query(
    "select customer from issues where workspace_id = $1 and customer like '%mailer-daemon%'",
    [scope],
  )
  expect(rows).toEqual([])
  const { issues } = await api.call(deskRoutes.findQueue, `${base}/desk`)
  for (const { issue } of [nobody, missing]) {
    const reasons = issues.find(({ id }) => id === issue)?.reasons.map(({ words }) => words)
    expect(reasons).toContain('our answer did not reach them')
  }

  await api.ask(`${base}/connectors/${box.connectorId}`, {
    method: 'post',
    ...asJson({ secrets: { sending: 'wrong' } }),
  })
  expect((await say('fay@example.org')).answer).toMatchObject({
    state: 'waiting',
    failure: expect.stringMatching(/does not accept the user or the password/),
  })
})

it('what a machine wrote, and what loops back, is kept but waits for nobody', async () => {
  const issue = await write('gil@example.org')
  const { id } = last((await box.answer(issue, 'On Monday.')).written)
  await box.send(id)
  await box.pull()
  const steps = (await open(issue)).steps.length
  const thread = { From: 'gil@example.org', References: `<gil@example.org@example.org>` }
  const machines: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['away', { 'Auto-Submitted': 'auto-replied' }],
    ['list', { Precedence: 'bulk' }],
    ['robot', { 'X-Autoreply': 'yes', Precedence: 'auto_reply' }],
    ['null', { 'Return-Path': '<>' }],
    ['alone', { 'Auto-Submitted': 'auto-replied', From: 'hal@example.org', References: '' }],
  ]
  for (const [name, headers] of machines) {
    house.dovecot.deliver(aMail(`${name}`, { ...thread, ...headers }, 'I am away.'))
  }
  const ours = { 'Message-ID': `<answer.${id}@company.example>`, From: 'help@company.example' }
  house.dovecot.deliver(aMail('ours', { ...thread, ...ours }, 'On Monday.'))
  const before = await api.call(routes.findConnector, `${base}/connectors/${box.connectorId}`)
  await box.pull()
  const after = await api.call(routes.findConnector, `${base}/connectors/${box.connectorId}`)
  expect(after.stored - before.stored).toBe(5)
  expect(after.passedOver - before.passedOver).toBe(1)
  const { record, answers, steps: now } = await open(issue)
  expect(record.interactions.filter(({ kind }) => kind === 'event')).toHaveLength(4)
  expect([answers.written.length, now.length]).toEqual([1, steps])
  expect(record.issue.contacts).toBe(1)
  const { issues } = await api.call(deskRoutes.findQueue, `${base}/desk`)
  const reasons = issues.find((one) => one.id === issue)?.reasons ?? []
  expect(reasons.map(({ kind }) => kind)).not.toContain('waiting')
  expect(issues.map(({ customer }) => customer)).not.toContain('h··@example.org')
  for (const text of ['2', '3', '4', '5', '6']) await box.answer(issue, text)
  const key = crypto.randomUUID()
  const more = await api.ask(`${base}/desk/${issue}/answers`, {
    method: 'post',
    ...asJson({ who: 'Rita', key, text: '7' }),
  })
  expect(await refused(more)).toMatch(/two machines answering each other/)
})

it('an attachment of 30 MB is noted and stays in the mailbox; a mail of emoji alone can be answered', async () => {
  const big = [
    '--b',
    'Content-Type: video/mp4',
    'Content-Disposition: attachment; filename="=?utf-8?Q?L=C3=A4rm.mp4?="',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.alloc(30_000_000, 'noise').toString('base64').replace(/.{76}/g, '$&\r\n'),
    '--b',
    'Content-Type: multipart/alternative; boundary=c',
    '',
    '--c',
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'So h=F6rt es sich an.',
    '--c',
    'Content-Type: text/html',
    '',
    '<p>So</p>',
    '--c--',
    '--b--',
  ].join('\r\n')
  const headers = { 'Content-Type': 'multipart/mixed; boundary=b', Subject: 'Film' }
  const { record } = await open(await write('ida@example.org', headers, big))
  expect(record.interactions.map(({ text, attributes }) => [text, attributes])).toEqual([
    ['Film\n\nSo hört es sich an.', { subject: 'Film', attachments: 'Lärm.mp4 (video/mp4)' }],
  ])
  const { rows } = await service.store.pool.query<{ bytes: string }>(
    'select max(pg_column_size(i.*)) as bytes from interactions i where workspace_id = $1',
    [scope],
  )
  expect(Number(last(rows).bytes)).toBeLessThan(2000)

  const issue = await write('jo@example.org', { Subject: '😡' }, '😡😡😡')
  const { issues } = await api.call(deskRoutes.findQueue, `${base}/desk`)
  expect(issues.find(({ id }) => id === issue)).toMatchObject({ words: '😡\n\n😡😡😡' })
  const { id } = last((await box.answer(issue, '🙏')).written)
  const agent = JSON.stringify({ kind: 'agent', name: 'Fin' })
  await service.store.pool.query('update answers set actor = $2 where id = $1', [id, agent])
  await box.send(id)
  await expect.poll(() => house.dovecot.read('jo@example.org').length).toBe(1)
  const mail = last(house.dovecot.read('jo@example.org'))
  const { text, subject } = await PostalMime.parse(mail)
  expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated')
  expect(subject).toBe('Re: 😡')
  expect(text?.replaceAll('\r\n', '\n')).toMatch(/^🙏\n\nYou wrote on .*:\n> 😡😡😡\n+$/)
})
