import { isAscii, isUtf8 } from 'node:buffer'
import { refusal } from '../refusal.ts'
import type { Layout } from '../row.ts'
import type { SourceFile } from '../source-file.ts'
import { isGzip, readBytes } from './bytes.ts'

/** The beginning of a file, unpacked, and what its first bytes say about it. */
export type Start = { readonly content: Buffer; readonly compressed: boolean; readonly isWhole: boolean }

const startBytes = 1024 * 1024

export async function readStart(file: SourceFile): Promise<Start> {
  const pieces: Buffer[] = []
  let size = 0
  let isWhole = true
  try {
    for await (const { content } of readBytes(file)) {
      pieces.push(content)
      size += content.length
      if (size >= startBytes) {
        isWhole = false
        break
      }
    }
  } catch (error) {
    if (size === 0) throw error
  }
  if (size === 0) throw refusal(`${file.name} is empty.`, 'Export it again; there is nothing to read.')
  return { content: Buffer.concat(pieces), compressed: await isCompressed(file), isWhole }
}

async function isCompressed(file: SourceFile): Promise<boolean> {
  for await (const chunk of file.open()) return isGzip(Buffer.from(chunk))
  return false
}

/** The encoding of a text: by its mark, by the zeros of UTF-16, by being UTF-8, else a Western one-byte encoding. */
export function sniffEncoding(content: Buffer): Layout['encoding'] {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le'
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const looked = Math.min(content.length, 4096)
  for (let at = 0; at < looked; at += 1) if (content[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > looked / 4 && even < looked / 50) return 'utf-16le'
  if (even > looked / 4 && odd < looked / 50) return 'utf-16be'
  return mostlyUtf8(content) ? 'utf-8' : 'latin1'
}

/** Whether the lines with accents are UTF-8 rather than not; a few damaged lines do not make a file Latin-1. */
function mostlyUtf8(content: Buffer): boolean {
  const whole = content.subarray(0, content.lastIndexOf(10) + 1 || content.length)
  if (isUtf8(whole)) return true
  let good = 0
  let bad = 0
  for (let start = 0; start < whole.length; ) {
    const found = whole.indexOf(10, start)
    const end = found < 0 ? whole.length : found
    const line = whole.subarray(start, end)
    if (!isAscii(line)) {
      if (isUtf8(line)) good += 1
      else bad += 1
    }
    start = end + 1
  }
  return good > bad
}

/** Refuses pictures, archives and programs: they hold control characters that no text has. */
export function refuseBinary(name: string, content: Buffer, encoding: Layout['encoding']): void {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return
  const looked = Math.min(content.length, 64 * 1024)
  let controls = 0
  for (let at = 0; at < looked; at += 1) {
    const byte = content[at] ?? 32
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1
  }
  if (controls <= looked / 100 && !content.subarray(0, 8).includes(0)) return
  throw refusal(
    `${name} is no table of text: it holds binary data.`,
    'Export it as csv, json, xes, xlsx or mbox.',
  )
}
