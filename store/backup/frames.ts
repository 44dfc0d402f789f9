import { createHash } from 'node:crypto'
import { storeError } from '../postgres/problem.ts'

/**
 * A backup is one line that says what it is, then pieces one after the other: a letter, the length of what follows, and
 * that many bytes. The last piece holds the SHA-256 of every byte before it, so that a file that was cut off or changed is
 * never taken for whole.
 *
 *   H  what this is: form, time, migrations           (JSON)
 *   T  a table begins: its name and columns           (JSON)
 *   D  some of its rows, as PostgreSQL's COPY writes them in text, cut anywhere
 *   E  the table ends: how many rows it has           (JSON)
 *   S  how far each sequence has counted              (JSON)
 *   F  the sum                                        (32 bytes)
 */
export type Frame = { readonly kind: 'H' | 'T' | 'D' | 'E' | 'S'; readonly body: Buffer }

const firstLine = Buffer.from('outside-in backup\n')
const headLength = 5
const pieceLength = 256 * 1024
/** Longer than any that is written: whoever says so is damaged, and must not cost us memory. */
const longestBody = 64 * 1024 * 1024

export function jsonFrame(kind: Frame['kind'], content: unknown): Frame {
  return { kind, body: Buffer.from(JSON.stringify(content)) }
}

/** Cuts bytes into pieces of one length, so that equal rows make equal files however they arrive. */
export async function* inPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const chunk of bytes) {
    waiting.push(chunk)
    length += chunk.length
    if (length < pieceLength) continue
    const all = Buffer.concat(waiting)
    const end = all.length - (all.length % pieceLength)
    for (let from = 0; from < end; from += pieceLength) yield all.subarray(from, from + pieceLength)
    waiting = [all.subarray(end)]
    length = all.length - end
  }
  if (length > 0) yield Buffer.concat(waiting)
}

export async function* packFrames(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  const sum = createHash('sha256')
  const counted = (bytes: Buffer) => {
    sum.update(bytes)
    return bytes
  }
  yield counted(firstLine)
  for await (const { kind, body } of frames) {
    yield counted(frameHead(kind, body.length))
    yield counted(body)
  }
  const last = sum.digest()
  yield frameHead('F', last.length)
  yield last
}

/** Gives piece after piece, and throws at the latest after the last one when the file is not as it was written. */
export async function* unpackFrames(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const sum = createHash('sha256')
  const { take, isAtEnd } = takeFrom(bytes)
  const start = await take(firstLine.length)
  if (!start.equals(firstLine)) throw noBackup()
  sum.update(start)
  for (;;) {
    const head = await take(headLength)
    const kind = head.toString('latin1', 0, 1)
    const length = head.readUInt32BE(1)
    if (length > longestBody) throw damaged()
    const body = await take(length)
    if (kind === 'F') {
      if (!sum.digest().equals(body) || !(await isAtEnd())) throw damaged()
      return
    }
    if (!isKind(kind)) throw damaged()
    sum.update(head).update(body)
    yield { kind, body }
  }
}

export function damaged() {
  return storeError(
    'badBackup',
    'This backup is damaged or cut off: it is not as it was written.',
    'Nothing was restored. Use another copy of it.',
  )
}

export function noBackup() {
  return storeError(
    'badBackup',
    'This file is no backup of Outside-In.',
    'Name a file that outside-in backup has written; exports are read with outside-in read.',
  )
}

function frameHead(kind: string, length: number): Buffer {
  const head = Buffer.alloc(headLength)
  head.write(kind, 'latin1')
  head.writeUInt32BE(length, 1)
  return head
}

function isKind(kind: string): kind is Frame['kind'] {
  return ['H', 'T', 'D', 'E', 'S'].includes(kind)
}

function takeFrom(bytes: AsyncIterable<Buffer>) {
  const source = bytes[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  const more = async () => {
    const next = await source.next()
    if (!next.done) rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value])
    return !next.done
  }
  return {
    take: async (length: number): Promise<Buffer> => {
      while (rest.length < length) if (!(await more())) throw damaged()
      const taken = rest.subarray(0, length)
      rest = rest.subarray(length)
      return taken
    },
    isAtEnd: async () => rest.length === 0 && !(await more()),
  }
}
