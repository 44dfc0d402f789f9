import { describe, expect, test } from 'vitest'
import { guessFile } from '../guess-file.ts'
import { aFile, aWorkbook, readAll } from '../written-files.ts'

/** Public data, reviews, other languages, and tables that tell of nothing that customers lived through. */

const thirty = Array.from({ length: 30 }, (_, at) => at)
const said = ['The parcel never came', 'I was charged twice', 'It crashes when I log in']
const two = (at: number) => String(10 + (at % 18))

async function readRows(rows: readonly string[]) {
  const { guess, interactions } = await readAll(aFile('export.csv', `${rows.join('\n')}\n`))
  return { ...guess, columns: guess.mapping.columns, kind: guess.mapping.kind, interactions }
}

const guessRows = (rows: readonly string[]) => guessFile(aFile('export.csv', `${rows.join('\n')}\n`))

test('what a city answered to a request is no word of who asked', async () => {
  const { columns, kind } = await readRows([
    'Unique Key,Created Date,Closed Date,Agency,Complaint Type,Status,Resolution Description',
    ...thirty.map(
      (at) =>
        `${900 + at},03/${two(at)}/2023 07:48:14 PM,03/28/2023 09:00:00 AM,DEP,Noise,Closed,The department inspected the site and found no violation ${at}`,
    ),
  ])
  expect([columns.case, columns.team, columns.text, columns.time]).toEqual([
    ['Unique Key'],
    ['Agency'],
    undefined,
    ['Created Date'],
  ])
  expect(kind).toBe('event')
})

test('reviews are of who reviewed, votes for them are no rating, and who hides is nobody', async () => {
  const lines = thirty.map((at) =>
    JSON.stringify({
      reviewerID: `A${at % 9}`,
      reviewerName: at % 3 ? `Name ${at % 9}` : 'Amazon Customer',
      votes_helpful: at % 4,
      reviewText: `${said[at % 3]} ${at}`,
      overall: 1 + (at % 5),
      unixReviewTime: 1_333_929_600 + at * 86_400,
    }),
  )
  const { guess, interactions } = await readAll(aFile('reviews.json', `${lines.join('\n')}\n`))
  expect(guess.mapping.columns).toMatchObject({ account: ['reviewerID'], rating: ['overall'] })
  expect(interactions[0]?.identities).toEqual(['account:A0'])
})

test('the path of a review is nobody’s name', async () => {
  const reviews = thirty.map((at) => ({
    name: `accounts/10/locations/8/reviews/Ab${at}`,
    reviewer: { displayName: `Ann ${at % 9}` },
    comment: `${said[at % 3]} ${at}`,
    createTime: `2024-03-${two(at)}T10:00:00Z`,
  }))
  const { interactions } = await readAll(aFile('reviews.json', JSON.stringify({ reviews })))
  expect(interactions[0]?.identities).toEqual(['name:Ann 0'])
})

test('empty rows between are none, and days may be counted as people say them', async () => {
  const { columns, interactions } = await readRows([
    'airline,overall,author,review_date,customer_review,date_flown',
    ...thirty.flatMap((at) => [
      `Air,${1 + (at % 10)},Ann ${at % 7},${['1st', '2nd', '3rd', '24th'][at % 4]} May 2019,${said[at % 3]} ${at},2019-04-01 00:00:00`,
      ',,,,,',
    ]),
  ])
  expect([interactions.length, columns.text, columns.time]).toEqual([
    30,
    ['customer_review'],
    ['review_date'],
  ])
  expect(interactions[3]?.at).toBe(Date.UTC(2019, 4, 24))
})

test('the day of a purchase is no time of a contact, nor is an end that many rows have not reached', async () => {
  const { columns } = await readRows([
    'Ticket ID,Customer Email,Date of Purchase,Ticket Description,First Response Time',
    ...thirty.map(
      (at) =>
        `${at},c${at % 9}@mail.example,2021-03-${two(at)},${said[at % 3]} ${at},${at % 3 ? `2023-06-${two(at)} 10:00:00` : ''}`,
    ),
  ])
  expect(columns.time).toBeUndefined()
})

test('what is noted of calls was said by nobody', async () => {
  const { kind, columns } = await readRows([
    'call id,date,from,duration (in call),missed_call_reason,comments',
    ...thirty.map(
      (at) =>
        `${at},2024-03-${two(at)} 10:00:00,+44744644${1000 + (at % 9)},${at},agents busy,Call dropped halfway ${at}`,
    ),
  ])
  expect([kind, columns.text, columns.category]).toEqual(['call', undefined, undefined])
})

