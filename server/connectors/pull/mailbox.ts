import { ImapFlow } from 'imapflow'
import { z } from 'zod'
import { Failure } from '../../../contract/failures.ts'
import { openNumber } from '../../outbound/private-address.ts'
import type { KnownConnector } from '../known-connector.ts'
import { whyUntrusted } from '../why-untrusted.ts'
import { fetchLightMail } from './light-mail.ts'
import type { Pulling } from './pull.ts'

export type FetchedMail = { readonly raw: Uint8Array; readonly receivedAt: number | null }
export type FetchedMails = { readonly mails: readonly FetchedMail[]; readonly cursor: unknown }

/** Of longer mails the words are fetched, and the names of what is attached. */
const mostBytes = 5 * 1024 * 1024
const batchMails = 50
const patienceMs = 30_000

const cursorSchema = z.record(z.string(), z.object({ validity: z.string(), uid: z.number() }))
type Cursor = z.infer<typeof cursorSchema>

/** Mails of the folders in the order in which they came (RFC 9051: UIDs grow until UIDVALIDITY changes). Nothing is changed there. */
export async function* fetchMails(pulling: Pulling): AsyncGenerator<FetchedMails> {
  const { connector, signal, isGuarded } = pulling
  const { host = '' } = connector.settings
  const client = openClient(connector, isGuarded ? await numberOf(host) : host)
  // What happens to the connection is told by the call that fails; as an event it would end the process.
  client.on('error', () => {})
  const close = () => client.close()
  signal.addEventListener('abort', close)
  try {
    await client.connect()
    let cursor: Cursor = cursorSchema.safeParse(connector.cursor).data ?? {}
    for (const folder of connector.settings.folders ?? ['INBOX']) {
      for await (const found of fetchFolder(client, { folder, cursor, since: connector.settings.since })) {
        cursor = found.cursor
        yield found
      }
    }
    await client.logout()
  } catch (error) {
    throw toFailure(error)
  } finally {
    signal.removeEventListener('abort', close)
    client.close()
  }
}

async function numberOf(host: string): Promise<string> {
  return openNumber(host).catch((error: unknown) => {
    throw toFailure(error)
  })
}

function openClient({ settings, secrets }: KnownConnector, reached: string): ImapFlow {
  const { host = '', security = 'tls', user = '' } = settings
  return new ImapFlow({
    host: reached,
    ...(reached === host ? {} : { servername: host }),
    port: settings.port ?? (security === 'tls' ? 993 : 143),
    secure: security === 'tls',
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    auth: { user, pass: secrets.key ?? '' },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  })
}

type Wanted = { readonly folder: string; readonly cursor: Cursor; readonly since: string | undefined }

async function* fetchFolder(client: ImapFlow, { folder, cursor, since }: Wanted) {
  const { uidValidity } = await client.mailboxOpen(folder, { readOnly: true })
  const validity = String(uidValidity)
  const known = cursor[folder]
  const from = known?.validity === validity ? known.uid : 0
  const query = { uid: `${from + 1}:*`, ...(since === undefined ? {} : { since: new Date(since) }) }
  const found = (await client.search(query, { uid: true })) || []
  // `n:*` names the last mail even where its number is below n.
  const uids = found.filter((uid) => uid > from).sort((left, right) => left - right)
  for (let start = 0; start < uids.length; start += batchMails) {
    const batch = uids.slice(start, start + batchMails)
    yield {
      mails: await fetchBatch(client, batch),
      cursor: { ...cursor, [folder]: { validity, uid: batch.at(-1) ?? from } },
    }
  }
}

async function fetchBatch(client: ImapFlow, uids: readonly number[]): Promise<readonly FetchedMail[]> {
  const sizes = new Map<number, number>()
  for await (const { uid, size = 0 } of client.fetch(
    uids.join(','),
    { uid: true, size: true },
    { uid: true },
  )) {
    sizes.set(uid, size)
  }
  const isLong = (uid: number) => (sizes.get(uid) ?? 0) > mostBytes
  const found = new Map<number, FetchedMail>()
  const whole = uids.filter((uid) => !isLong(uid))
  const wanted = { source: true, internalDate: true, uid: true }
  for await (const mail of whole.length === 0 ? [] : client.fetch(whole.join(','), wanted, { uid: true })) {
    if (mail.source !== undefined)
      found.set(mail.uid, { raw: mail.source, receivedAt: timeOf(mail.internalDate) })
  }
  for (const uid of uids.filter(isLong)) {
    const raw = await fetchLightMail(client, uid, mostBytes)
    if (raw !== null) found.set(uid, { raw, receivedAt: null })
  }
  return uids.flatMap((uid) => found.get(uid) ?? [])
}

function timeOf(date: Date | string | undefined): number | null {
  const at = date === undefined ? Number.NaN : new Date(date).getTime()
  return Number.isNaN(at) ? null : at
}

function toFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Failure) return error
  if ('authenticationFailed' in error && error.authenticationFailed) {
    return new Failure(
      'notAllowed',
      'The mailbox does not accept the user or the password.',
      'Enter them again.',
    )
  }
  if ('mailboxMissing' in error && error.mailboxMissing) {
    return new Failure(
      'notFound',
      'The mailbox has no folder of that name.',
      'Check the folders of the connector.',
    )
  }
  const untrusted = whyUntrusted(error)
  if (untrusted !== null) return new Failure('busy', untrusted.problem, untrusted.remedy)
  const isOfConnection = ('code' in error && typeof error.code === 'string') || 'tlsFailed' in error
  if (!isOfConnection) return error
  return new Failure(
    'busy',
    'The mailbox can’t be reached.',
    'Check the computer, the port and the kind of encryption; it is asked again by itself.',
  )
}
