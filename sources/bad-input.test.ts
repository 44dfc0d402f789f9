import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onlySheet } from '../core/interactions/mapping.ts'
import { guessFile } from './guess-file.ts'
import { isRefusal } from './refusal.ts'
import type { SourceFile } from './source-file.ts'
import { fileOnDisk, standardInput } from './source-file.ts'
import { aFile, aGzip, aWorkbook, aZip, readAll } from './written-files.ts'

async function refusalOf(file: SourceFile): Promise<string> {
  try {
    await guessFile(file)
  } catch (error) {
    if (isRefusal(error)) return `${error.message} | ${error.hint}`
    throw error
  }
  return 'no refusal'
}

const header = 'message_id,ticket_id,customer_email,created_at,text'

function rowsOf(
  count: number,
  time = (at: number) => `2024-03-01T10:${String(at % 60).padStart(2, '0')}:00Z`,
) {
  return Array.from(
    { length: count },
    (_, at) => `m${at},T${at >> 1},a${at % 3}@example.org,${time(at)},Where is my order`,
  )
}

test('an empty file and a header alone are refused with what to do', async () => {
  expect(await refusalOf(aFile('t.csv', ''))).toBe(
    't.csv is empty. | Export it again; there is nothing to read.',
  )
  expect(await refusalOf(aFile('t.csv', ' \n\n'))).toMatch(/is empty/)
  expect(await refusalOf(aFile('t.csv', `${header}\n`))).toMatch(/header and no rows/)
  expect(await refusalOf(aFile('t.json', '[]'))).toMatch(/no list of records/)
  expect(await refusalOf(aGzip('t.csv.gz', ''))).toMatch(/is empty/)
})

test('a missing file and a folder are refused before anything is read', () => {
  expect(() => fileOnDisk('/nowhere/at/all.csv')).toThrow(/there is no such file/)
  expect(() => fileOnDisk('/tmp')).toThrow(/is not a file/)
})

test('a binary file is no table', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000001000000010008060000005c72a866', 'hex')
  expect(await refusalOf(aFile('t.csv', png))).toMatch(/holds binary data/)
  expect(await refusalOf(aFile('t.zip', aZip({ 'a.txt': 'hello' })))).toMatch(/no workbook/)
})

test('the delimiter is found, whatever the name of the file says', async () => {
  for (const delimiter of [';', '\t', '|']) {
    const written = [header, ...rowsOf(5)].join('\n').replaceAll(',', delimiter)
    const { interactions, guess } = await readAll(aFile('t.csv', written))
    expect([guess.delimiter, interactions.length]).toEqual([delimiter, 5])
  }
})

test('a text of one message a line is one column, whatever marks its sentences hold', async () => {
  const sentences = [
    'Order 7, the blue one, never came',
    'Where is my order?',
    'It was due, I think',
    'Call me; please',
  ]
  const said = Array.from({ length: 60 }, (_, at) => `${sentences[at % 4]} (${at})`)
  const file = aFile('t.txt', ['For two weeks now nobody told me anything', ...said].join('\n'))
  const { facts, setAside } = await readAll(file)
  expect(setAside).toEqual([])
  expect(facts).toHaveLength(61)
})

test('a json list of lists or of texts is refused, for its fields have no names', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => [`Where is my order ${at}?`, 'delivery'])
  expect(await refusalOf(aFile('t.json', JSON.stringify(rows)))).toMatch(
    /no list of records.*array of objects/,
  )
  expect(await refusalOf(aFile('t.json', JSON.stringify(rows.flat())))).toMatch(/no list of records/)
})

test('a truncated gzip gives what it holds, then says so with the number of rows', async () => {
  const whole = gzipSync([header, ...rowsOf(20_000)].join('\n'))
  const { rows, facts, failure } = await readAll(aFile('t.csv.gz', whole.subarray(0, whole.length / 2)))
  expect(rows).toBeGreaterThan(5000)
  expect(facts.length).toBe(rows)
  expect(String(failure)).toMatch(new RegExp(`damaged.*${rows} rows were read`))
})

