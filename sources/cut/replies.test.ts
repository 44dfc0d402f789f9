import { expect, test } from 'vitest'
import { layoutOf } from '../read-source.ts'
import { rereadRows } from '../reread-rows.ts'
import { aFile, aWorkbook, readAll } from '../written-files.ts'

const thirty = Array.from({ length: 30 }, (_, at) => at)
const said = ['The app stops when I open it', 'I was charged twice for one month', 'Very good and simple']
const answered = ['We have mended it in the new version', 'The money is on its way to you, sorry', '']
const day = (at: number) => `2024-03-${String(1 + at).padStart(2, '0')}`

const reviews = [
  'reviewId,userName,content,score,at,replyContent,repliedAt',
  ...thirty.map((at) => {
    const answer = answered[at % 3] === '' ? ',' : `"${answered[at % 3]}",${day(at)} 12:30:00`
    return `r-${at},Ann ${at % 7},${said[at % 3]} ${at},${1 + (at % 5)},${day(at)} 08:00:00,${answer}`
  }),
].join('\n')

test('what the company answered to a review is a message of its own, in one case with the review', async () => {
  const { guess, interactions, rows, setAside } = await readAll(aFile('reviews.csv', reviews))
  expect(guess.mapping).toMatchObject({
    columns: {
      case: ['reviewId'],
      externalId: ['reviewId | replyContent[].id'],
      text: ['content | replyContent[].text'],
      time: ['at | repliedAt[].time'],
      from: ['replyContent[].from'],
      rating: ['score'],
    },
    attributes: [],
    customerValues: ['customer'],
    kind: 'message',
  })
  expect(guess.reasons[0]?.because).toMatch(/"replyContent" holds what the company answered.*"repliedAt"/)
  expect(guess.questions).toEqual([])
  expect([rows, setAside.length]).toEqual([50, 0])
  expect(interactions.slice(0, 2)).toMatchObject([
    {
      externalId: 'r-0',
      caseId: 'r-0',
      from: 'customer',
      text: `${said[0]} 0`,
      at: Date.UTC(2024, 2, 1, 8),
    },
    {
      externalId: 'r-0/answer',
      caseId: 'r-0',
      from: 'company',
      text: answered[0],
      at: Date.UTC(2024, 2, 1, 12, 30),
    },
  ])
  expect(interactions[1]?.identities).toEqual(interactions[0]?.identities)
})

test('a customer who is called author did not write the answer, and is still known by it', async () => {
  const authors = reviews.replace('userName', 'author')
  const { guess, interactions } = await readAll(aFile('reviews.csv', authors))
  expect(guess.mapping.writers).toEqual([])
  const [review, answer] = interactions
  expect(answer?.identities).toEqual(review?.identities)
})

test('reviews in json are read alike, and those without words keep their answer', async () => {
  const records = thirty.map((at) => ({
    reviewId: `r-${at}`,
    reviewer: { displayName: `Ann ${at}` },
    ...(at % 3 === 1 ? {} : { comment: `${said[at % 3]} ${at}` }),
    createTime: `${day(at)}T08:00:00Z`,
    ...(at % 3 === 2
      ? {}
      : { reviewReply: { comment: answered[at % 3], updateTime: `${day(at)}T09:00:00Z` } }),
  }))
  const { interactions, guess } = await readAll(aFile('reviews.json', JSON.stringify({ reviews: records })))
  expect(guess.mapping.columns).toMatchObject({
    time: ['createTime | reviewReply.updateTime[].time'],
    text: ['comment | reviewReply.comment[].text'],
  })
  expect(interactions).toHaveLength(50)
  expect(interactions.slice(2, 4).map(({ from, text }) => [from, text])).toEqual([
    ['customer', null],
    ['company', answered[1]],
  ])
})

test('a list of tickets without ids or times still joins an answer to what it answers, whatever the language', async () => {
  const sheet = [
    ['Objet', 'Réclamation', 'Réponse apportée'],
    ...thirty.map((at) => ['Facture', `${said[at % 3]} ${at}`, answered[at % 3] ?? '']),
  ]
  const { interactions, guess } = await readAll(aFile('registre.xlsx', aWorkbook({ Registre: sheet })))
  expect(guess.mapping.columns.case).toEqual(['Réponse apportée[].row'])
  expect(interactions).toHaveLength(50)
  expect(interactions[1]?.caseId).toBe(interactions[0]?.caseId)
  expect(new Set(interactions.map(({ caseId }) => caseId)).size).toBe(30)
  expect(new Set(interactions.map(({ externalId }) => externalId)).size).toBe(50)
})

