import { createGunzip } from 'node:zlib'
import { refusal } from '../refusal.ts'
import type { SourceFile } from '../source-file.ts'

/** A piece of a file's content, unpacked, and how many bytes of the file as stored were used so far. */
export type Piece = { readonly content: Buffer; readonly bytes: number }

const pieceBytes = 64 * 1024

/** The content of a file, gunzipped where it is compressed; a damaged archive gives all it holds before it refuses. */
export async function* readBytes(file: SourceFile): AsyncGenerator<Piece> {
  let gunzip: Unpacker | null = null
  let bytes = 0
  for await (const chunk of file.open()) {
    const content = Buffer.from(chunk)
    if (bytes === 0 && isGzip(content)) gunzip = openGunzip()
    for (const part of gunzip ? partsOf(content) : [content]) {
      bytes += part.length
      yield* gunzip ? unpacked(gunzip, part, bytes, file.name) : [{ content: part, bytes }]
    }
  }
  if (gunzip) yield* unpacked(gunzip, null, bytes, file.name)
}

async function* unpacked(gunzip: Unpacker, part: Buffer | null, bytes: number, name: string) {
  for (const content of await gunzip.unpack(part)) yield { content, bytes }
  if (gunzip.isDamaged()) throw damaged(name)
}

export function isGzip(content: Uint8Array): boolean {
  return content[0] === 0x1f && content[1] === 0x8b
}

function partsOf(content: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let start = 0; start < content.length; start += pieceBytes) {
    parts.push(content.subarray(start, start + pieceBytes))
  }
  return parts
}

type Unpacker = { unpack(part: Buffer | null): Promise<Buffer[]>; isDamaged(): boolean }

/**
 * Feeds gunzip one part at a time and takes all that comes out before the next, so that a truncated archive loses
 * nothing that could be unpacked: piping would drop what is still buffered when the error comes.
 */
function openGunzip(): Unpacker {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  let contents: Buffer[] = []
  let isBroken = false
  let settle = () => {}
  gunzip.on('data', (content: Buffer) => contents.push(content))
  gunzip.on('end', () => settle())
  gunzip.on('error', () => {
    isBroken = true
    settle()
  })
  const unpack = async (part: Buffer | null) => {
    await new Promise<void>((resolve) => {
      settle = resolve
      if (part) gunzip.write(part, () => resolve())
      else gunzip.end()
    })
    const taken = contents
    contents = []
    return taken
  }
  return { unpack, isDamaged: () => isBroken }
}

function damaged(name: string) {
  return refusal(
    `${name} is damaged: the compressed data end too early or are not gzip.`,
    'What could be unpacked before the damage was read. Copy or export the file again, then read it again.',
  )
}