test('labels are called by their names, and an issue is the project’s where a member wrote it', async () => {
  const issues = thirty.map((at) => ({
    number: at,
    title: `${said[at % 3]} ${at}`,
    body: `It happens since the last version ${at}`,
    user: { login: `u${at % 9}`, id: at % 9 },
    author_association: at % 5 ? 'NONE' : 'MEMBER',
    labels: [{ id: 1, name: at % 2 ? 'bug' : 'question', url: 'https://example.org' }],
    created_at: `2024-03-${two(at)}T10:00:00Z`,
  }))
  const { interactions } = await readAll(aFile('issues.json', JSON.stringify(issues)))
  expect(interactions.slice(0, 2).map(({ from, category }) => [from, category])).toEqual([
    ['company', 'question'],
    ['customer', 'bug'],
  ])
})

test('markup is none of the words', async () => {
  const { interactions } = await readRows([
    'ticket_id,created_at,body',
    ...thirty.map(
      (at) => `${at},2024-03-${two(at)},<div>Hello<br>I&#39;m charged twice &amp; more ${at}</div>`,
    ),
  ])
  expect(interactions[0]?.text).toBe("Hello\nI'm charged twice & more 0")
})

describe('what was read before is read', () => {
  test('a ticket may have a parent, which it does not answer', async () => {
    const { columns } = await guessRows([
      'ID,Parent ID,Status,Assignee,Subject,Created,Customer',
      ...thirty.map(
        (at) => `${at},${at % 3 ? at - 1 : ''},Open,Kim,${said[at % 3]} ${at},2024-03-${two(at)},c${at % 7}`,
      ),
    ]).then(({ mapping }) => mapping)
    expect([columns.case, columns.inReplyTo]).toEqual([['ID'], undefined])
  })

  test('a case may be called like a day, and a month stand before one', async () => {
    const cases = await guessRows([
      'Case ID,Created,Message',
      ...thirty.map((at) => `INC 2021-02-${two(at)},2021-03-${two(at)},${said[at % 3]} ${at}`),
    ])
    expect([cases.mapping.columns.case, cases.mapping.columns.time]).toEqual([['Case ID'], ['Created']])
    const { interactions } = await readRows([
      'Date,Message',
      ...thirty.map((at) => `Mar ${two(at)}-2024,${said[at % 3]} ${at}`),
    ])
    expect(interactions[0]?.at).toBe(Date.UTC(2024, 2, 10))
  })

  test('hours spent are no time of day', async () => {
    const { columns } = await guessRows([
      'Date,Time,Message',
      ...thirty.map((at) => `2024-03-${two(at)},${['0.50', '1.25', '12.50'][at % 3]},${said[at % 3]} ${at}`),
    ]).then(({ mapping }) => mapping)
    expect(columns.time).toEqual(['Date'])
  })

  test('a mark within a text of many lines is no markup', async () => {
    const { interactions } = await readAll(
      aFile(
        't.json',
        JSON.stringify(
          thirty.map((at) => ({
            id: at,
            body: `It never came ${at}\nOn 3 Jan Acme wrote:\n> Have you tried?<br>`,
          })),
        ),
      ),
    )
    expect(interactions[0]?.text).toContain('\n> Have you tried')
  })

  test('complaints name goods and suppliers, and wait for nothing', async () => {
    const { questions } = await guessRows([
      'Date,Customer Email,Complaint,SKU,Supplier,Unit price',
      ...thirty.map((at) => `2024-03-${two(at)},c${at % 7}@mail.example,${said[at % 3]} ${at},S${at},Acme,7`),
    ])
    expect(questions.filter(({ assumed }) => assumed === null)).toEqual([])
  })

  test('what customers say of a call when asked is theirs', async () => {
    const { columns, mapping } = await guessRows([
      'Call ID,Call date,Customer ID,NPS,Comment',
      ...thirty.map((at) => `${at},2024-03-${two(at)},c${at % 7},${at % 11},${said[at % 3]} ${at}`),
    ]).then((guess) => ({ columns: guess.mapping.columns, mapping: guess.mapping }))
    expect([mapping.kind, columns.text]).toEqual(['survey', ['Comment']])
  })

  test('things with names and more are kept whole', async () => {
    const { guess, interactions } = await readAll(
      aFile(
        't.json',
        JSON.stringify(
          thirty.map((at) => ({
            id: at,
            body: `${said[at % 3]} ${at}`,
            items: [{ name: 'Shoe', quantity: at }],
          })),
        ),
      ),
    )
    expect(guess.mapping.attributes).toContain('items')
    expect(interactions[1]?.attributes.items).toBe('[{"name":"Shoe","quantity":1}]')
  })

  test('where all times are of something else it is asked', async () => {
    const { questions } = await guessRows([
      'Ticket ID,Message,Closed',
      ...thirty.map((at) => `${at},${said[at % 3]} ${at},${at % 5 ? `2024-03-${two(at)}` : ''}`),
    ])
    expect(questions).toMatchObject([{ field: 'time', options: ['Closed'] }])
  })
})

