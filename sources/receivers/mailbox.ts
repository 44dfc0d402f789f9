import PostalMime, { type Address, type Email } from 'postal-mime'
import type { Instant } from '../../core/base/time.ts'
import { type Heard, type Hearing, identitiesOf, notHeard, type Telling, toHeard } from './heard.ts'
import { textOfHtml, textOfPlain } from './text-of-html.ts'

export type MailHearing = Hearing & {
  /** Addresses, or domains written `@example.org`, under which the company writes. */
  readonly own: readonly string[]
  /** When the mailbox got it; counts where the mail itself says no time that can be. */
  readonly receivedAt: Instant | null
}

/**
 * A mail as it lies in a mailbox (RFC 5322, MIME). Its case is the first mail of its thread, found through References and
 * In-Reply-To. `findCase` may know the case of a mail that only names the one it answers.
 */
export async function hearMail(
  hearing: MailHearing,
  raw: Uint8Array,
  findCase: (messageId: string) => Promise<string | null> = async () => null,
): Promise<Heard> {
  const mail = await parseMail(raw)
  if (mail === null) return notHeard(unreadable, raw)
  const [from] = addresses(mail.from ?? mail.sender)
  const messageId = idsIn(mail.messageId)[0]
  if (from === undefined) return notHeard(noSender, raw)
  if (messageId === undefined) return notHeard(noId, raw)
  const at = Date.parse(mail.date ?? '') || hearing.receivedAt
  if (at === null) return notHeard(noDate, raw)
  const thread = await threadOf(mail, messageId, findCase)
  return toHeard(hearing, [tellMail(hearing, mail, { from, messageId, at, thread })], raw)
}

async function parseMail(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, { rfc822Attachments: true })
  } catch {
    // The parser refuses what is nested or headed beyond its limits.
    return null
  }
}

async function threadOf(
  mail: Email,
  messageId: string,
  findCase: (id: string) => Promise<string | null>,
): Promise<string> {
  const [root] = idsIn(mail.references)
  if (root !== undefined) return root
  const [parent] = idsIn(mail.inReplyTo)
  return parent === undefined ? messageId : ((await findCase(parent)) ?? parent)
}

type Known = {
  readonly from: string
  readonly messageId: string
  readonly at: Instant
  readonly thread: string
}

function tellMail(hearing: MailHearing, mail: Email, { from, messageId, at, thread }: Known): Telling {
  const isOwn = (address: string) => isAmong(hearing.own, address)
  const isCustomer = !isOwn(from)
  const to = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap(addresses).find((address) => !isOwn(address))
  const automatic = sayAutomatic(mail)
  return {
    externalId: messageId,
    at,
    from: isCustomer && automatic === null ? 'customer' : 'company',
    // An absence note or a bounce is nobody turning to anybody.
    kind: automatic === null ? 'message' : 'event',
    identities: identitiesOf([['email', isCustomer ? from : to]]),
    case: thread,
    channel: 'email',
    agent: isCustomer ? null : nameOf(mail.from),
    text: textOfMail(mail, thread === messageId),
    attributes: {
      subject: mail.subject,
      automatic,
      attachments: mail.attachments
        .map(({ filename, mimeType }) => `${filename ?? 'unnamed'} (${mimeType})`)
        .join(', '),
    },
  }
}

/** The opening mail is read with its subject, which often says what it is about. */
function textOfMail({ text, html, subject }: Email, isOpening: boolean): string | null {
  const words = text?.trim() ? textOfPlain(text) : html ? textOfHtml(html) : null
  return [isOpening ? subject?.trim() : null, words].filter(Boolean).join('\n\n') || null
}

/** Whether a machine wrote it, so that nobody answers it (RFC 3834, RFC 3464), and how we know. */
function sayAutomatic({ headers }: Email): string | null {
  const value = (key: string) => headers.find((header) => header.key === key)?.value.toLowerCase() ?? ''
  const submitted = value('auto-submitted')
  if (submitted !== '' && !submitted.startsWith('no')) return submitted
  if (/report-type="?delivery-status/.test(value('content-type'))) return 'bounce'
  if (value('x-autoreply') !== '' || value('x-autorespond') !== '') return 'auto-replied'
  if (value('list-id') !== '') return 'mailing list'
  return /^(bulk|junk|list|auto_reply)/.exec(value('precedence'))?.[0] ?? null
}

function addresses(address: Address | undefined): string[] {
  if (address === undefined) return []
  const found = address.address === undefined ? address.group.map((one) => one.address) : [address.address]
  return found.filter((one) => one.includes('@'))
}

function nameOf(address: Address | undefined): string | null {
  return address?.name || addresses(address)[0] || null
}

function isAmong(own: readonly string[], address: string): boolean {
  const lower = address.toLowerCase()
  return own.some((one) =>
    one.startsWith('@') ? lower.endsWith(one.toLowerCase()) : lower === one.toLowerCase(),
  )
}

function idsIn(header: string | undefined): string[] {
  return (header ?? '').match(/<[^<>\s]+>/g) ?? []
}

const mend = 'It stays in the mailbox; nothing is lost.'
const unreadable = { reason: 'unreadable mail', detail: `It is no mail that can be taken apart. ${mend}` }
const noSender = { reason: 'no sender', detail: `The mail does not say who sent it. ${mend}` }
const noId = { reason: 'no Message-ID', detail: `Without a Message-ID it could be told twice. ${mend}` }
const noDate = { reason: 'missing time', detail: `The mail does not say when it was sent. ${mend}` }
