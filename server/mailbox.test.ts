import { afterAll, beforeAll, expect, it } from 'vitest'
import * as routes from '../contract/connector-routes.ts'
import { type Dovecot, startDovecot } from './connectors/pull/dovecot.ts'
import { pullConnector } from './connectors/pull/pull-connector.ts'
import { enterByName } from './gate.ts'
import { asJson, openTestApi, openTestService, type TestApi, type TestService } from './test-kit.ts'

let service: TestService
let api: TestApi
let dovecot: Dovecot
const base = '/api/workspaces/mail/connectors'

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  dovecot = await startDovecot()
})
afterAll(async () => {
  await dovecot.close()
  await service.close()
})

async function add(more: object = {}, key = dovecot.password) {
  const { port, user } = dovecot
  const settings = {
    host: '127.0.0.1',
    port,
    security: 'none',
    user,
    own: [user],
    folders: ['INBOX', 'Sent'],
    ...more,
  }
  const input = { kind: 'mailbox', name: 'Mail', settings, secrets: { key } }
  const { connector } = await api.call(routes.addConnector, base, asJson(input))
  const scope = await enterByName(service, 'mail')
  const pull = async () => {
    await pullConnector(service, scope, { id: connector.id })
    return api.call(routes.findConnector, `${base}/${connector.id}`)
  }
  return { ...connector, pull }
}

async function facts(source: string) {
  const { rows } = await service.store.pool.query(
    `select external_id, side, kind, text, case_id, identity, attributes from interactions where source = $1
     order by at, external_id collate "C"`,
    [source],
  )
  return rows
}

function aMail(id: string, headers: Record<string, string>, body: string): string {
  const all = {
    From: 'Ann <ann@example.org>',
    To: dovecot.user,
    'Message-ID': `<${id}@example.org>`,
    'MIME-Version': '1.0',
    ...headers,
  }
  return `${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}`
}
const on = (minute: number) => `Sun, 29 Nov 2026 09:${String(minute).padStart(2, '0')}:00 +0000`

const parts = `--b
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: 8bit

The boiler makes a noise.
--b
Content-Type: image/png; name="boiler.png"
Content-Disposition: attachment; filename="boiler.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b--
`

it('reads a mailbox of a real server: threads, both sides, quotes left out, machines told from people', async () => {
  dovecot.deliver(
    aMail('1', { Subject: 'Noise', Date: on(1), 'Content-Type': 'multipart/mixed; boundary=b' }, parts),
  )
  const answer = {
    From: `Ben <${dovecot.user}>`,
    To: 'ann@example.org',
    Date: on(2),
    'In-Reply-To': '<1@example.org>',
  }
  dovecot.deliver(aMail('2', answer, 'Have you restarted it?\n\n-- \nBen, Company'), 'Sent')
  // A program that names only the mail it answers.
  const again = {
    Subject: 'Re: Noise',
    Date: on(3),
    'In-Reply-To': '<2@example.org>',
    'Content-Type': 'text/html; charset=utf-8',
  }
  dovecot.deliver(
    aMail('3', again, '<p>Yes, and it&rsquo;s louder.</p><blockquote>Have you restarted it?</blockquote>'),
  )
  dovecot.deliver(
    aMail('4', { Subject: 'Away', Date: on(4), 'Auto-Submitted': 'auto-replied' }, 'I am away.'),
  )
  dovecot.deliver(aMail('5', { From: '', Date: on(5) }, 'Nobody'))
  const mail = await add()
  expect(await mail.pull()).toMatchObject({ failure: null, stored: 4, setAside: 1 })
  expect(await facts('mailbox')).toMatchObject([
    {
      external_id: '<1@example.org>',
      side: 'customer',
      text: 'Noise\n\nThe boiler makes a noise.',
      case_id: '<1@example.org>',
      attributes: { attachments: 'boiler.png (image/png)' },
    },
    {
      external_id: '<2@example.org>',
      side: 'company',
      text: 'Have you restarted it?',
      case_id: '<1@example.org>',
      identity: 'email:ann@example.org',
    },
    { external_id: '<3@example.org>', side: 'customer', text: 'Yes, and it’s louder.' },
    {
      external_id: '<4@example.org>',
      side: 'company',
      kind: 'event',
      attributes: { automatic: 'auto-replied' },
    },
  ])
})

it('goes on behind the last mail it kept, and finds the case of what only names that', async () => {
  const mail = await add()
  expect(await mail.pull()).toMatchObject({ stored: 4, duplicates: 0, source: 'mailbox 2' })
  dovecot.deliver(
    aMail('6', { Subject: 'Re: Noise', Date: on(6), 'In-Reply-To': '<2@example.org>' }, 'Hello?'),
  )
  expect(await mail.pull()).toMatchObject({ stored: 5, duplicates: 0 })
  const last = (await facts('mailbox 2')).at(-1)
  expect(last).toMatchObject({ external_id: '<6@example.org>', case_id: '<1@example.org>' })
  expect(await mail.pull()).toMatchObject({ stored: 5, duplicates: 0, failure: null })
})

it('says what is wrong: the password, a folder, the computer', async () => {
  const say = async (more: object, key?: string) => (await (await add(more, key)).pull()).failure?.message
  expect(await say({}, 'wrong')).toBe('The mailbox does not accept the user or the password.')
  expect(await say({ folders: ['Nowhere'] })).toBe('The mailbox has no folder of that name.')
  expect(await say({ port: 1 })).toBe('The mailbox can’t be reached.')
  expect(await say({ security: 'starttls' })).toBe('The mailbox can’t be reached.')
})
