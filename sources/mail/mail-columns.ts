/** What is read of each mail, under the names of its headers where it is one. */
export const mailColumns = [
  'Message-ID',
  'In-Reply-To',
  'Thread',
  'Date',
  'From',
  'To',
  'Subject',
  'Body',
  'Automatic',
  'Attachments',
  'Channel',
] as const

/** Whether a table is a mailbox as it is read here. */
export function isMailbox(columns: readonly string[]): boolean {
  return columns.length === mailColumns.length && mailColumns.every((name, at) => columns[at] === name)
}

/** Of what marks itself as sent by a machine in a way that is not known. */
export const otherAutomatic = 'auto-generated'

/** What `Automatic` may say. */
export const automaticValues: readonly string[] = [
  otherAutomatic,
  'auto-replied',
  'auto-notified',
  'bounce',
  'mailing list',
  'no return path',
  'bulk',
  'junk',
  'list',
  'auto-reply',
  'auto_reply',
]
