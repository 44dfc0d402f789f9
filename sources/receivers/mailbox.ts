import type { Address, Email } from 'postal-mime'
import type { Instant } from '../../core/base/time.ts'
import { isOwn } from '../../core/interactions/own-addresses.ts'
import {
  addressesOf,
  attachmentsOf,
  dateOf,
  idsIn,
  parseMail,
  recipientsOf,
  wordsOfMail,
} from '../mail/mail.ts'
import { type CameBack, failedRecipient, ownAnswerIn, readCameBack, sayAutomatic } from './automatic-mail.ts'
import { type Heard, type Hearing, identitiesOf, notHeard, type Telling, toHeard } from './heard.ts'

export type MailHearing = Hearing & {
  /** Addresses, or domains written `@example.org`, under which the company writes. */
  readonly own: readonly string[]
  /** When the mailbox got it; counts where the mail itself says no time that can be. */
  readonly receivedAt: Instant | null
}

/** A mail as understood, with the answer of ours that it says could not be delivered. */
export type HeardMail = Heard & { readonly cameBack: CameBack | null }

/** What a mail alone does not say. */
export type MailKnowing = {
  /** The case of a mail that is known by its Message-ID. */
  findCase(messageId: string): Promise<string | null>
  /** Whether an answer of that id was sent from here; it is kept already. */
  isOwnAnswer(id: string): Promise<boolean>
}

const knowsNothing: MailKnowing = { findCase: async () => null, isOwnAnswer: async () => false }

/**
 * A mail as it lies in a mailbox (RFC 5322, MIME). Its case is the first mail of its thread, found through References and
 * In-Reply-To; `knowing` may know the case of a mail that only names the one it answers. An answer of ours that comes
 * back (a copy, a loop) is passed over.
 */
export async function hearMail(
  hearing: MailHearing,
  raw: Uint8Array,
  knowing: MailKnowing = knowsNothing,
): Promise<HeardMail> {
  const mail = await parseMail(raw)
  if (mail === null) return { ...notHeard(unreadable, raw), cameBack: null }
  const cameBack = readCameBack(mail, raw)
  const [from] = addressesOf(mail.from ?? mail.sender)
  const messageId = idsIn(mail.messageId)[0]
  const own = ownAnswerIn(messageId ?? '')
  if (own !== null && (await knowing.isOwnAnswer(own))) return { ...toHeard(hearing, [], raw), cameBack }
  if (from === undefined) return { ...notHeard(noSender, raw), cameBack }
  if (messageId === undefined) return { ...notHeard(noId, raw), cameBack }
  const at = Date.parse(dateOf(mail) ?? '') || hearing.receivedAt
  if (at === null) return { ...notHeard(noDate, raw), cameBack }
  const thread = await threadOf(mail, { messageId, cameBack }, knowing)
  const recipient = sayAutomatic(mail) === null ? null : failedRecipient(raw)
  return {
    ...toHeard(hearing, [tellMail(hearing, mail, { from, messageId, at, thread, recipient })], raw),
    cameBack,
  }
}

/** A report of what came back names the mail in its own text, where it names it nowhere else. */
async function threadOf(
  mail: Email,
  { messageId, cameBack }: { readonly messageId: string; readonly cameBack: CameBack | null },
  { findCase }: MailKnowing,
): Promise<string> {
  const [root] = idsIn(mail.references)
  const parent = idsIn(mail.inReplyTo)[0] ?? cameBack?.messageId
  if (cameBack !== null && parent !== undefined) return (await findCase(parent)) ?? root ?? parent
  if (root !== undefined) return root
  return parent === undefined ? messageId : ((await findCase(parent)) ?? parent)
}

type Known = {
  readonly from: string
  readonly messageId: string
  readonly at: Instant
  readonly thread: string
  /** Whom a mail that came back was for. */
  readonly recipient: string | null
}

function tellMail(
  hearing: MailHearing,
  mail: Email,
  { from, messageId, at, thread, recipient }: Known,
): Telling {
  const isCustomer = !isOwn(hearing.own, from)
  const to = recipientsOf(mail).find((address) => !isOwn(hearing.own, address))
  const automatic = sayAutomatic(mail)
  return {
    externalId: messageId,
    at,
    from: isCustomer && automatic === null ? 'customer' : 'company',
    // An absence note or a bounce is nobody turning to anybody.
    kind: automatic === null ? 'message' : 'event',
    identities: identitiesOf([['email', recipient ?? (isCustomer ? from : to)]]),
    case: thread,
    channel: 'email',
    agent: isCustomer ? null : nameOf(mail.from),
    text: textOfMail(mail, thread === messageId),
    attributes: {
      subject: mail.subject,
      automatic,
      attachments: attachmentsOf(mail),
    },
  }
}

/** The opening mail is read with its subject, which often says what it is about. */
function textOfMail(mail: Email, isOpening: boolean): string | null {
  return [isOpening ? mail.subject?.trim() : null, wordsOfMail(mail)].filter(Boolean).join('\n\n') || null
}

function nameOf(address: Address | undefined): string | null {
  return address?.name || addressesOf(address)[0] || null
}

const mend = 'It stays in the mailbox; nothing is lost.'
const unreadable = { reason: 'unreadable mail', detail: `It is no mail that can be taken apart. ${mend}` }
const noSender = { reason: 'no sender', detail: `The mail does not say who sent it. ${mend}` }
const noId = { reason: 'no Message-ID', detail: `Without a Message-ID it could be told twice. ${mend}` }
const noDate = { reason: 'missing time', detail: `The mail does not say when it was sent. ${mend}` }
