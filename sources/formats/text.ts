import { isAscii, isUtf8 } from 'node:buffer'
import type { Layout } from '../row.ts'
import type { SourceFile } from '../source-file.ts'
import { readBytes } from './bytes.ts'

/**
 * Whole lines of a file as text. `isBytewise` marks text that holds bytes that are no UTF-8: one character a byte, so
 * that whoever cuts it into rows can tell which of them are damaged.
 */
export type TextBlock = {
  readonly text: string
  readonly isBytewise: boolean
  readonly bytes: number
  readonly isLast: boolean
}

/** A line longer than this is handed over in parts; readers set such a row aside. */
export const longestLine = 16 * 1024 * 1024

const newline = 10

export async function* readText(file: SourceFile, encoding: Layout['encoding']): AsyncGenerator<TextBlock> {
  let rest: Buffer[] = []
  let restBytes = 0
  let bytes = 0
  let isFirst = true
  for await (const piece of toUtf8(readBytes(file), encoding)) {
    bytes = piece.bytes
    const cut = piece.content.lastIndexOf(newline) + 1
    if (cut === 0 && restBytes + piece.content.length < longestLine) {
      rest.push(piece.content)
      restBytes += piece.content.length
      continue
    }
    const end = cut === 0 ? wholeCharacters(piece.content) : cut
    const whole = Buffer.concat([...rest, piece.content.subarray(0, end)])
    yield toBlock(isFirst ? withoutMark(whole) : whole, encoding, bytes, false)
    isFirst = false
    rest = [piece.content.subarray(end)]
    restBytes = piece.content.length - end
  }
  const last = Buffer.concat(rest)
  yield toBlock(isFirst ? withoutMark(last) : last, encoding, bytes, true)
}

/** Where the last character that is complete ends: a line cut in parts must not be cut inside a character. */
function wholeCharacters(content: Buffer): number {
  let end = content.length
  while (end > content.length - 4 && end > 0 && ((content[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1
  return ((content[end - 1] ?? 0) & 0x80) === 0 ? content.length : Math.max(end - 1, 0)
}

export function toBlock(
  content: Buffer,
  encoding: Layout['encoding'],
  bytes: number,
  isLast: boolean,
): TextBlock {
  if (isAscii(content)) return { text: content.toString('latin1'), isBytewise: false, bytes, isLast }
  if (encoding === 'latin1') {
    return { text: new TextDecoder('windows-1252').decode(content), isBytewise: false, bytes, isLast }
  }
  if (isUtf8(content)) return { text: content.toString('utf8'), isBytewise: false, bytes, isLast }
  return { text: content.toString('latin1'), isBytewise: true, bytes, isLast }
}

async function* toUtf8(
  pieces: AsyncIterable<{ content: Buffer; bytes: number }>,
  encoding: Layout['encoding'],
) {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return yield* pieces
  const decoder = new TextDecoder(encoding)
  for await (const { content, bytes } of pieces) {
    yield { content: Buffer.from(decoder.decode(content, { stream: true }), 'utf8'), bytes }
  }
}

function withoutMark(content: Buffer): Buffer {
  return content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf ? content.subarray(3) : content
}
