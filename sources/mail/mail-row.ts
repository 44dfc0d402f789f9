import { hash } from 'node:crypto'
import { type Address, addressParser, type Email } from 'postal-mime'
import { sayAutomatic } from '../receivers/automatic-mail.ts'
import { badRow, longestCell, type Problem, type Row } from '../row.ts'
import { type CutMail, separatorOf } from './cut-mails.ts'
import { addressesOf, attachmentsOf, dateOf, idsIn, parseMail, recipientsOf, wordsOfMail } from './mail.ts'
import { automaticValues, type mailColumns, otherAutomatic } from './mail-columns.ts'
import { withoutAttachments } from './without-attachments.ts'

type MailCells = Readonly<Record<(typeof mailColumns)[number], string>>

/** The row of a mail, or why it is none. Its bytes go with it but for what is attached, for they say more than its cells. */
export async function toMailRow(cut: CutMail, columns: readonly string[]): Promise<Row> {
  const { line } = cut
  if (cut.isTooLong) return badRow(line, '', tooLong, cut.content)
  const content = withoutAttachments(cut.content)
  const separator = separatorOf(content)
  const written = content.subarray(separator.length)
  const mail = await parseMail(separator.length === 0 ? written : unquote(written))
  if (mail === null) return badRow(line, '', unreadable, content)
  const problem = problemOf(mail, cut, written)
  if (problem) return badRow(line, '', problem, content)
  const known: Readonly<Record<string, string>> = cellsOf(mail)
  const cells = columns.map((name) => known[name] ?? '')
  const unfit = unfitOf(cells)
  return unfit ? badRow(line, '', unfit, content) : { line, cells, text: null, problem: null, raw: content }
}

/** Lines of a mail that begin with `From ` are marked in a mailbox file, each time it is written once more. */
function unquote(written: Buffer): Buffer {
  if (!written.includes('>From ')) return written
  return Buffer.from(written.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1')
}

function problemOf(mail: Email, { isLast }: CutMail, written: Buffer): Problem | null {
  if (isLast && isBrokenOff(mail, written)) return brokenOff
  if (writerOf(mail) === null) return noSender
  const date = dateOf(mail)
  if (date === undefined) return noDate
  return Number.isNaN(Date.parse(date)) ? unreadableDate(date) : null
}

function unfitOf(cells: readonly string[]): Problem | null {
  if (cells.some((cell) => cell.length > longestCell)) return longText
  return cells.some((cell) => cell.includes('\0')) ? nullCharacter : null
}

/** A mail that has parts says where the last of them ends; one without an empty line ends among its headers. */
function isBrokenOff({ headers }: Email, written: Buffer): boolean {
  if (!written.includes('\n\n') && !written.includes('\r\n\r\n')) return true
  const type = headers.find(({ key }) => key === 'content-type')?.value ?? ''
  const boundary = /^\s*multipart\/.*\bboundary="?([^";]+)/is.exec(type)?.[1]?.trim()
  return boundary !== undefined && !written.includes(`--${boundary}--`)
}

function cellsOf(mail: Email): MailCells {
  const inReplyTo = idsIn(mail.inReplyTo)[0] ?? idsIn(mail.references).at(-1) ?? ''
  const automatic = sayAutomatic(mail)
  const cells = {
    'In-Reply-To': inReplyTo,
    Thread: mail.headers.find(({ key }) => key === 'x-gm-thrid')?.value.trim() ?? '',
    Date: dateOf(mail) ?? '',
    From: writerOf(mail) ?? '',
    To: recipientsOf(mail)[0] ?? '',
    // It often says what a thread is about; in answers it is only said again.
    Subject: inReplyTo === '' ? (mail.subject?.trim() ?? '') : '',
    Body: wordsOfMail(mail) ?? '',
    Automatic: automatic === null || automaticValues.includes(automatic) ? (automatic ?? '') : otherAutomatic,
    Attachments: attachmentsOf(mail),
    Channel: 'email',
  }
  return { 'Message-ID': idsIn(mail.messageId)[0] ?? idOfContent(cells), ...cells }
}

/** Drafts, and what is written straight into a mailbox, have no id of their own. */
function idOfContent(cells: Readonly<Record<string, string>>): string {
  return `<${hash('sha256', Object.values(cells).join('\u001f')).slice(0, 32)}@no-id>`
}

/** With the name, unless it holds what would be taken for an address. */
function writerOf(mail: Email): string | null {
  const writer = throughGroup(mail) ?? mail.from ?? mail.sender
  const [address] = addressesOf(writer)
  if (address === undefined) return null
  const name = (writer?.name ?? '').replace(/\s+/g, ' ').trim().slice(0, longestName)
  return name === '' || /[@<>]/.test(name) ? address : `${name} <${address}>`
}

const longestName = 70

/** A Google group may put itself in the place of who wrote, as `Ann via Help`, and says who that was elsewhere. */
function throughGroup({ headers }: Email): Address | undefined {
  const value = (name: string) => headers.find(({ key }) => key === name)?.value ?? ''
  return value('x-google-group-id') === '' ? undefined : addressParser(value('x-original-from'))[0]
}

const tooLong: Problem = {
  reason: 'mail too long',
  detail: 'It is longer than 30 MB, so only its beginning is kept here. Take out what is attached to it.',
}

const unreadable: Problem = {
  reason: 'unreadable mail',
  detail: 'It is no mail that can be taken apart. Export it again.',
}

const brokenOff: Problem = {
  reason: 'mail broken off',
  detail: 'The file ends in the middle of a mail. Export it again.',
}

const noSender: Problem = {
  reason: 'no sender',
  detail: 'The mail does not say who sent it. Add a line such as "From: ann@example.org".',
}

const noDate: Problem = {
  reason: 'missing time',
  detail: 'The mail does not say when it was sent. Add a line "Date:".',
}

function unreadableDate(date: string): Problem {
  return {
    reason: 'unreadable time',
    detail: `"${date.slice(0, 60)}" is no time. Write it as in "Thu, 8 Feb 2024 13:06:31 +0100".`,
  }
}

const longText: Problem = {
  reason: 'field too long',
  detail: `The mail says more than ${longestCell} characters. Shorten it.`,
}

const nullCharacter: Problem = {
  reason: 'NUL character',
  detail: 'The mail holds a NUL character, which text cannot contain. Remove it.',
}
