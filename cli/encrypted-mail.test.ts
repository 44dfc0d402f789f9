import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findConnector } from '../contract/connector-routes.ts'
import {
  aMail,
  connectMailbox,
  type MailHouse,
  mailboxInput,
  openMailHouse,
} from '../server/answers/test-kit.ts'
import { enterOrAdd } from '../server/gate.ts'
import { openTestApi } from '../server/test-kit.ts'
import { openTestCli, type TestCli } from './test-kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'outside-in-certificate-'))
const certificate = { file: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }

let cli: TestCli
let house: MailHouse
let worker: ChildProcess | null = null

beforeAll(async () => {
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost']
      .concat(['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'])
      .concat(['-keyout', certificate.key, '-out', certificate.file]),
    { stdio: 'ignore' },
  )
  chmodSync(folder, 0o755)
  chmodSync(certificate.key, 0o644)
  cli = await openTestCli({ NODE_EXTRA_CA_CERTS: certificate.file, OUTSIDE_IN_PRIVATE_ENDPOINTS: 'yes' })
  house = await openMailHouse(certificate)
})
afterAll(async () => {
  if (worker !== null) await end(worker)
  await house.close()
  await cli.service.close()
  rmSync(folder, { recursive: true })
})

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function connect(workspace: string, more: object) {
  const scope = await enterOrAdd(cli.service, workspace)
  const api = openTestApi(cli.service)
  const base = `/api/workspaces/${workspace}`
  const box = await connectMailbox(cli.service, scope, { api, base, input: mailboxInput(house, more) })
  const failure = async () => {
    const path = `${base}/connectors/${box.connectorId}`
    return (await api.call(findConnector, path)).failure
  }
  return { scope, box, failure }
}

const encryptions = [
  {
    name: 'from the first byte on',
    settings: () => ({
      security: 'tls',
      port: house.dovecot.tlsPort,
      sendSecurity: 'tls',
      sendPort: house.exim.tlsPort,
    }),
  },
  {
    name: 'when asked to (STARTTLS)',
    settings: () => ({ security: 'starttls', sendSecurity: 'starttls' }),
  },
]

it.each(encryptions)(
  'a certificate that nobody here trusts is refused, and said so: encrypted $name',
  async ({ name, settings }) => {
    const { box, failure } = await connect(`no ${name.slice(0, 4)}`, settings())
    await box.pull()
    expect(await failure()).toMatchObject({
      message: 'The certificate of the mail server is signed by nobody whom this machine trusts.',
      hint: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    })
  },
)

it.each(encryptions)('mail comes in and goes out encrypted $name', async ({ name, settings }) => {
  const workspace = name.slice(0, 4)
  const customer = `${workspace}@example.org`
  house.dovecot.open(customer)
  house.dovecot.deliver(aMail(workspace, { From: customer, Subject: 'Noise' }, 'The boiler hums.'))
  const { scope, box } = await connect(workspace, settings())
  worker = cli.start('work')
  const read = `select from issues i join workspaces w on w.reading_id = i.reading_id
    where i.workspace_id = $1 and i.customer = $2`
  await cli.until(read, [scope, `email:${customer}`])
  const issue = await box.issueOf(customer)
  await box.answer(issue, 'On Monday.')
  await cli.until(`select from answers where workspace_id = $1 and state = 'sent'`, [scope])
  await end(worker)
  const [received = '', ...more] = house.dovecot.read(customer).filter((mail) => mail.includes('On Monday.'))
  expect(more).toEqual([])
  // Both encrypted and signed in (RFC 3848).
  expect(received).toMatch(/^Received: .*\swith esmtpsa\s/ms)

  // This process trusts nobody but those whom everybody trusts.
  const late = (await box.answer(issue, 'Or Tuesday.')).written.find(({ state }) => state === 'waiting')
  await box.send(late?.id ?? '')
  expect((await box.answers(issue)).written).toContainEqual(
    expect.objectContaining({
      id: late?.id,
      state: 'waiting',
      failure: expect.stringMatching(/nobody whom this machine trusts/),
    }),
  )
})
