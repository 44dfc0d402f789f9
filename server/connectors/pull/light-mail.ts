import type { ImapFlow, MessageStructureObject } from 'imapflow'

/**
 * A mail that is too long to be fetched whole: its headers, what a person wrote, and the names of what is attached,
 * put together as a mail again. What is attached stays in the mailbox. Null when the server does not say how it is made.
 */
export async function fetchLightMail(
  client: ImapFlow,
  uid: number,
  mostBytes: number,
): Promise<Uint8Array | null> {
  const found = await client.fetchOne(String(uid), { headers: true, bodyStructure: true }, { uid: true })
  if (!found || found.headers === undefined || found.bodyStructure === undefined) return null
  const leaves = leavesOf(found.bodyStructure)
  const words = wordsAmong(leaves.filter(({ size = 0 }) => size <= mostBytes))
  const key = words?.part ?? '1'
  const body = words && (await client.fetchOne(String(uid), { bodyParts: [key] }, { uid: true }))
  const content = (body || undefined)?.bodyParts?.get(key)
  const parts = leaves
    .filter((leaf) => leaf !== words && !(isWords(leaf) && words !== undefined))
    .map((leaf) => Buffer.from(`--${boundary}\r\n${namedOnly(leaf)}\r\n\r\n\r\n`))
  const said =
    words === undefined
      ? []
      : [Buffer.from(`--${boundary}\r\n${headersOf(words)}\r\n\r\n`), content ?? Buffer.of(), newline]
  const head = Buffer.concat([
    bareHeaders(found.headers),
    Buffer.from(`Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`),
  ])
  return Buffer.concat([head, ...said, ...parts, Buffer.from(`--${boundary}--\r\n`)])
}

const boundary = 'outside-in-light-mail'
const newline = Buffer.from('\r\n')

function leavesOf(structure: MessageStructureObject): readonly MessageStructureObject[] {
  const isWhole = structure.childNodes === undefined || structure.type === 'message/rfc822'
  return isWhole ? [structure] : (structure.childNodes ?? []).flatMap(leavesOf)
}

function isWords({ type, disposition }: MessageStructureObject): boolean {
  return /^text\/(plain|html)$/.test(type) && disposition !== 'attachment'
}

/** Plain words before those with markup, as everywhere. */
function wordsAmong(leaves: readonly MessageStructureObject[]): MessageStructureObject | undefined {
  const words = leaves.filter(isWords)
  return words.find(({ type }) => type === 'text/plain') ?? words[0]
}

function headersOf({ type, parameters, encoding }: MessageStructureObject): string {
  const charset = parameters?.charset?.replace(/[^\w.:-]/g, '') ?? 'utf-8'
  const coding = encoding === undefined ? '' : `\r\nContent-Transfer-Encoding: ${encoding}`
  return `Content-Type: ${type}; charset=${charset}${coding}`
}

function namedOnly({ type, parameters, dispositionParameters }: MessageStructureObject): string {
  const name = dispositionParameters?.filename ?? parameters?.name ?? ''
  const word = `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`
  return `Content-Type: ${type}\r\nContent-Disposition: attachment; filename="${word}"`
}

/** Without those that say how the whole mail was made, and without the empty line at the end. */
function bareHeaders(headers: Buffer): Buffer {
  const lines = headers
    .toString('latin1')
    .trimEnd()
    .split(/\r?\n(?![ \t])/)
  const kept = lines.filter((line) => !/^content-(type|transfer-encoding):/i.test(line))
  return Buffer.from(`${kept.join('\r\n')}\r\n`, 'latin1')
}
