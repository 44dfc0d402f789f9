import { expect, test } from 'vitest'
import { aFile, readAll } from '../written-files.ts'

/** Exports whose columns look like something else. */

const thirty = Array.from({ length: 30 }, (_, at) => at)
const said = ['The parcel never came', 'I was charged twice', 'It crashes when I log in']

async function readRows(rows: readonly string[]) {
  const { guess, interactions } = await readAll(aFile('export.csv', `${rows.join('\n')}\n`))
  return { ...guess, columns: guess.mapping.columns, kind: guess.mapping.kind, interactions }
}

test('a header of long names is a header, because what stands below them are numbers', async () => {
  const measures = [
    'First reply',
    'Next reply',
    'Full resolution',
    'On hold',
    'Agent wait',
    'Requester wait',
  ].flatMap((name) => [
    `${name} time in minutes within business hours`,
    `${name} time in minutes within calendar hours`,
  ])
  const { columns } = await readRows([
    ['Id', 'Requester id', 'Subject', 'Created at', 'Status', 'Solved at', ...measures].join(','),
    ...thirty.map((at) =>
      [
        at,
        700 + (at % 6),
        said[at % 3],
        `2024-03-${10 + (at % 20)} 09:00`,
        'Solved',
        `2024-04-${10 + (at % 20)} 09:00`,
        ...measures.map(() => at * 7),
      ].join(','),
    ),
  ])
  expect(columns).toMatchObject({ case: ['Id'], account: ['Requester id'], text: ['Subject'] })
})

test('times as Java writes them, with the name of a zone, are times and no sentences', async () => {
  const { kind, interactions, questions } = await readRows([
    'Call Start Time,Call End Time,Contact Disposition,Originator DN (Calling Number),Agent Name,Talk Time',
    ...thirty.map(
      (at) =>
        `Mon Jun 03 12:21:${10 + at} BST 2024,Mon Jun 03 12:31:${10 + at} BST 2024,2,0160449601${at % 6},Kim Lee,00:0${at % 9}:15`,
    ),
  ])
  expect([kind, questions]).toEqual(['call', []])
  expect(interactions[0]).toMatchObject({
    at: Date.UTC(2024, 5, 3, 11, 21, 10),
    text: null,
    identities: ['phone:01604496010'],
  })
})

test('a date may be led by its day of the week, and a telephone number with a length is a call', async () => {
  const { kind, columns, interactions } = await readRows([
    'Type,Direction,From,To,Date,Time,Action Result,Duration',
    ...thirty.map(
      (at) =>
        `Voice,${at % 3 ? 'Incoming' : 'Outgoing'},(208) 555-01${10 + (at % 6)},(208) 555-0199,Fri 04/${10 + (at % 3) * 7}/2024,11:${10 + at} AM,Accepted,0:0${at % 9}:12`,
    ),
  ])
  expect([kind, columns.time]).toEqual(['call', ['Date', 'Time']])
  expect(interactions[0]?.at).toBe(Date.UTC(2024, 3, 10, 11, 10))
})

test('what a form asks is no team, and how satisfied somebody is overall is the rating', async () => {
  const { columns } = await readRows([
    'Timestamp,Email Address,How satisfied are you with your stay overall? ,How satisfied are you with the check-in team?,How likely are you to recommend us?,What could we do better?',
    ...thirty.map(
      (at) =>
        `13/03/2024 13:24:${10 + at},p${at % 6}@example.org,${1 + (at % 5)},${1 + (at % 4)},${at % 11},${said[at % 3]}`,
    ),
  ])
  expect([columns.team, columns.rating]).toEqual([
    undefined,
    ['How satisfied are you with your stay overall?'],
  ])
})

test('what a technician noted is no word of the customer, and a planned visit is a visit', async () => {
  const { kind, columns } = await readRows([
    'Work Order No.,Customer No.,Technician,Scheduled Start,Status,Technician Notes',
    ...thirty.map(
      (at) =>
        `WO-${at % 20},0067356${at % 6},Kim Lee,0${1 + (at % 9)}-Jan-2024 10:00,Completed,No one was there at ${at}`,
    ),
  ])
  expect(kind).toBe('visit')
  expect(columns).toMatchObject({ case: ['Work Order No.'], account: ['Customer No.'] })
  expect(columns.text).toBeUndefined()
})

test('who answered in a thread is no list of messages; each post is one, and whose it is is asked', async () => {
  const posts = thirty.map((at) => ({
    type: 'message',
    user: `U${at % 6}`,
    ts: `17419545${10 + at}.271801`,
    thread_ts: `17419545${10 + (at % 8)}.271801`,
    text: `${said[at % 3]} ${at}`,
    ...(at < 8 ? { replies: [{ user: 'U9', ts: `17419545${40 + at}.271801` }] } : {}),
  }))
  const { guess, interactions } = await readAll(aFile('channel.json', JSON.stringify(posts)))
  expect(interactions).toHaveLength(30)
  expect(guess.mapping.columns).toMatchObject({ case: ['thread_ts'], account: ['user'], time: ['ts'] })
  expect(guess.questions.map(({ field }) => field)).toEqual(['from'])
})

test('telephone numbers stay telephone numbers, whatever the column is called, and names with a comma are names', async () => {
  const calls = await readRows([
    'Caller Number,Reporter,Start Time,Talk Time,Disposition',
    ...thirty.map(
      (at) =>
        `+1 (555) 010-201${at % 6},"Ray, Ann ${at % 6}",2024-03-${10 + (at % 20)} 09:${10 + at}:00,00:0${at % 9}:15,Billing`,
    ),
  ])
  expect(calls.columns).toMatchObject({ phone: ['Caller Number'], account: ['Reporter'] })
})

test('a history inside a record is opened, whether it holds words or none', async () => {
  const records = thirty.map((at) => ({
    case_id: `C${at}`,
    history: ['Opened', 'Closed'].map((activity, place) => ({
      activity,
      timestamp: `2024-03-${10 + (at % 20)}T0${8 + place}:00:00Z`,
      team: 'A',
    })),
  }))
  const { interactions } = await readAll(aFile('log.json', JSON.stringify(records)))
  expect(interactions).toHaveLength(60)
})

test('long values of one column are judged in no time', async () => {
  const { columns } = await readRows([
    'Customer Name,Created at,Message',
    ...thirty.map((at) => `${'1_'.repeat(30_000)}!,2024-03-${10 + (at % 20)} 09:00,${said[at % 3]} ${at}`),
  ])
  expect(columns.text).toEqual(['Message'])
})
