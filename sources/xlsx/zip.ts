import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl'
import { readBytes } from '../formats/bytes.ts'
import { refusal } from '../refusal.ts'
import type { SourceFile } from '../source-file.ts'

/** A zip archive whose members are opened by name. Nothing is unpacked before it is asked for. */
export type Archive = {
  readonly names: readonly string[]
  /** The member's content in pieces; null when there is none of that name. */
  read(name: string): Promise<AsyncIterable<Uint8Array> | null>
  /** Bytes of the member once unpacked, as the archive states. */
  sizeOf(name: string): number
  close(): void
}

/** A member that unpacks to more than this, and to more than `largestRatio` times its size, is a bomb. */
const freeBytes = 64 * 1024 * 1024
const largestRatio = 250
const largestPacked = 512 * 1024 * 1024

export async function openArchive(file: SourceFile): Promise<Archive> {
  const zip = await openZip(file)
  const entries = new Map<string, Entry>()
  for await (const entry of listEntries(zip, file.name)) entries.set(entry.fileName, entry)
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      refuseBomb(entry, file.name)
      return unpack(await streamOf(zip, entry, file.name), file.name)
    },
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    close: () => zip.close(),
  }
}

const options: Options & { lazyEntries: true } = { lazyEntries: true, autoClose: false }

async function openZip(file: SourceFile): Promise<ZipFile> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const { content } of readBytes(file)) {
    pieces.push(content)
    size += content.length
    if (size > largestPacked) {
      throw refusal(
        `${file.name} is larger than 512 MB as a workbook.`,
        'Save the sheet as csv and read that.',
      )
    }
  }
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.concat(pieces), options, (error, zip) =>
      error ? reject(damaged(file.name, error)) : resolve(zip),
    )
  })
}

async function* listEntries(zip: ZipFile, name: string): AsyncGenerator<Entry> {
  for (let count = 0; count < zip.entryCount; count += 1) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.once('entry', resolve)
      zip.once('error', (error: Error) => reject(damaged(name, error)))
      zip.readEntry()
    })
    zip.removeAllListeners()
  }
}

function streamOf(zip: ZipFile, entry: Entry, name: string): Promise<AsyncIterable<Uint8Array>> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(damaged(name, error)) : resolve(stream)))
  })
}

/** Passes a member on; a broken one, or one larger than it said, is refused in our words. */
async function* unpack(content: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* content
  } catch (error) {
    throw damaged(name, error instanceof Error ? error : new Error(String(error)))
  }
}

function refuseBomb(entry: Entry, name: string): void {
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  if (entry.uncompressedSize <= freeBytes || ratio <= largestRatio) return
  throw refusal(
    `${name} unpacks to ${Math.round(ratio)} times its size, as archives made to do harm do.`,
    'Save the sheet as csv and read that.',
  )
}

function damaged(name: string, error: Error) {
  return refusal(
    `${name} is damaged: ${error.message}.`,
    'Copy or export the file again, then read it again.',
  )
}