test('rows with a date that is none are set aside with line, reason and bytes; the others are read', async () => {
  const written = rowsOf(100, (at) => (at % 5 < 2 ? '2024-02-31' : '2024-02-01'))
  const { facts, setAside } = await readAll(aFile('t.csv', [header, ...written].join('\n')))
  expect([facts.length, setAside.length]).toEqual([60, 40])
  expect(setAside[0]).toMatchObject({ line: 2, reason: 'unreadable time' })
  expect(Buffer.from(setAside[0]?.raw ?? []).toString()).toBe(written[0])
})

test('a file most of whose dates are none is refused', async () => {
  const written = rowsOf(100, (at) => (at % 5 < 3 ? 'soon' : '2024-02-01'))
  expect(await refusalOf(aFile('t.csv', [header, ...written].join('\n')))).toMatch(/60 of the first 100/)
})

test('1970 and 2099 are mistakes of a clock', async () => {
  const years = ['1970', '2024', '2099', '2025']
  const written = rowsOf(4, (at) => `${years[at]}-01-01T00:00:00Z`)
  const { setAside, facts } = await readAll(aFile('t.csv', [header, ...written].join('\n')))
  expect(setAside.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'impossible time'],
    [4, 'impossible time'],
  ])
  expect(facts.length).toBe(2)
})

test('the same id with other content keeps its id and tells by its digest', async () => {
  const [row = ''] = rowsOf(1)
  const written = [header, row, row, row.replace('Where', 'When'), ...rowsOf(9).slice(1)]
  const { facts } = await readAll(aFile('t.csv', written.join('\n')), undefined)
  expect(facts.length).toBe(11)
  const guess = await guessFile(aFile('t.csv', [header, ...rowsOf(9)].join('\n')))
  const again = await readAll(aFile('t.csv', written.join('\n')), guess.mapping)
  const [first, second, third] = again.facts
  expect(first?.interaction.id).toBe(second?.interaction.id)
  expect(first?.digest).toBe(second?.digest)
  expect(third?.interaction.id).toBe(first?.interaction.id)
  expect(third?.digest).not.toBe(first?.digest)
})

test('an event log that declares entities is refused, wherever they come', async () => {
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><log><trace/></log>'
  expect(await refusalOf(aFile('t.xes', bomb))).toMatch(/declares XML entities/)
})

test('a workbook that unpacks to thousands of times its size is refused', async () => {
  const bomb = aZip({ 'xl/workbook.xml': Buffer.alloc(70_000_000, ' ') })
  expect(await refusalOf(aFile('t.xlsx', bomb))).toMatch(/times its size/)
}, 30_000)

test('a damaged workbook is refused', async () => {
  const whole = aWorkbook({
    Sheet1: [
      ['Call Id', 'Topic'],
      ['1', 'Bill'],
    ],
  })
  expect(await refusalOf(aFile('t.xlsx', whole.subarray(0, whole.length - 30)))).toMatch(/is damaged/)
})

test('a formula saved without its result costs its row alone', async () => {
  const sheet = aWorkbook({
    Sheet1: [
      ['Call Id', 'Topic', 'Rating'],
      ['1', 'Bill', 3],
      ['2', 'Bill', { f: 'A1+1' }],
      ['3', 'Card', 4],
    ],
  })
  const { facts, setAside } = await readAll(aFile('t.xlsx', sheet))
  expect(facts.length).toBe(2)
  expect(setAside[0]).toMatchObject({ line: 3, reason: 'formula without value' })
})

const twoTables = {
  Contents: [['What is in here']],
  Tickets: [
    ['Ticket', 'Date', 'Message'],
    ['1', '2024-01-02', 'Where is my card?'],
    ['2', '2024-01-03', 'I was charged twice.'],
  ],
  Agents: [
    ['Agent', 'Team'],
    ['Kim', 'Cards'],
    ['Lee', 'Billing'],
  ],
}

test('a workbook with several tables asks which one is meant, and reads the one that is named', async () => {
  const file = aFile('t.xlsx', aWorkbook(twoTables))
  const { questions, sheets } = await guessFile(file)
  expect(sheets).toEqual(['Tickets'])
  expect(questions[0]).toMatchObject({ field: 'sheet', options: ['Tickets', 'Agents'], assumed: 'Tickets' })
  const named = await guessFile(file, onlySheet('Agents'))
  expect(named.columns.map(({ name }) => name)).toEqual(['Agent', 'Team'])
  expect(named.mapping.sheet).toBe('Agents')
  expect((await guessFile(file, named.mapping)).sheets).toEqual(['Agents'])
  await expect(guessFile(file, onlySheet('Sales'))).rejects.toThrow(/no sheet "Sales"/)
})

