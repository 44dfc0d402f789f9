import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Layout, Row } from '../row.ts'
import { aFile, readAll } from '../written-files.ts'
import { readCsv } from './csv.ts'

async function cut(
  text: string | Uint8Array,
  more: Partial<Layout> = {},
  pieceBytes?: number,
): Promise<Row[]> {
  const layout: Layout = {
    format: 'csv',
    encoding: 'utf-8',
    compressed: false,
    delimiter: ',',
    columns: ['a', 'b'],
    sheets: [],
    ...more,
  }
  const rows: Row[] = []
  for await (const block of readCsv(aFile('t.csv', text, pieceBytes), layout)) rows.push(...block.rows)
  return rows
}

const cellsOf = (rows: readonly Row[]) => rows.map(({ cells }) => cells)

test('quotes hold delimiters, line ends and doubled quotes', async () => {
  const rows = await cut('a,b\r\n"x, y","he said ""no"""\r\n"two\nlines",2\r\n\r\nlast,3')
  expect(cellsOf(rows)).toEqual([
    ['x, y', 'he said "no"'],
    ['two\nlines', '2'],
    ['last', '3'],
  ])
  expect(rows.map(({ line }) => line)).toEqual([2, 3, 6])
})

test('a quote that never closes costs its own line alone', async () => {
  const rows = await cut('a,b\n1,"open\n2,y\n3,z\n')
  expect(rows.map(({ problem }) => problem?.reason ?? null)).toEqual([null, null, null])
  expect(cellsOf(rows)).toEqual([
    ['1', '"open'],
    ['2', 'y'],
    ['3', 'z'],
  ])
})

test('a quote inside a field is part of the text', async () => {
  expect(cellsOf(await cut('a,b\na 5" pipe,"big" one\n'))).toEqual([['a 5" pipe', '"big" one']])
})

test('a row with too many or too few columns is set aside with its bytes', async () => {
  const rows = await cut('a,b\n1,2,3\n4\n5,6,\n')
  expect(rows.map(({ problem }) => problem?.reason ?? null)).toEqual([
    'wrong number of columns',
    'wrong number of columns',
    null,
  ])
  expect(rows[0]?.text).toBe('1,2,3')
})

test('a line that is no UTF-8 is set aside with its own bytes; the rest is read', async () => {
  const bytes = Buffer.concat([Buffer.from('a,b\n1,é\n2,'), Buffer.from([0xe9]), Buffer.from('\n3,ü\n')])
  const rows = await cut(bytes)
  expect(rows.map(({ problem }) => problem?.reason ?? null)).toEqual([null, 'unreadable characters', null])
  expect(rows[2]?.cells).toEqual(['3', 'ü'])
  expect(Buffer.from(rows[1]?.raw ?? []).equals(Buffer.from([0x32, 0x2c, 0xe9]))).toBe(true)
})

test('a NUL character and an endless field are set aside', async () => {
  const rows = await cut(`a,b\n1,x\0y\n2,${'z'.repeat(10_000_000)}\n3,ok\n`)
  expect(rows.map(({ problem }) => problem?.reason ?? null)).toEqual([
    'NUL character',
    'field too long',
    null,
  ])
})

test('a line longer than memory should hold is set aside once and skipped', async () => {
  const rows = await cut(`a,b\n1,${'z'.repeat(36_000_000)}\n3,ok\n`)
  expect(rows.map(({ line, problem }) => [line, problem?.reason ?? null])).toEqual([
    [2, 'field too long'],
    [3, null],
  ])
})

test('a header in the middle of joined files is no row of data', async () => {
  const rows = await cut('a,b\n1,2\na,b\n3,4\n')
  expect(rows.map(({ problem }) => problem?.reason ?? null)).toEqual([null, 'header line again', null])
})

const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', '😀'), maxLength: 8 })

test('what is written with quotes is read back, wherever the pieces of the file are cut', async () => {
  const table = fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, pieceBytes) => {
      const written = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      const read = await cut(`head,tail\n${written.join('\n')}\n`, { columns: ['head', 'tail'] }, pieceBytes)
      expect(cellsOf(read)).toEqual(rows)
    }),
    { numRuns: 200 },
  )
})

test('any bytes at all end in rows, never in an error, and pieces do not matter', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 200 }),
      fc.integer({ min: 1, max: 30 }),
      async (bytes, size) => {
        expect(await cut(bytes, {}, size)).toEqual(await cut(bytes))
      },
    ),
    { numRuns: 200 },
  )
})

test('a title above the table and the separator that Excel writes first are no rows of it', async () => {
  const written =
    'sep=;\nTickets of March\n\nid;text\n1;my card is broken\n2;my phone is broken\n3;all is well\n'
  const { guess, interactions, setAside } = await readAll(aFile('t.csv', written))
  expect(guess.columns.map(({ name }) => name)).toEqual(['id', 'text'])
  expect(interactions.map(({ text }) => text)).toEqual([
    'my card is broken',
    'my phone is broken',
    'all is well',
  ])
  expect(setAside.map(({ line, reason }) => [line, reason])).toEqual([[2, 'wrong number of columns']])
})
