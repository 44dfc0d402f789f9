import { expect, test } from 'vitest'
import { layoutOf } from '../read-source.ts'
import { rereadRows } from '../reread-rows.ts'
import { aFile, readAll } from '../written-files.ts'

/** Who wrote what, where exports say it in a way of their own. */

const people = ['Ann Ray', 'Bob Day', 'Cy Lee', 'Dee Poe', 'Eve Fox', 'Flo Orr']
const said = ['The parcel never came', 'I was charged twice', 'It crashes when I log in']
const answered = ['We have sent another one', 'The money is on its way', 'An update comes tomorrow']
const day = (at: number) => `2024-03-${10 + (at % 20)}`

async function readRows(rows: readonly string[]) {
  const { guess, interactions, setAside } = await readAll(aFile('export.csv', `${rows.join('\n')}\n`))
  return { ...guess, columns: guess.mapping.columns, kind: guess.mapping.kind, interactions, setAside }
}

async function readGuessed(rows: readonly string[]) {
  const { guess, interactions, setAside } = await readAll(aFile('export.csv', `${rows.join('\n')}\n`))
  return { guess, mapping: guess.mapping, interactions, setAside }
}

async function readRecords(records: readonly object[]) {
  const { guess, interactions } = await readAll(aFile('export.json', JSON.stringify(records)))
  return { ...guess, columns: guess.mapping.columns, interactions }
}

const thirty = Array.from({ length: 30 }, (_, at) => at)

test('a comment is the customer’s where its author is who requested, and what is not public is a note', async () => {
  const records = thirty.map((at) => ({
    id: 900 + at,
    requester_id: 70 + (at % 6),
    assignee_id: 5,
    submitter: { role: at % 3 ? 'end-user' : 'agent' },
    created_at: `${day(at)}T08:00:00Z`,
    comments: [
      { id: at * 3 + 1, author_id: 70 + (at % 6), public: true, body: `${said[at % 3]} ${at}` },
      { id: at * 3 + 2, author_id: 5, public: false, body: `Look at the shelf for ${at}` },
      { id: at * 3 + 3, author_id: 5, public: true, body: `${answered[at % 3]} ${at}` },
    ].map((comment, place) => ({ ...comment, created_at: `${day(at)}T1${place}:00:00Z` })),
  }))
  const { mapping, interactions, questions } = await readRecords(records)
  expect(mapping).toMatchObject({
    columns: { from: ['comments[].author_id'], account: ['requester_id'], kind: ['comments[].public'] },
    customerColumn: 'requester_id',
  })
  expect(questions).toEqual([])
  expect(interactions.slice(0, 3).map(({ from, kind }) => [from, kind])).toEqual([
    ['customer', 'message'],
    ['company', 'event'],
    ['company', 'message'],
  ])
})

test('whoever began a conversation did not write all of its messages', async () => {
  const records = thirty.map((at) => ({
    id: 900 + at,
    type: ['email', 'chat', 'phone'][at % 3],
    createdBy: { type: at % 4 ? 'customer' : 'user' },
    createdAt: `${day(at)}T08:00:00Z`,
    threads: [
      { id: at * 3 + 1, type: 'customer', createdBy: { type: 'customer' }, body: `${said[at % 3]} ${at}` },
      { id: at * 3 + 2, type: 'note', createdBy: { type: 'user' }, body: `Look at the shelf for ${at}` },
      { id: at * 3 + 3, type: 'message', createdBy: { type: 'user' }, body: `${answered[at % 3]} ${at}` },
    ].map((thread, place) => ({ ...thread, createdAt: `${day(at)}T1${place}:00:00Z` })),
  }))
  const { interactions } = await readRecords(records)
  expect(interactions.slice(0, 3).map(({ from, kind }) => [from, kind])).toEqual([
    ['customer', 'message'],
    ['company', 'event'],
    ['company', 'message'],
  ])
})

test('in a list of comments the contact is the customer, whoever owns the case', async () => {
  const rows = thirty.flatMap((at) => [
    `0${1000 + at},${people[at % 6]},Kim Lee,${people[at % 6]},${day(at)} 08:00,1,${said[at % 3]} ${at}`,
    `0${1000 + at},${people[at % 6]},Kim Lee,Kim Lee,${day(at)} 09:00,1,${answered[at % 3]} ${at}`,
  ])
  const { mapping, interactions } = await readRows([
    'Case Number,Contact Name,Case Owner,Created By,Created Date,Is Public,Comment Body',
    ...rows,
  ])
  expect(mapping).toMatchObject({ columns: { from: ['Created By'] }, customerColumn: 'Contact Name' })
  expect(interactions.slice(0, 2).map(({ from }) => from)).toEqual(['customer', 'company'])
})

