/**
 * Whether a file begins as a mailbox does, with a line `From ` and headers below it, or as a single mail, with headers that name
 * its sender and its time or id.
 */
export function isMail(content: Buffer): boolean {
  const text = content
    .toString('latin1', 0, looked)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replace(/^[\r\n]+/, '')
  const isMailbox = /^From .*\r?\n/.test(text)
  const headers = headersOf(isMailbox ? text.slice(text.indexOf('\n') + 1) : text)
  const has = (name: RegExp) => headers.some((line) => name.test(line))
  if (isMailbox) return has(/^(From|Date|Message-ID|Received|X-GM-THRID):/i)
  return has(/^From:/i) && has(/^(Date|Message-ID):/i) && headers.length > 2
}

const looked = 64 * 1024

/** The lines at the top that are headers; none where another line comes before the empty line that ends them. */
function headersOf(text: string): string[] {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1)
  const lines = head.split(/\r?\n/).filter((line) => !line.startsWith('>From '))
  const isWhole = head.length < text.length || text.length < looked
  const told = isWhole ? lines : lines.slice(0, -1)
  return told.every((line, at) => /^[!-9;-~]+:/.test(line) || (at > 0 && /^[ \t]/.test(line))) ? told : []
}