test('a rating is read of few words alone, whatever stands in other cells', async () => {
  const long = 'a b '.repeat(20_000)
  const { mapping } = await guessRows([
    'Ticket ID,Message,Rating',
    ...thirty.map((at) => `${at},${long}${at},Good (${at % 5})`),
  ])
  expect(mapping.columns.rating).toEqual(['Rating'])
})

describe('times as others write them', () => {
  test.each([
    ['Angelegt am', (at: number) => `${two(at)}.01.2024 10:52:39 MEZ`, Date.UTC(2024, 0, 10, 9, 52, 39)],
    ['Data e ora', (at: number) => `lun ${two(at)}/03/2026 08.01`, Date.UTC(2026, 2, 10, 8, 1)],
    ['Abertura', (at: number) => `${two(at)}/03/2026 07h11`, Date.UTC(2026, 2, 10, 7, 11)],
    ['Datum', (at: number) => `${two(at)} mrt 2026`, Date.UTC(2026, 2, 10)],
    ['Data', (at: number) => `${two(at)} październik 2026`, Date.UTC(2026, 9, 10)],
    ['Gemeldet am', (at: number) => `${two(at)}.03.2026 14:05 Uhr`, Date.UTC(2026, 2, 10, 14, 5)],
  ])('%s', async (name, write, first) => {
    const { columns, interactions } = await readRows([
      `Nr;${name};Nachricht`,
      ...thirty.map((at) => `${at};${write(at)};${said[at % 3]} ${at}`),
    ])
    expect([columns.time, interactions[0]?.at]).toEqual([[name], first])
  })

  test('who writes 1:16 PM writes the month first, and is asked', async () => {
    const { questions, mapping } = await guessRows([
      'Date,Message',
      ...thirty.map((at) => `3/${1 + (at % 9)}/24 12:36 PM,${said[at % 3]} ${at}`),
    ])
    expect(mapping.timeFormat).toBe('month-day-year')
    expect(questions).toMatchObject([{ field: 'timeFormat', assumed: 'month-day-year' }])
  })
})

describe('tables of something else wait for an answer', () => {
  const row = (at: number) => `Ann ${at},2024-03-${two(at)},${1 + (at % 5)},${said[at % 3]} ${at},${at}`
  test.each([
    ['employees', 'Name,Start date,Appraisal score,Appraisal comment,Emp No'],
    ['products', 'Name,Last changed,Customer rating,Supplier description,Price EUR,Stock,Art.-No.'],
    ['figures', 'Team,Date,CSAT avg,Comment,Handled,Abandoned'],
  ])('%s', async (what, header) => {
    const extra = ',7'.repeat(Math.max(0, header.split(',').length - 5))
    const { questions } = await guessRows([header, ...thirty.map((at) => row(at) + extra)])
    expect(questions.find(({ assumed }) => assumed === null)?.question).toContain(what)
  })

  test('events of parcels are no messages', async () => {
    const { kind, columns } = await guessRows([
      'tracking_no,event_time,description',
      ...Array.from(
        { length: 90 },
        (_, at) => `P${at % 20},2024-03-${two(at)},Parcel data ${['received', 'sent'][at % 2]}`,
      ),
    ]).then(({ mapping }) => mapping)
    expect([kind, columns.text]).toEqual(['event', undefined])
  })

  test('a dump of a database is refused', async () => {
    const text =
      '--\n-- PostgreSQL database dump\n--\nSET x = 0;\nCOPY public.t (id, body) FROM stdin;\n1\thello\n2\tyou\n\\.\n'
    await expect(guessFile(aFile('dump.sql', text))).rejects.toThrow('dump of a database')
  })

  test('of several sheets the largest is read, and it is asked', async () => {
    const rows = thirty.map((at) => [`2024-03-${two(at)}`, `${said[at % 3]} ${at}`])
    const book = aWorkbook({
      Notes: [
        ['About', 'What'],
        ['Data', 'All reports of March'],
        ['Via', 'How it came'],
      ],
      Data: [['Date', 'Message'], ...rows],
    })
    const { questions, mapping } = await guessFile(aFile('book.xlsx', book))
    expect([mapping.columns.text, questions[0]?.assumed]).toEqual([['Message'], 'Data'])
  })
})