test('who handled a return wrote nothing: the comment is called the customer’s', async () => {
  const { columns, interactions, questions } = await readRows([
    'rma_number,order_id,customer_id,handled_by,created_at,reason,customer_comment',
    ...thirty.map(
      (at) =>
        `R${at},SO-${at % 28},C${at % 6},${at % 3 ? 'cs_lena' : ''},${day(at)}T08:00:00Z,${at % 2 ? 'Damaged' : 'Too small'},${said[at % 3]} ${at}`,
    ),
  ])
  expect([columns.from, questions]).toEqual([undefined, []])
  expect(new Set(interactions.map(({ from }) => from))).toEqual(new Set(['customer']))
})

test('a direction that only calls have tells nothing of mails, and is asked about', async () => {
  const { columns, questions } = await readRows([
    'Record ID,Activity date,Associated Contact,Call direction,Email direction,Email body',
    ...thirty.map((at) => {
      const way =
        at % 3 === 0 ? `${at % 2 ? 'Inbound' : 'Outbound'},` : `,${at % 2 ? 'Incoming email' : 'Email'}`
      return `${at},${day(at)} 08:00,${people[at % 6]?.toLowerCase().replace(' ', '.')}@example.org,${way},${at % 3 ? `${said[at % 3]} ${at}` : ''}`
    }),
  ])
  expect(columns.from).toBeUndefined()
  expect(questions.map(({ field }) => field)).toEqual(['from'])
})

test('a call that went out was made to the customer', async () => {
  const { kind, interactions } = await readRows([
    'CALL ID,TIMESTAMP,CAMPAIGN,CALL TYPE,AGENT,DISPOSITION,ANI,DNIS,TALK TIME',
    ...thirty.map((at) => {
      const [type, from, to] =
        at % 3 === 0
          ? ['Preview', '8885550140', `480555010${at % 6}`]
          : [at % 3 === 1 ? 'Inbound' : 'Inbound Voicemail', `480555010${at % 6}`, '8885550140']
      return `30000000${at},"Mon, ${10 + (at % 20)} Jun 2024 11:${10 + at}:32",Care,${type},${at % 4 ? 'kim' : '[None]'},Billing,${from},${to},00:0${at % 9}:10`
    }),
  ])
  expect(kind).toBe('call')
  const known = interactions.flatMap(({ identities }) => identities)
  expect(known).toHaveLength(30)
  expect(known).not.toContain('phone:8885550140')
  expect(interactions[0]).toMatchObject({ from: 'company', agent: null })
})

test('German exports say who, which case, and which way it went in one word', async () => {
  const { columns, interactions } = await readRows([
    'Vorgangsnummer;Kundennummer;Name;Eingang;Kanal;Richtung;Nachricht;Bearbeiter',
    ...thirty.map(
      (at) =>
        `V-2024-${at};028674037${at % 6};${people[at % 6]};1${at % 9}.10.2024 11:48;E-Mail;${at % 4 ? 'Eingang' : 'Ausgang'};${said[at % 3]} ${at};Kim Lee`,
    ),
  ])
  expect(columns).toMatchObject({ case: ['Vorgangsnummer'], account: ['Kundennummer'], from: ['Richtung'] })
  expect(interactions.slice(0, 2).map(({ from }) => from)).toEqual(['company', 'customer'])
})

test('each comment that Jira writes into a column is a message, behind what the ticket was opened with', async () => {
  const rows = thirty.map((at) => {
    const comments = [
      `0${1 + (at % 9)}/Mar/25 9:10 AM;557058:ab;"${answered[at % 3]}; number ${at}"`,
      at % 2 ? `0${1 + (at % 9)}/Mar/25 4:09 PM;qm:${at % 6};Still not there,\nplease; help` : '',
    ].map((comment) => `"${comment.replaceAll('"', '""')}"`)
    return `Help ${at},SUP-${at},Ann ${at % 6},qm:${at % 6},0${1 + (at % 9)}/Mar/25 8:20 AM,"${said[at % 3]} ${at}",${comments.join()}`
  })
  const { mapping, interactions, setAside, questions } = await readRows([
    'Summary,Issue key,Reporter,Reporter Id,Created,Description,Comment,Comment',
    ...rows,
  ])
  expect(mapping).toMatchObject({
    columns: {
      case: ['Issue key'],
      account: ['Reporter Id'],
      text: ['Comment[].text', 'opening message'],
      externalId: ['Comment[].id'],
      from: ['Comment[].author id'],
    },
    customerColumn: 'Reporter Id',
  })
  expect([setAside, questions]).toEqual([[], []])
  expect(interactions).toHaveLength(30 + 30 + 15)
  expect(interactions.slice(2, 5).map(({ from, text, at }) => [from, text, at])).toEqual([
    ['customer', 'Help 1\n\nI was charged twice 1', Date.UTC(2025, 2, 2, 8, 20)],
    ['company', '"The money is on its way; number 1"', Date.UTC(2025, 2, 2, 9, 10)],
    ['customer', 'Still not there,\nplease; help', Date.UTC(2025, 2, 2, 16, 9)],
  ])
})

