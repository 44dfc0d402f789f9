import PostalMime, { type Address, type Email } from 'postal-mime'
import { parseTime } from '../mapping/parse-time.ts'
import { textOfHtml, textOfPlain } from '../receivers/text-of-html.ts'

/** A mail taken apart (RFC 5322, MIME); null when it cannot be. */
export async function parseMail(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, { rfc822Attachments: true })
  } catch {
    // The parser refuses what is nested or headed beyond its limits.
    return null
  }
}

/** What its sender wrote: without markup, quoted replies and signatures. */
export function wordsOfMail({ text, html }: Email): string | null {
  if (text?.trim()) return textOfPlain(text)
  return html ? textOfHtml(html.replace(embedded, '')) : null
}

/** Pictures that are written into the markup itself. */
const embedded = /\bdata:[\w.+-]+\/[\w.+-]+;base64,[\w+/=]+/g

export function attachmentsOf({ attachments }: Email): string {
  return attachments.map(({ filename, mimeType }) => `${filename ?? 'unnamed'} (${mimeType})`).join(', ')
}

export function addressesOf(address: Address | undefined): string[] {
  if (address === undefined) return []
  const found = address.address === undefined ? address.group.map((one) => one.address) : [address.address]
  return found.filter((one) => one.includes('@'))
}

/** When it says that it was written, as ISO 8601 where that is a time. One that names no zone is of UTC, wherever it is read. */
export function dateOf({ date, headers }: Email): string | undefined {
  const written = headers.find(({ key }) => key === 'date')?.value ?? ''
  const at = parseTime(written.replace(/\([^()]*\)\s*$/, '').trim(), null, 'day-month-year', 'UTC')
  return Number.isNaN(at) ? date : new Date(at).toISOString()
}

/** Those it went to, with those who were told. */
export function recipientsOf({ to, cc }: Email): string[] {
  return [...(to ?? []), ...(cc ?? [])].flatMap(addressesOf)
}

export function idsIn(header: string | undefined): string[] {
  return (header ?? '').match(/<[^<>\s]+>/g) ?? []
}
