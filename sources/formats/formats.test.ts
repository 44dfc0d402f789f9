import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFile, aWorkbook, readAll } from '../written-files.ts'
import { cutElements } from './json-elements.ts'

const tickets = [
  {
    id: 7,
    subject: 'Card',
    requester: { email: 'ann@example.org' },
    comments: [
      {
        id: 71,
        author: { role: 'end-user' },
        body: 'My card is broken again',
        created_at: '2024-01-02T10:00:00Z',
      },
      {
        id: 72,
        author: { role: 'agent' },
        body: 'I will send you a new one',
        created_at: '2024-01-02T11:00:00Z',
      },
    ],
  },
  {
    id: 8,
    subject: 'Bill',
    requester: { email: 'bob@example.org' },
    comments: [
      {
        id: 81,
        author: { role: 'end-user' },
        body: 'Why is my bill so high',
        created_at: '2024-01-03T10:00:00Z',
      },
    ],
  },
]

test('tickets with nested comments become a row a comment, however the json is wrapped', async () => {
  const wrapped = [
    JSON.stringify(tickets),
    JSON.stringify({ count: 2, tickets }, null, 2),
    tickets.map((ticket) => JSON.stringify(ticket)).join('\n'),
  ]
  const read = await Promise.all(wrapped.map((text) => readAll(aFile('t.json', text, 7))))
  expect(read.map(({ guess }) => guess.format)).toEqual(['json', 'json', 'jsonl'])
  for (const { interactions, rows } of read) {
    expect(rows).toBe(3)
    expect(
      interactions.map(({ caseId, from, text, identities }) => [caseId, from, text, identities[0]]),
    ).toEqual([
      ['7', 'customer', 'My card is broken again', 'email:ann@example.org'],
      ['7', 'company', 'I will send you a new one', 'email:ann@example.org'],
      ['8', 'customer', 'Why is my bill so high', 'email:bob@example.org'],
    ])
  }
})

test('a record that is no json costs itself alone', async () => {
  const lines = [
    '{"text":"my card is broken","id":1}',
    '{"text":oops}',
    '{"text":"it works now thanks","id":3}',
    '{"text":"cut o',
  ]
  const { setAside, facts } = await readAll(aFile('t.jsonl', lines.join('\n')))
  expect(facts.length).toBe(2)
  expect(setAside.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'not json'],
    [4, 'not json'],
  ])
})

test('fields that come late are kept beside the others', async () => {
  const early = Array.from({ length: 1200 }, (_, id) => ({ id, text: 'where is my order now' }))
  const { interactions } = await readAll(
    aFile('t.json', JSON.stringify([...early, { id: 5000, text: 'it came at last', mood: 'glad' }])),
  )
  expect(interactions.at(-1)?.attributes).toEqual({ 'other fields': '{"mood":"glad"}' })
})

test('the pieces of a json file do not matter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      (records, size) => {
        const text = JSON.stringify({ before: [1, [2]], list: records, after: [{ no: 1 }] })
        const cut = cutElements()
        const found: unknown[] = []
        for (let start = 0; start < text.length; start += size) {
          for (const element of cut(text.slice(start, start + size), start + size >= text.length))
            found.push(JSON.parse(element.text))
        }
        expect(found).toEqual(JSON.parse(JSON.stringify(records)))
      },
    ),
  )
})

const xes = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0"><global scope="event"><string key="org:group" value="UNKNOWN"/></global>
<string key="concept:name" value="a log"/>
${[1, 2, 3]
  .map(
    (
      number,
    ) => `<trace><string key="concept:name" value="case ${number}"/><string key="channel" value="Desk"/>
<event><string key="concept:name" value="Queued"/><string key="org:group" value="V${number}"><string key="site" value="x"/></string><date key="time:timestamp" value="2012-0${number}-01T10:00:00+01:00"/></event>
<event><string key="concept:name" value="Done"/><date key="time:timestamp" value="2012-0${number}-02T10:00:00+01:00"/></event></trace>`,
  )
  .join('\n')}
</log>`

test('an event log keeps the attributes of its cases, and defaults are no facts', async () => {
  const { interactions, guess } = await readAll(aFile('t.xes', xes, 11))
  expect(guess.mapping.columns).toMatchObject({
    case: ['case:concept:name'],
    team: ['org:group'],
    channel: ['case:channel'],
  })
  expect(interactions.length).toBe(6)
  expect(interactions[0]).toMatchObject({
    caseId: 'case 1',
    team: 'V1',
    channel: 'Desk',
    at: Date.UTC(2012, 0, 1, 9),
    attributes: { 'concept:name': 'Queued', 'org:group.site': 'x' },
  })
  expect(interactions[1]?.team).toBeNull()
})

test('a workbook says which sheet is read, and dates follow their number format', async () => {
  const sheet = [
    ['Report of March'],
    ['Ticket ID', 'Created at', 'Description'],
    ['T1', { v: 44197.5, s: 3 }, 'My card is broken since yesterday'],
    ['T2', { v: 44198.25, s: 3 }, 'The invoice is wrong once more'],
  ]
  const more = [
    ['Agent', 'Team'],
    ['Kim', 'Cards'],
  ]
  const { interactions, guess } = await readAll(
    aFile('t.xlsx', aWorkbook({ Notes: [['nothing']], Tickets: sheet, More: more })),
  )
  expect(interactions.map(({ at, caseId }) => [at, caseId])).toEqual([
    [Date.UTC(2021, 0, 1, 12), 'T1'],
    [Date.UTC(2021, 0, 2, 6), 'T2'],
  ])
  const remarks = guess.reasons.filter(({ field }) => field === 'format').map(({ because }) => because)
  expect(remarks[0]).toBe('The sheet "Tickets" is read.')
  expect(guess.questions[0]?.options).toEqual(['Tickets', 'More'])
})