test('sheets with the same columns are one table', async () => {
  const { Tickets } = twoTables
  const february = [...Tickets.slice(0, 1), ['3', '2024-02-02', 'Still waiting.']]
  const file = aFile('t.xlsx', aWorkbook({ January: Tickets, February: february }))
  const { facts } = await readAll(file)
  expect(facts.map(({ interaction }) => interaction.caseId)).toEqual(['1', '2', '3'])
  expect((await guessFile(file)).questions.filter(({ field }) => field === 'sheet')).toEqual([])
})

test('a mapping that uses a column twice, or one that is missing, is refused', async () => {
  const file = aFile('t.csv', [header, ...rowsOf(5)].join('\n'))
  const { mapping } = await guessFile(file)
  const twice = { ...mapping, columns: { ...mapping.columns, category: ['text'] } }
  await expect(guessFile(file, twice)).rejects.toThrow(/"text" twice/)
  const missing = { ...mapping, columns: { ...mapping.columns, team: ['squad'] } }
  await expect(guessFile(file, missing)).rejects.toThrow(/"squad", which the file does not have/)
  await expect(guessFile(file, { ...mapping, timeZone: 'Mars/Base' })).rejects.toThrow(/no time zone/)
})

test('a list of customers is asked about before it is read as interactions', async () => {
  const { questions } = await guessFile(aFile('t.csv', 'customerID,gender,tenure\na1,f,3\na2,m,4\na3,f,5\n'))
  expect(questions).toMatchObject([{ field: 'time', assumed: null }])
})

test('any bytes end in rows or in a refusal that says what to do, never in another error', async () => {
  const starts = [
    '',
    'a,b\n1,2\n',
    '{"a":',
    '[{"text":"hello you there"},',
    '<log>',
    '<?xml version="1.0"?><log><trace><event>',
    'PK\x03\x04',
    '\x1f\x8b\x08',
    'From a Thu Feb  8 08:00:00 2024\nFrom: a@b.co\nDate: 8 Feb 2024\nContent-Type: multipart/mixed; boundary=b\n\n--b\n',
    'From: a@b.co\nDate: 8 Feb 2024\nSubject: Help\n\n',
  ]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, bytes) => {
      const file = aFile('t', Buffer.concat([Buffer.from(start, 'latin1'), bytes]))
      try {
        const { failure } = await readAll(file)
        expect(failure === null || isRefusal(failure)).toBe(true)
      } catch (error) {
        if (!isRefusal(error)) throw error
        expect(error.hint).not.toBe('')
      }
    }),
    { numRuns: 300 },
  )
}, 30_000)

test('a workbook or a gzip cut anywhere ends in rows or in a refusal', async () => {
  const rows = [['Call Id', 'Topic'], ...Array.from({ length: 50 }, (_, at) => [`c${at}`, 'Bill'])]
  const wholes = [aWorkbook({ Sheet1: rows }), gzipSync([header, ...rowsOf(300)].join('\n'))]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...wholes),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (whole, share) => {
        try {
          const { failure } = await readAll(aFile('t', whole.subarray(0, Math.floor(whole.length * share))))
          expect(failure === null || isRefusal(failure)).toBe(true)
        } catch (error) {
          if (!isRefusal(error)) throw error
        }
      },
    ),
    { numRuns: 100 },
  )
}, 30_000)

test('a table none of whose rows fits its header is refused with the first row as the reason', async () => {
  expect(await refusalOf(aFile('t.csv', 'id,text\n1,a,b\n2,c,d\n'))).toMatch(
    /No row of t.csv can be read. \| Line 2: The row has 3/,
  )
})

test('standard input is kept in a file, so that it can be read twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'))
  const file = await standardInput(Readable.from([header, '\n', rowsOf(3).join('\n')]), join(folder, 'input'))
  expect((await readAll(file)).facts.length).toBe(3)
  rmSync(folder, { recursive: true })
})
