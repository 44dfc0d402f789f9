/** A mail as its file holds it, with the line that sets it apart from the one before, and the line of the file it starts on. */
export type CutMail = {
  readonly content: Buffer
  readonly line: number
  /** Of a mail that is too long, `content` is the beginning. */
  readonly isTooLong: boolean
  /** Whether the file ends with it. */
  readonly isLast: boolean
}

export const longestMail = 30 * 1024 * 1024
export const keptOfTooLong = 64 * 1024
const longestSeparator = 1000
const newline = 10
const carriageReturn = 13
const mark = Buffer.from('\nFrom ')
/** The mark with the empty line before it. */
const widestMark = 8

/**
 * Cuts a mailbox file (RFC 4155) that comes in pieces into its mails, at lines that begin with `From ` after an empty line. Those
 * that neither name a day and a time nor come before a header are sentences of a mail. A file that begins
 * otherwise is one mail. Holds no more than one mail and one piece.
 */
export function cutMails(most = longestMail): (piece: Buffer, isEnd: boolean) => CutMail[] {
  let kind: 'unknown' | 'mailbox' | 'mail' = 'unknown'
  let rest: Buffer = Buffer.alloc(0)
  let parts: Buffer[] = []
  let bytes = 0
  let line = 1
  let startLine = 1

  function keep(part: Buffer): void {
    const wasTooLong = bytes > most
    bytes += part.length
    line += countLines(part)
    if (!wasTooLong) parts.push(part)
    // What is shown of it must not hold the rest in memory.
    if (!wasTooLong && bytes > most) parts = [Buffer.from(Buffer.concat(parts).subarray(0, keptOfTooLong))]
  }

  function take(isLast: boolean): CutMail[] {
    const cut = { content: Buffer.concat(parts), line: startLine, isTooLong: bytes > most, isLast }
    parts = []
    bytes = 0
    startLine = line
    return isBlank(cut.content) ? [] : [cut]
  }

  /** Passes over a mark of the encoding and empty lines. */
  function begin(content: Buffer): Buffer {
    const start = startOf(content)
    line += countLines(content.subarray(0, start))
    startLine = line
    kind = content.subarray(start, start + 5).equals(mark.subarray(1)) ? 'mailbox' : 'mail'
    return content.subarray(start)
  }

  return (piece, isEnd) => {
    let whole = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    rest = whole
    if (kind === 'unknown') {
      if (!isEnd && whole.length - startOf(whole) < widestMark) return []
      whole = begin(whole)
    }
    const mails: CutMail[] = []
    let from = 0
    let end = isEnd ? whole.length : whole.length - widestMark
    for (let at = nextMark(whole, 0); at >= 0; at = nextMark(whole, at + 1)) {
      const found = isSeparator(whole, at + 1, isEnd)
      if (found === 'unknown') {
        end = at - 2
        break
      }
      if (!found) continue
      keep(whole.subarray(from, at + 1))
      mails.push(...take(false))
      from = at + 1
    }
    end = Math.max(from, end)
    keep(whole.subarray(from, end))
    rest = whole.subarray(end)
    return isEnd ? [...mails, ...take(true)] : mails
  }

  /** The newline of the next empty line that `From ` follows. */
  function nextMark(whole: Buffer, start: number): number {
    if (kind === 'mail') return -1
    for (let at = whole.indexOf(mark, start); at >= 0; at = whole.indexOf(mark, at + 1)) {
      const before = whole[at - 1]
      if (before === newline || (before === carriageReturn && whole[at - 2] === newline)) return at
    }
    return -1
  }
}

/** The line that sets mails of a file apart, where these bytes begin with one. */
export function separatorOf(content: Buffer): Buffer {
  if (!content.subarray(0, 5).equals(mark.subarray(1))) return content.subarray(0, 0)
  const end = content.indexOf(newline)
  return content.subarray(0, end < 0 ? content.length : end + 1)
}

function isSeparator(whole: Buffer, start: number, isEnd: boolean): boolean | 'unknown' {
  const end = whole.indexOf(newline, start)
  const length = (end < 0 ? whole.length : end) - start
  if (length > longestSeparator) return false
  if (end < 0 && !isEnd) return 'unknown'
  if (namesTime.test(whole.toString('latin1', start, start + length).trimEnd())) return true
  if (end < 0) return false
  const next = whole.toString('latin1', end + 1, end + 1 + longestHeader)
  if (isHeader.test(next)) return true
  return isEnd || next.length === longestHeader || next.includes('\n') ? false : 'unknown'
}

/** `From ann@example.org Thu Feb  8 13:06:31 2024`, with or without a zone. */
const namesTime =
  /^From .*\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +([A-Z][a-z]{2} +\d{1,2}|\d{1,2} +[A-Z][a-z]{2}) .*\d:\d\d.{0,20}$/
const longestHeader = 80
const isHeader =
  /^(X-[\w-]+|ARC-[\w-]+|Content-[\w-]+|Return-Path|Delivered-To|Received|Authentication-Results|DKIM-Signature|MIME-Version|Message-ID|In-Reply-To|References|Reply-To|Sender|Date|From|To|Cc|Subject|Status):([ \t\r\n]|$)/i

function startOf(content: Buffer): number {
  let at = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf ? 3 : 0
  while (content[at] === newline || content[at] === carriageReturn) at += 1
  return at
}

function isBlank(content: Buffer): boolean {
  return content.every((byte) => byte === newline || byte === carriageReturn || byte === 32)
}

function countLines(content: Buffer): number {
  let lines = 0
  for (let at = content.indexOf(newline); at >= 0; at = content.indexOf(newline, at + 1)) lines += 1
  return lines
}