const jira = (comments: (at: number) => string, columns = 'Comment') => [
  `Summary,Issue key,Reporter Id,Created,Description,${columns}`,
  ...thirty.map(
    (at) =>
      `Help ${at},SUP-${at},qm:${at % 6},0${1 + (at % 9)}/Mar/25 8:20 AM,${said[at % 3]} ${at},${comments(at)}`,
  ),
]

test('a single comment among many tickets is still told from what the ticket was opened with', async () => {
  const { interactions, questions } = await readRows(
    jira((at) => (at === 7 ? '09/Mar/25 9:10 AM;557058:ab;We have sent another one' : '')),
  )
  expect(questions).toEqual([])
  expect(interactions).toHaveLength(31)
  expect(interactions.filter(({ from }) => from === 'company')).toMatchObject([
    { text: 'We have sent another one', at: Date.UTC(2025, 2, 9, 9, 10), caseId: 'SUP-7' },
  ])
})

test('a comment written in another way is set aside by itself, and read again once it is mended', async () => {
  const rows = jira((at) =>
    at === 7 ? 'no time at all' : `0${1 + (at % 9)}/Mar/25 9:10 AM;557058:ab;${answered[at % 3]}`,
  )
  const { interactions, setAside, mapping, guess } = await readGuessed(rows)
  expect([interactions.length, setAside.length]).toEqual([59, 1])
  const [aside] = setAside
  const record = JSON.parse(Buffer.from(aside?.raw ?? '').toString())
  const mended = Buffer.from(JSON.stringify({ ...record, 'Comment[].created': '08/Mar/25 9:00 AM' }))
  const batches = await Array.fromAsync(
    rereadRows([{ line: aside?.line ?? null, raw: mended }], layoutOf(guess), mapping),
  )
  expect(batches.flatMap(({ facts }) => facts).map(({ interaction }) => interaction.text)).toEqual([
    'no time at all',
  ])
})

test('a mapping that was made of the tickets reads tickets, and no comments', async () => {
  const rows = jira((at) => `0${1 + (at % 9)}/Mar/25 9:10 AM;557058:ab;${answered[at % 3]}`)
  const { mapping } = await readRows(jira(() => 'none'))
  const { interactions, guess } = await readAll(aFile('export.csv', `${rows.join('\n')}\n`), mapping)
  expect(interactions).toHaveLength(30)
  expect(guess.columns.at(-1)?.name).toBe('Comment')
})

test('who opened a case did not write all of its comments, though its author is told first', async () => {
  const rows = thirty.flatMap((at) => [
    `0${1000 + at},${at % 4 ? people[at % 6] : 'Kim Lee'},${people[at % 6]},${day(at)} 08:00,${people[at % 6]},${said[at % 3]} ${at}`,
    `0${1000 + at},${at % 4 ? people[at % 6] : 'Kim Lee'},${people[at % 6]},${day(at)} 09:00,Kim Lee,${answered[at % 3]} ${at}`,
  ])
  const { columns } = await readRows([
    'Case Number,Case Created By,Contact Name,Comment Date,Comment Created By,Comment Body',
    ...rows,
  ])
  expect(columns.from).toEqual(['Comment Created By'])
})

test('most tickets without an answer leave it said who answered the others', async () => {
  const records = thirty.map((at) => ({
    id: at,
    requester: { email: `p${at % 6}@example.org` },
    created_at: `${day(at)}T08:00:00Z`,
    description: `${said[at % 3]} and it is still so, number ${at}`,
    comments:
      at % 3
        ? []
        : [
            { created_at: `${day(at)}T09:00:00Z`, author: { type: 'agent' }, body: answered[at % 3] },
            { created_at: `${day(at)}T10:00:00Z`, author: { type: 'customer' }, body: 'Thank you very much' },
          ],
  }))
  const { interactions } = await readRecords(records)
  expect(interactions.filter(({ from }) => from === 'company')).toHaveLength(10)
})
