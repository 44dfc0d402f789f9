import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Frame, inPieces, jsonFrame, packFrames, unpackFrames } from './frames.ts'

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function pack(frames: readonly Frame[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(packFrames(each(frames))))
}

async function unpack(bytes: Buffer, pieceLength = bytes.length): Promise<Frame[]> {
  const pieces: Buffer[] = []
  for (let from = 0; from < bytes.length; from += pieceLength) {
    pieces.push(bytes.subarray(from, from + pieceLength))
  }
  return Array.fromAsync(unpackFrames(each(pieces)))
}

const some = [
  jsonFrame('H', { form: 1 }),
  jsonFrame('T', { name: 'words' }),
  { kind: 'D', body: Buffer.from('1\tgrüße\n2\t\\N\n') } as const,
  jsonFrame('E', { rows: 2 }),
]

test('what was packed comes out again, however the bytes arrive', async () => {
  const packed = await pack(some)
  for (const length of [1, 7, packed.length]) expect(await unpack(packed, length)).toEqual(some)
})

test('pieces are the same however the bytes arrive', async () => {
  const body = Buffer.alloc(700_000, 'abc')
  const cut = (at: number) => Array.fromAsync(inPieces(each([body.subarray(0, at), body.subarray(at)])))
  const pieces = await cut(0)
  expect(pieces.length).toBeGreaterThan(2)
  expect(Buffer.concat(pieces).equals(body)).toBe(true)
  for (const at of [1, 262_144, 300_000, 699_999]) expect(await cut(at)).toEqual(pieces)
})

test('a file with one bit changed is refused, wherever it is', async () => {
  const packed = await pack(some)
  await fc.assert(
    fc.asyncProperty(fc.nat(packed.length * 8 - 1), async (bit) => {
      const changed = Buffer.from(packed)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      await expect(unpack(changed)).rejects.toHaveProperty('storeProblem', 'badBackup')
    }),
  )
})

test('a file that was cut off is refused, wherever it was cut', async () => {
  const packed = await pack(some)
  for (let length = 0; length < packed.length; length++) {
    await expect(unpack(packed.subarray(0, length), 64)).rejects.toHaveProperty('storeProblem', 'badBackup')
  }
})

test('something behind the end is refused', async () => {
  await expect(unpack(Buffer.concat([await pack(some), Buffer.from('x')]))).rejects.toThrow('damaged')
})
