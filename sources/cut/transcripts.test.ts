import { expect, test } from 'vitest'
import { layoutOf } from '../read-source.ts'
import { rereadRows } from '../reread-rows.ts'
import { aFile, readAll } from '../written-files.ts'
import { cutTurns } from './transcript.ts'

const thirty = Array.from({ length: 30 }, (_, at) => at)
const visitors = ['Ann', 'Ben Stone', 'Fatima', 'Visitor 9001', 'Zoë', 'Li', 'Omar', 'Jan']
const agents = ['Kwame O', 'Dina P']
const day = (at: number) => `2024-03-${String(1 + at).padStart(2, '0')}`
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

function chats(transcript: (at: number, visitor: string, agent: string) => string, time = '09:58:40') {
  const rows = thirty.map((at) => {
    const [visitor = '', agent = ''] = [visitors[at % visitors.length], agents[at % 2]]
    return `ch-${at},${day(at)} ${time},${visitor},${agent},${quoted(transcript(at, visitor, agent))}`
  })
  return aFile('chats.csv', ['chat_id,started_at,visitor_name,agent,transcript', ...rows].join('\n'))
}

const together = chats(
  (at, visitor, agent) =>
    `[10:02] ${visitor}: exam says 10:30, which one is it: number ${at}? [10:02] *** ${agent} joined the chat *** [10:04] ${agent}: It is 9:30: ignore [the letter] please [10:05] ${visitor}: good job I asked`,
)

test('a chat in one cell is as many messages, with sides and times of day', async () => {
  const { guess, interactions, rows } = await readAll(together)
  expect(guess.mapping).toMatchObject({
    columns: {
      case: ['chat_id'],
      externalId: ['chat_id | transcript[].id'],
      text: ['transcript[].said'],
      from: ['visitor_name | transcript[].from'],
      time: ['started_at', 'started_at | transcript[].clock'],
    },
    customerValues: ['customer'],
    kind: 'message',
  })
  expect(guess.reasons[0]?.because).toMatch(/"transcript" holds what several people said/)
  expect([guess.questions.map(({ field }) => field), rows]).toEqual([['account'], 90])
  expect(
    interactions.slice(3, 6).map(({ from, text, at, externalId }) => [from, text, at, externalId]),
  ).toEqual([
    ['customer', 'exam says 10:30, which one is it: number 1?', Date.UTC(2024, 2, 2, 10, 2), 'ch-1/1'],
    ['company', 'It is 9:30: ignore [the letter] please', Date.UTC(2024, 2, 2, 10, 4), 'ch-1/3'],
    ['customer', 'good job I asked', Date.UTC(2024, 2, 2, 10, 5), 'ch-1/4'],
  ])
})

test('a chat that passes midnight goes on the next day', async () => {
  const late = chats(
    (at, visitor) =>
      `(23:58:10) ${visitor}: is anybody there, number ${at}\n(00:03:00) Agent: yes, I am\nand at your service\n(00:04:30) ${visitor}: great`,
    '23:58:02',
  )
  const { interactions } = await readAll(late)
  expect(interactions.slice(0, 3).map(({ at, text }) => [at, text])).toEqual([
    [Date.UTC(2024, 2, 1, 23, 58, 10), 'is anybody there, number 0'],
    [Date.UTC(2024, 2, 2, 0, 3), 'yes, I am\nand at your service'],
    [Date.UTC(2024, 2, 2, 0, 4, 30), 'great'],
  ])
})

test('clocks of another zone than the times of the rows are asked about, and the zone that is named is theirs', async () => {
  const lines = thirty.map(
    (at) =>
      `ch-${at},${Date.UTC(2026, 5, 1 + at, 8, 0, 12)},${visitors[at % 8]},${quoted(`[09:00] ${visitors[at % 8]}: hello, number ${at} [09:02] Agent: hello to you`)}`,
  )
  const file = aFile('chats.csv', ['chat_id,started_at,visitor_name,transcript', ...lines].join('\n'))
  const { guess } = await readAll(file)
  expect(guess.questions.map(({ field, question }) => [field, question]).slice(0, 1)).toEqual([
    [
      'timeZone',
      'The clocks in "transcript" go 60 minutes ahead of the times in "started_at". Which time zone are they of?',
    ],
  ])
  const { interactions } = await readAll(file, { ...guess.mapping, timeZone: 'Europe/London' })
  expect(interactions[0]?.at).toBe(Date.UTC(2026, 5, 1, 8, 0))
})

test('lines that begin with Customer and Agent are turns at the time of their row', async () => {
  const { interactions, guess } = await readAll(
    chats(
      (at) =>
        `Customer: my parcel is not here, number ${at}\nAgent: I look into it\nNote: nobody's\nCustomer: thanks`,
    ),
  )
  expect(guess.mapping.columns.time).toEqual(['started_at'])
  expect(interactions.slice(0, 3).map(({ from, text, at }) => [from, text, at])).toEqual([
    ['customer', 'my parcel is not here, number 0', Date.UTC(2024, 2, 1, 9, 58, 40)],
    ['company', "I look into it\nNote: nobody's", Date.UTC(2024, 2, 1, 9, 58, 40)],
    ['customer', 'thanks', Date.UTC(2024, 2, 1, 9, 58, 40)],
  ])
})

