import nodemailer from 'nodemailer'
import * as routes from '../../contract/connector-routes.ts'
import type { AnswersJson } from '../../contract/desk/answers.ts'
import { deskRoutes } from '../../contract/desk/routes.ts'
import type { Scope } from '../../store/scope.ts'
import { shareCount } from '../../store/unread.ts'
import { type Certificate, type Dovecot, startDovecot } from '../connectors/pull/dovecot.ts'
import { pullConnector } from '../connectors/pull/pull-connector.ts'
import { readNew } from '../live/read-new.ts'
import { runReading } from '../readings/run-reading.ts'
import type { Service } from '../service.ts'
import { asJson, type TestApi } from '../test-kit.ts'
import { type Exim, startExim } from './exim.ts'
import { sendAnswer } from './send-answer.ts'

/** A company's mailbox and its customers', on a real Dovecot and a real Exim. */
export type MailHouse = { readonly dovecot: Dovecot; readonly exim: Exim; close(): Promise<void> }

export async function openMailHouse(certificate?: Certificate): Promise<MailHouse> {
  const dovecot = await startDovecot(certificate)
  dovecot.open(dovecot.user)
  const exim = await startExim(dovecot, certificate)
  return {
    dovecot,
    exim,
    close: async () => {
      await exim.close()
      await dovecot.close()
    },
  }
}

/** Settings of the company's mailbox, as its page would send them. */
export function mailboxInput({ dovecot, exim }: MailHouse, more: object = {}) {
  const { port, user, password } = dovecot
  const computer = '127.0.0.1'
  const settings = { host: computer, port, security: 'none', user, own: [user], sendHost: computer }
  return {
    kind: 'mailbox',
    name: 'Mail',
    settings: { ...settings, sendPort: exim.port, sendSecurity: 'none', ...more },
    secrets: { key: password },
  }
}

export type Letterbox = {
  readonly connectorId: string
  /** Fetches what lies in the mailbox, and reads it. */
  pull(): Promise<void>
  /** The id of the issue of the latest mail of an address. */
  issueOf(address: string): Promise<string>
  answer(issue: string, text: string, key?: string): Promise<AnswersJson>
  /** Does what a worker does with answers that are due. */
  send(answer: string): Promise<void>
  answers(issue: string): Promise<AnswersJson>
}

/** A mailbox connected to a workspace, worked with by hand instead of by workers. */
export async function connectMailbox(
  service: Service,
  scope: Scope,
  { api, base, input }: { readonly api: TestApi; readonly base: string; readonly input: object },
): Promise<Letterbox> {
  const { connector } = await api.call(routes.addConnector, `${base}/connectors`, asJson(input))
  const answers = async (issue: string) =>
    (await api.call(deskRoutes.findDeskIssue, `${base}/desk/${issue}`)).answers
  return {
    connectorId: connector.id,
    pull: async () => {
      await pullConnector(service, scope, { id: connector.id })
      await readAll(service, scope)
    },
    issueOf: (address) => findIssueOf(service, scope, address),
    answer: async (issue, text, key = crypto.randomUUID()) => {
      const path = `${base}/desk/${issue}/answers`
      return (await api.call(deskRoutes.writeAnswer, path, asJson({ who: 'Rita', key, text }))).answers
    },
    send: (answer) => sendAnswer(service, scope, answer),
    answers,
  }
}

async function readAll(service: Service, scope: Scope): Promise<void> {
  for (let share = 0; share < shareCount; share++) {
    let outcome = await readNew(service, scope, share)
    while (outcome === 'more') outcome = await readNew(service, scope, share)
    if (outcome === 'read again') return runReading(service, scope, () => {}).then(() => {})
  }
}

async function findIssueOf({ store }: Service, scope: Scope, address: string): Promise<string> {
  const { rows } = await store.pool.query<{ id: string }>(
    `select id from issues where workspace_id = $1 and customer = $2 order by last_at desc limit 1`,
    [scope, `email:${address}`],
  )
  const [found] = rows
  if (found === undefined) throw new Error(`no issue of ${address}`)
  return found.id
}

/** A mail as it would come from outside, written a minute ago. */
export function aMail(id: string, headers: Readonly<Record<string, string>>, body: string): string {
  const all = {
    From: 'Ann <ann@example.org>',
    To: 'help@company.example',
    'Message-ID': `<${id}@example.org>`,
    Date: new Date(Date.now() - 60_000).toUTCString(),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `${lines.join('\r\n')}\r\n\r\n${body.replace(/\r?\n/g, '\r\n')}`
}

/** Answers a mail as a customer's program does, over SMTP; mails say whole seconds, so a second later than that. */
export async function replyTo({ exim, dovecot }: MailHouse, mail: string, text: string): Promise<void> {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: exim.port, ignoreTLS: true })
  const id = headerOf(mail, 'Message-ID') ?? ''
  await transport.sendMail({
    from: 'Ann <ann@example.org>',
    to: dovecot.user,
    subject: headerOf(mail, 'Subject') ?? '',
    date: new Date(Date.parse(headerOf(mail, 'Date') ?? '') + 1000),
    inReplyTo: id,
    references: `${headerOf(mail, 'References') ?? ''} ${id}`,
    text: `${text}\n\nOn Sunday, Help wrote:\n> ${mail.split('\r\n\r\n')[1]?.split('\n')[0] ?? ''}`,
  })
  transport.close()
}

/** A header of a mail, unfolded. */
export function headerOf(mail: string, name: string): string | null {
  const head = (mail.split(/\r?\n\r?\n/)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ')
  return new RegExp(`^${name}: *(.*?)\\r?$`, 'im').exec(head)?.[1] ?? null
}
