import type { Email } from 'postal-mime'

/**
 * Whether a machine wrote a mail, so that nobody answers it (RFC 3834, RFC 3464), and how we know; null for a person's. A shared
 * mailbox may be a Google group of the company's own, which marks all that comes as sent to a list.
 */
export function sayAutomatic({ headers }: Email): string | null {
  const value = (key: string) => headers.find((header) => header.key === key)?.value.toLowerCase() ?? ''
  const submitted = value('auto-submitted')
  if (submitted !== '' && !submitted.startsWith('no')) return submitted
  if (/report-type="?delivery-status/.test(value('content-type'))) return 'bounce'
  if (marks.some((key) => value(key) !== '')) return 'auto-replied'
  const isOwnList = value('x-google-group-id') !== '' && !value('list-id').includes('.googlegroups.com')
  if (!isOwnList && (value('list-id') !== '' || value('list-unsubscribe') !== '')) return 'mailing list'
  const precedence = /^(bulk|junk|list|auto[_-]reply)/.exec(value('precedence'))?.[0]
  if (precedence !== undefined && !(isOwnList && precedence === 'list')) return precedence
  // Only what must not be answered is sent without anybody to send it back to (RFC 5321, 4.5.5).
  return value('return-path').trim() === '<>' ? 'no return path' : null
}

const marks = ['x-autoreply', 'x-auto-reply', 'x-autorespond', 'x-autoresponse', 'x-failed-recipients']

/** An answer of ours that a machine says could not be delivered, with why as that machine says it. */
export type CameBack = { readonly answer: string; readonly messageId: string; readonly why: string | null }

/**
 * Reads a report that a mail could not be delivered for good (RFC 3464): which answer of ours it is about, by its
 * Message-ID, and why. Null for anything else, such as a report that it is only late.
 */
export function readCameBack(mail: Email, raw: Uint8Array): CameBack | null {
  if (sayAutomatic(mail) === null) return null
  const text = new TextDecoder('latin1').decode(raw.subarray(0, mostRead)).replace(/\r?\n[ \t]+/g, ' ')
  const [messageId, answer] = ownAnswer.exec(text) ?? []
  if (messageId === undefined || answer === undefined || !/^action:\s*failed/im.test(text)) return null
  const why = /^diagnostic-code:\s*(?:[\w-]+\s*;)?\s*(.+)$/im.exec(text)?.[1]
  return { answer, messageId, why: why?.trim().slice(0, 300) ?? null }
}

const mostRead = 200_000
const ownAnswer = /<answer\.([0-9a-f]{32})@[^<>\s]+>/

/** The id of an answer of ours that a Message-ID in this text names; null when none does. */
export function ownAnswerIn(text: string): string | null {
  return ownAnswer.exec(text)?.[1] ?? null
}

/** Whom a mail that came back was for: not the machine that says so. */
export function failedRecipient(raw: Uint8Array): string | null {
  const text = new TextDecoder('latin1').decode(raw.subarray(0, mostRead))
  const found = /^(?:final-recipient:\s*rfc822\s*;|x-failed-recipients:)\s*<?([^\s<>;,]+@[^\s<>;,]+?)>?\s*$/im
  return found.exec(text)?.[1] ?? null
}