test.each([
  ['notes of how a case was solved', 'Ticket ID,Description,Resolution Notes', answered],
  ['what a customer answered to a survey', 'Response ID,What happened?,Response', answered],
  ['answers to the company’s own questions', 'id,Question,Answer', answered],
  ['a choice from a list', 'id,comment,Response', ['Yes', 'No', 'Maybe']],
])('%s is no answer to a customer', async (_, header, values) => {
  const isQuestion = header.includes('Question')
  const rows = thirty.map(
    (at) =>
      `t-${at},${said[at % 3]}${isQuestion ? '' : ` ${at}`},${values[at % 3] || 'Nothing else came of it'}`,
  )
  const { guess, rows: read } = await readAll(aFile('table.csv', [header, ...rows].join('\n')))
  expect(read).toBe(30)
  expect(guess.columns).toHaveLength(3)
})

test('a column that says who wrote each row leaves rows whole', async () => {
  const rows = thirty.map(
    (at) => `${at % 9},${at % 2 ? 'agent' : 'customer'},${said[at % 3]} ${at},${answered[at % 3]}`,
  )
  const { rows: read } = await readAll(aFile('chat.csv', ['ticket_id,sender,body,reply', ...rows].join('\n')))
  expect(read).toBe(30)
})

test('a mapping that was made of whole rows reads whole rows', async () => {
  const whole = reviews.replace('replyContent', 'note').replace('repliedAt', 'noted')
  const { guess } = await readAll(aFile('reviews.csv', whole))
  const columns = { ...guess.mapping.columns, time: ['at'], text: ['content'] }
  const mapping = { ...guess.mapping, columns, attributes: ['replyContent'] }
  const { interactions } = await readAll(aFile('reviews.csv', reviews), mapping)
  expect(interactions).toHaveLength(30)
  expect(interactions[0]?.attributes).toEqual({ replyContent: answered[0] })
})

test('a mapping made of messages reads a file in which nothing was answered yet', async () => {
  const { guess } = await readAll(aFile('reviews.csv', reviews))
  const [header = '', ...rows] = reviews.split('\n')
  const unanswered = [header, ...rows.filter((row) => row.endsWith(',,'))].join('\n')
  const { interactions, setAside } = await readAll(aFile('april.csv', unanswered), guess.mapping)
  expect([interactions.length, setAside.length]).toEqual([10, 0])
})

test('a reading that was interrupted between a message and its answer goes on with the answer', async () => {
  const whole = await readAll(aFile('reviews.csv', reviews))
  const rest = await readAll(aFile('reviews.csv', reviews), undefined, 1)
  expect(rest.facts).toEqual(whole.facts.slice(1))
})

test('an answer with a wrong time is set aside by itself and read again once it is mended, as are whole rows', async () => {
  const lines = reviews.split('\n')
  lines[1] = lines[1]?.replace('12:30:00', '45:30:00') ?? ''
  lines[2] = `${lines[2]},too many`
  const { guess, interactions, setAside } = await readAll(aFile('reviews.csv', lines.join('\n')))
  expect([interactions.length, setAside.length]).toEqual([47, 2])
  const [answer, row] = setAside.map(({ line, raw }) => ({ line, raw: Buffer.from(raw).toString() }))
  const mended = [
    { line: 2, raw: Buffer.from(answer?.raw.replace('45:30:00', '12:30:00') ?? '') },
    { line: 3, raw: Buffer.from(row?.raw.replace(',too many', '') ?? '') },
  ]
  const batches = await Array.fromAsync(rereadRows(mended, layoutOf(guess), guess.mapping))
  const whole = await readAll(aFile('reviews.csv', reviews))
  const ids = (facts: typeof whole.facts) => facts.map(({ interaction }) => interaction.id)
  expect(ids(batches.flatMap(({ facts }) => [...facts]))).toEqual(ids(whole.facts.slice(1, 4)))
})
