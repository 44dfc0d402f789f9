import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { z } from 'zod'
import { Failure } from '../../contract/failures.ts'
import { quoteBelow } from '../../core/desk/quote-mail.ts'
import { whyUntrusted } from '../connectors/why-untrusted.ts'
import { openNumber } from '../outbound/private-address.ts'
import { addressOf } from './can-send.ts'
import type { Delivering, Delivery } from './delivery.ts'

const patienceMs = 30_000
/** Shorter: a computer that is gone must not keep others waiting. */
const greetingMs = 10_000

/**
 * Hands an answer to the mail server of a mailbox (RFC 5321). Until the server has asked for the message nothing can have
 * gone out; once it was given and no answer came, it may have.
 */
export async function sendMail(delivering: Delivering): Promise<Delivery> {
  const { connector, letter, signal } = delivering
  const from = addressOf(connector.settings)
  if (from === null || letter.to === null) {
    return { kind: 'refused', why: 'The address from or to which it goes is not known any more.' }
  }
  const raw = await compose(delivering, from)
  const host = await findHost(delivering)
  if (typeof host !== 'string') return host
  const connection = open(delivering, host)
  const close = () => connection.close()
  signal.addEventListener('abort', close)
  let isGiven = false
  const message = new Readable({
    read() {
      isGiven = true
      this.push(raw)
      this.push(null)
    },
  })
  try {
    await meet(connection, delivering)
    if (!(await delivering.beforeHandingOver())) return { kind: 'takenBack' }
    await hear(connection, (done) =>
      connection.send({ from, to: letter.to ?? '', size: raw.length }, message, done),
    )
    connection.quit()
    return { kind: 'sent' }
  } catch (error) {
    return explain(error, isGiven)
  } finally {
    signal.removeEventListener('abort', close)
    message.destroy()
    connection.close()
  }
}

/** Headers of a reply (RFC 5322, 3.6.4): our own Message-ID, what is answered, and the thread it stands in. */
function compose({ letter, by, now }: Delivering, from: string): Promise<Buffer> {
  const { text, quoted, to, subject, inReplyTo } = letter
  const thread = [letter.case, inReplyTo].filter((id): id is string => id?.startsWith('<') === true)
  const mail = new MailComposer({
    from,
    to: { name: '', address: to ?? '' },
    subject: subject ?? '',
    messageId: letter.externalId,
    inReplyTo,
    references: [...new Set(thread)],
    date: new Date(now),
    text: quoteBelow({ answer: text, ...quoted }),
    // So that absence notes and other machines leave it alone (RFC 3834).
    headers: by.isMachine ? { 'Auto-Submitted': 'auto-generated' } : {},
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  })
  return mail.compile().build()
}

/** What to connect to, or why there is nothing. */
async function findHost({ connector, isGuarded }: Delivering): Promise<string | Delivery> {
  const { sendHost = '' } = connector.settings
  if (!isGuarded) return sendHost
  return openNumber(sendHost).catch((error: unknown) => ({
    kind: 'later',
    why: error instanceof Failure ? `${error.message} ${error.hint}` : unreachable,
  }))
}

function open({ connector: { settings } }: Delivering, host: string): SMTPConnection {
  const { sendHost = '', sendSecurity = settings.sendPort === 465 ? 'tls' : 'starttls' } = settings
  return new SMTPConnection({
    host,
    ...(host === sendHost ? {} : { servername: sendHost }),
    port: settings.sendPort ?? (sendSecurity === 'tls' ? 465 : 587),
    secure: sendSecurity === 'tls',
    requireTLS: sendSecurity === 'starttls',
    ignoreTLS: sendSecurity === 'none',
    connectionTimeout: greetingMs,
    greetingTimeout: greetingMs,
    socketTimeout: patienceMs,
    socketCloseTimeout: 0,
    allowInternalNetworkInterfaces: true,
  })
}

/** Without a password of its own, the mail server is entered as the mailbox is; without any, as whoever we are. */
async function meet(connection: SMTPConnection, { connector: { settings, secrets } }: Delivering) {
  await hear(connection, (done) => connection.connect((error) => done(error ?? null)))
  const pass = secrets.sending ?? secrets.key
  const user = settings.sendUser ?? settings.user
  if (pass === undefined || user === undefined || !connection.allowsAuth) return
  await hear(connection, (done) => connection.login({ user, pass }, (error) => done(error ?? null)))
}

/** What fails between two calls is told as an event only. */
function hear(
  connection: SMTPConnection,
  start: (done: (error: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject)
    connection.once('end', () => reject(Object.assign(new Error('ended'), { code: 'ECONNECTION' })))
    start((error) => (error === null ? resolve() : reject(error)))
  })
}

const errorSchema = z.object({
  code: z.string().default(''),
  command: z.string().default(''),
  response: z.string().default(''),
  responseCode: z.number().default(0),
})

function explain(error: unknown, isGiven: boolean): Delivery {
  const untrusted = error instanceof Error ? whyUntrusted(error) : null
  if (untrusted !== null) return { kind: 'later', why: `${untrusted.problem} ${untrusted.remedy}` }
  const parsed = errorSchema.safeParse(error)
  if (!parsed.success || parsed.data.code === '') throw error
  const { code, command, response, responseCode } = parsed.data
  const said = response === '' ? '' : ` It says: “${response.replace(/\s+/g, ' ').slice(0, 300)}”`
  if (code === 'EAUTH' || responseCode === 530 || responseCode === 535) {
    return {
      kind: 'later',
      why: 'The mail server does not accept the user or the password. Enter them again on the page of the mailbox.',
    }
  }
  if (responseCode >= 500) return { kind: 'refused', why: `${refusals[command] ?? refusals.DATA}${said}` }
  if (responseCode >= 400) return { kind: 'later', why: `The mail server asks us to come back later.${said}` }
  if (isGiven) {
    return {
      kind: 'unclear',
      why: 'The mail server broke off after it had been given the answer, so it may have gone out. Send it again if you would rather have it arrive twice than not at all.',
    }
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') {
    return { kind: 'refused', why: 'The mail server can’t take mail for this address, or none that long.' }
  }
  const why =
    code === 'ETLS'
      ? 'The mail server does not encrypt as it is set up here. Check the kind of encryption on the page of the mailbox.'
      : unreachable
  return { kind: 'later', why }
}

const unreachable = 'The mail server can’t be reached. Nothing is lost: it is tried again by itself.'

const refusals: Readonly<Record<string, string>> = {
  'MAIL FROM': 'The mail server does not let us write under our address.',
  'RCPT TO': 'The mail server does not take mail for this address.',
  DATA: 'The mail server refuses the answer.',
}