test('a log of requests and one of what was done, the newest first, are one conversation without what is internal', async () => {
  const rows = thirty.map((at) => {
    const who = `Wiersma${at % 9}, Sjoerd`
    const request = `${day(at).split('-').reverse().join('-')} 08:04 ${who}: \nDe printer doet het niet, nummer ${at}`
    const done = [
      '10:17 Haan, Wouter: \nRol vervangen.',
      '09:50 Haan, Wouter: \n[onzichtbaar voor aanmelder] Gebeld.',
    ]
      .map((entry) => `${day(at).split('-').reverse().join('-')} ${entry}`)
      .join('\n\n')
    return `M2401 ${100 + at};${who};${quoted(request)};${quoted(done)};Haan, Wouter;${day(at).split('-').reverse().join('-')} 08:04`
  })
  const header = 'Meldingnummer;Aanmelder;Verzoek;Actie;Behandelaar;Datum aangemeld'
  const { interactions, guess } = await readAll(aFile('meldingen.csv', [header, ...rows].join('\n')))
  expect(guess.mapping.columns).toMatchObject({ case: ['Meldingnummer'], text: ['Verzoek + Actie[].said'] })
  expect(interactions).toHaveLength(60)
  expect(interactions.slice(0, 2).map(({ from, text, at }) => [from, text, at])).toEqual([
    ['customer', 'De printer doet het niet, nummer 0', Date.UTC(2024, 2, 1, 8, 4)],
    ['company', 'Rol vervangen.', Date.UTC(2024, 2, 1, 10, 17)],
  ])
})

test('where nothing tells who of the speakers is the customer, rows stay whole and it is asked', async () => {
  const rows = thirty.map(
    (at) =>
      `ch-${at},${day(at)} 10:00,${quoted(`[10:02] Kim: hello there, number ${at} [10:04] Lee: good day to you`)}`,
  )
  const { rows: read, guess } = await readAll(
    aFile('c.csv', ['chat_id,started_at,transcript', ...rows].join('\n')),
  )
  expect(read).toBe(30)
  expect(guess.questions).toMatchObject([
    { field: 'from', assumed: 'each is read as one message of the customer' },
  ])
})

test('agents who speak first are no customers, because few names are theirs', async () => {
  const { interactions } = await readAll(
    aFile(
      'c.csv',
      [
        'chat_id,started_at,wie,medewerker,gesprek',
        ...thirty.map((at) => {
          const [one, two] = [agents[at % 2], `Piet${at % 20}`]
          return `ch-${at},${day(at)} 10:00,${two},${one},${quoted(`[10:02] ${one}: hoi, met mij, ${at} [10:04] ${two}: hallo, een vraag`)}`
        }),
      ].join('\n'),
    ),
  )
  expect(interactions.slice(0, 2).map(({ from }) => from)).toEqual(['company', 'customer'])
})

test('a form with lines of its own and a letter’s head are no conversation', async () => {
  const { rows } = await readAll(
    chats((at) => `From: Ann\nSent: Monday\nTo: help\nReceived: today\nPlease send me the bill number ${at}`),
  )
  expect(rows).toBe(30)
})

test('a reading that was interrupted within a chat goes on with the next turn, and a turn is read again by itself', async () => {
  const whole = await readAll(together)
  const rest = await readAll(together, undefined, 2)
  expect(rest.facts).toEqual(whole.facts.slice(2))
  const broken = chats(
    (at, visitor) => `[${at === 3 ? '29' : '10'}:02] ${visitor}: hello, number ${at} [10:04] Agent: hello`,
  )
  const { guess, setAside } = await readAll(broken)
  expect(setAside.map(({ reason }) => reason)).toEqual(['unreadable time'])
  const raw = Buffer.from(
    Buffer.from(setAside[0]?.raw ?? '')
      .toString()
      .replace('29:02', '10:02'),
  )
  const batches = await Array.fromAsync(rereadRows([{ line: 5, raw }], layoutOf(guess), guess.mapping))
  expect(batches.flatMap(({ facts }) => facts)[0]?.interaction).toMatchObject({
    text: 'hello, number 3',
    from: 'customer',
  })
})

test('an endless cell is cut in no time, whatever it repeats', () => {
  const pieces = [
    'a: ',
    '[',
    '[1:11] ',
    '[1:11] a',
    '\n1:11 ',
    '\n1:11 a: b',
    '-->||',
    '\nAgent:',
    '1-1-1',
    '\n('.repeat(3),
    '?a',
  ]
  for (const piece of pieces) {
    const cell = piece.repeat(1_000_000 / piece.length)
    expect(cutTurns(cell, (label) => label === 'Agent').length).toBeLessThanOrEqual(5000)
  }
}, 5000)
