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
  const { headers, isWhole } = headersOf(isMailbox ? text.slice(text.indexOf('\n') + 1) : text)
  const has = (name: RegExp) => headers.some((line) => name.test(line))
  if (isMailbox) return has(/^(From|Date|Message-ID|Received|X-GM-THRID):/i)
  return isWhole && has(/^From:/i) && has(/^(Date|Message-ID):/i) && headers.length > 2
}

const looked = 64 * 1024
const longestLine = 1000

/** The lines at the top that are headers, and whether nothing else stands above the empty line that ends them. */
function headersOf(text: string): { headers: string[]; isWhole: boolean } {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1)
  const isCut = head.length === text.length && text.length >= looked - longestLine
  const lines = head.split(/\r?\n/).filter((line) => !line.startsWith('>From '))
  const told = isCut ? lines.slice(0, -1) : lines
  const odd = told.findIndex((line, at) => !/^[!-9;-~]+:/.test(line) && !(at > 0 && /^[ \t]/.test(line)))
  return { headers: odd < 0 ? told : told.slice(0, odd), isWhole: odd < 0 }
}
