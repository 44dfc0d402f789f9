import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { embedText, parseWordTable } from './word-table.ts'

/** Three words in two dimensions: card is east, cash is north, lost is north-east at half the length. */
function aTable(): Uint8Array {
  const words = 'card cash lost'
  const header = JSON.stringify({
    format: 'outside-in words 1',
    words: 3,
    dimensions: 2,
    vocabularyBytes: words.length,
  })
  const head = new TextEncoder().encode(`${header}\n${words}`)
  const bytes = new Uint8Array(head.length + 12 + 6)
  bytes.set(head)
  const view = new DataView(bytes.buffer)
  ;[1, 1, 0.5].forEach((scale, row) => {
    view.setFloat32(head.length + row * 4, scale, true)
  })
  bytes.set(new Uint8Array(new Int8Array([2, 0, 0, 2, 2, 2]).buffer), head.length + 12)
  return bytes
}

test('a text is the sum of its words at length one', () => {
  // card (2, 0) + lost 0.5 x (2, 2) = (3, 1), over the root of ten.
  const found = embedText(parseWordTable(aTable()), 'Lost card!')
  expect([...(found ?? [])].map((value) => Number(value.toFixed(4)))).toEqual([0.9487, 0.3162])
})

test('an unknown ending is stripped and an unknown compound is parted', () => {
  const table = parseWordTable(aTable())
  expect(embedText(table, 'cards')).toEqual(embedText(table, 'card'))
  expect(embedText(table, 'cashcard')).toEqual(embedText(table, 'cash card'))
})

test('a text without a known word has no meaning to give', () => {
  const table = parseWordTable(aTable())
  for (const text of ['', '😀', 'zzz', '<div>', '12345']) expect(embedText(table, text)).toBeNull()
})

test('bytes that are no table, or cut short, are refused', () => {
  expect(() => parseWordTable(new Uint8Array([1, 2, 3]))).toThrow('no word table')
  expect(() => parseWordTable(aTable().slice(0, -1))).toThrow('cut short')
})

test('the table is read where it lies in a larger buffer', () => {
  const larger = new Uint8Array(500)
  larger.set(aTable(), 7)
  const table = parseWordTable(larger.subarray(7, 7 + aTable().length))
  expect([0, 1, 2].flatMap((id) => [...table.rows.add([id])])).toEqual([2, 0, 0, 2, 1, 1])
})

test('the shipped table puts words of one meaning close together', () => {
  const table = parseWordTable(readFileSync(new URL('../../models/words.bin', import.meta.url)))
  const closeness = (one: string, other: string) => {
    const left = [...(embedText(table, one) ?? [])]
    const right = [...(embedText(table, other) ?? [])]
    return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0)
  }
  expect(closeness('my money back', 'a refund')).toBeGreaterThan(
    closeness('my money back', 'the weather tomorrow'),
  )
})

test('names of accounts and what was masked mean nothing', () => {
  const table = parseWordTable(aTable())
  expect(embedText(table, '@cash @Lost_Cash_1 lost card XX/XX/XXXX xxx')).toEqual(
    embedText(table, 'lost card'),
  )
  expect(embedText(table, '@cash XXXX')).toBeNull()
  // Looked back from each word to the beginning, a megabyte of these would take hours.
  expect(embedText(table, 'a_'.repeat(500_000))).toBeNull()
})
