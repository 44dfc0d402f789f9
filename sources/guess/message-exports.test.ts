import { describe, expect, test } from 'vitest'
import { aFile, readAll } from '../written-files.ts'

/** Lists of messages, one a row, in which each row names who wrote it and, at best, whom it went to. */

const said = [
  'The parcel never came',
  'I was charged twice',
  'It crashes when I log in',
  'My address is wrong',
]

/** Thirty questions, each followed by its answer. */
async function read(header: string, row: (at: number, asks: boolean) => string) {
  const rows = Array.from({ length: 60 }, (_, at) => row(at >> 1, at % 2 === 0))
  const { guess, interactions } = await readAll(aFile('messages.csv', `${header}\n${rows.join('\n')}\n`))
  return { mapping: guess.mapping, questions: guess.questions, interactions }
}

const peopleOf = (interactions: readonly { identities: readonly string[] }[]) =>
  interactions.slice(0, 2).map(({ identities }) => identities)

test('a text message belongs to the customer, whoever of the two wrote it', async () => {
  const { mapping, interactions } = await read('From,To,Body,SentDate,Sid,Direction', (at, asks) => {
    const [customer, company] = [`+1555010${1000 + (at % 9)}`, '+15559990000']
    const ends = asks ? `${customer},${company}` : `${company},${customer}`
    const direction = asks ? 'inbound' : 'outbound-api'
    return `${ends},${asks ? said[at % 4] : 'We look into it'} ${at},2024-03-${10 + (at % 20)}T1${asks ? 0 : 1}:00:00Z,S${at}${asks},${direction}`
  })
  expect(mapping).toMatchObject({
    columns: { phone: ['From'], to: ['To'], from: ['Direction'] },
    customerValues: ['inbound'],
  })
  expect(interactions.slice(0, 2).map(({ from }) => from)).toEqual(['customer', 'company'])
  expect(peopleOf(interactions)).toEqual([['phone:+15550101000'], ['phone:+15550101000']])
})

test('our own address names no customer, also where nobody is named as the recipient', async () => {
  const { mapping, interactions } = await read(
    'message_id,ticket_id,sender_type,sender_email,created_at,body',
    (at, asks) =>
      `m${at}${asks},T${at},${asks ? 'customer' : 'agent'},${asks ? `c${at % 9}` : 'help'}@example.org,2024-03-${10 + (at % 20)}T1${asks ? 0 : 1}:00:00Z,${said[at % 4]} ${at}`,
  )
  expect(mapping.columns.email).toEqual(['sender_email'])
  expect(mapping.columns.to).toBeUndefined()
  expect(peopleOf(interactions)).toEqual([['email:c0@example.org'], []])
})

test('posts are read with the times that the network writes', async () => {
  const { mapping, interactions } = await read(
    'tweet_id,author_id,inbound,created_at,text',
    (at, asks) =>
      `${2 * at + Number(!asks)},${asks ? 115_000 + (at % 9) : 'Acme'},${asks ? 'True' : 'False'},Tue Oct ${10 + (at % 20)} 22:10:47 +0000 2017,${said[at % 4]} ${at}`,
  )
  expect(mapping.columns).toMatchObject({ account: ['author_id'], time: ['created_at'], from: ['inbound'] })
  expect(interactions[0]?.at).toBe(Date.UTC(2017, 9, 10, 22, 10, 47))
  expect(peopleOf(interactions)).toEqual([['account:115000'], []])
})

test('a contact of its own in every row is a call, and the telephone is the customer', async () => {
  const { mapping } = await read(
    'contactId,channel,initiationTimestamp,customerEndpoint,queueName,agentInteractionDuration',
    (at, asks) =>
      `${at}-${asks},VOICE,2024-03-${10 + (at % 20)}T10:00:00Z,+1555010${1000 + (at % 9)},Help,${60 + at}`,
  )
  expect(mapping).toMatchObject({
    kind: 'call',
    columns: { phone: ['customerEndpoint'], case: ['contactId'] },
  })
  expect(mapping.columns.account).toBeUndefined()
})

async function readJson(document: unknown) {
  const { guess, interactions } = await readAll(aFile('messages.json', JSON.stringify(document)))
  return { mapping: guess.mapping, interactions }
}

const hour = (at: number, of: number) => `2024-03-${10 + (at % 20)}T1${of}:00:00Z`
const many = Array.from({ length: 24 }, (_, at) => at)

test('of a ticket with its messages the messages are read, and notes of our own are no messages', async () => {
  const { mapping, interactions } = await readJson(
    many.map((at) => ({
      id: at,
      description_text: `${said[at % 4]} ${at}`,
      requester_id: 500 + (at % 7),
      created_at: hour(at, 0),
      type: at % 2 ? 'Question' : 'Problem',
      conversations: [
        {
          id: 10 * at,
          body_text: 'We look into it',
          incoming: false,
          private: false,
          created_at: hour(at, 1),
        },
        {
          id: 10 * at + 1,
          body_text: 'Ask the lorry',
          incoming: false,
          private: true,
          created_at: hour(at, 2),
        },
        {
          id: 10 * at + 2,
          body_text: 'Still nothing',
          incoming: true,
          private: false,
          created_at: hour(at, 3),
        },
      ],
    })),
  )
  expect(mapping.columns.text).toEqual(['conversations[].body_text', 'opening message'])
  expect(interactions.slice(0, 4).map(({ from, kind, text }) => [from, kind, text])).toEqual([
    ['customer', 'message', 'The parcel never came 0'],
    ['company', 'message', 'We look into it'],
    ['company', 'event', 'Ask the lorry'],
    ['customer', 'message', 'Still nothing'],
  ])
})

test('a list inside an object that only wraps it is found, and beside customers users are our own people', async () => {
  const conversations = many.map((at) => ({
    number: at,
    createdAt: hour(at, 0),
    primaryCustomer: { id: at % 7, email: `c${at % 7}@example.org` },
    _embedded: {
      threads: [
        {
          id: 2 * at,
          type: 'customer',
          body: `${said[at % 4]} ${at}`,
          createdAt: hour(at, 0),
          createdBy: { type: 'customer' },
        },
        {
          id: 2 * at + 1,
          type: 'message',
          body: 'We look into it',
          createdAt: hour(at, 1),
          createdBy: { type: 'user' },
        },
      ],
    },
  }))
  const { mapping, interactions } = await readJson({ _embedded: { conversations }, page: { size: 24 } })
  expect(interactions).toHaveLength(48)
  expect(interactions.slice(0, 2).map(({ from }) => from)).toEqual(['customer', 'company'])
  expect(mapping.columns.category).toBeUndefined()
  expect(mapping.customerValues).toEqual(['customer'])
})

test('a mark that a message is from an agent tells the sides apart', async () => {
  const { interactions } = await readJson(
    many.flatMap((at) =>
      [false, true].map((isOurs, place) => ({
        id: 2 * at + place,
        ticket_id: at,
        from_agent: isOurs,
        sender: { id: isOurs ? 900 : at % 7 },
        body_text: `${said[at % 4]} ${at}`,
        created_datetime: hour(at, place),
      })),
    ),
  )
  expect(interactions.slice(0, 2).map(({ from }) => from)).toEqual(['customer', 'company'])
  expect(peopleOf(interactions)).toEqual([['account:0'], []])
})

test('numbers of writers are not mixed with addresses of recipients', async () => {
  const { interactions } = await read(
    'id,sender_id,sender_email,direction,to_email,created_at,body',
    (at, asks) => {
      const customer = `c${at % 9}@example.org`
      const [number, from, to] = asks
        ? [500 + (at % 9), customer, 'help@acme.org']
        : [900, 'help@acme.org', customer]
      return `${at}${asks},${number},${from},${asks ? 'inbound' : 'outbound'},${to},2024-03-${10 + (at % 20)}T1${asks ? 0 : 1}:00:00Z,${said[at % 4]} ${at}`
    },
  )
  expect(peopleOf(interactions)).toEqual([['account:500', 'email:c0@example.org'], ['email:c0@example.org']])
})

test('private messages of customers are theirs', async () => {
  const { interactions } = await read(
    'message_id,ticket_id,sender_type,sender_id,private,text,created_at',
    (at, asks) =>
      `${at}${asks},T${at},${asks ? 'user' : 'agent'},${asks ? at % 9 : 900},${at % 2 === 0},${said[at % 4]} ${at},2024-03-${10 + (at % 20)}T1${asks ? 0 : 1}:00:00Z`,
  )
  expect(interactions.slice(0, 2).map(({ from, kind }) => [from, kind])).toEqual([
    ['customer', 'message'],
    ['company', 'message'],
  ])
})

test('where nothing tells the sides apart, who wrote is not taken for the customer', async () => {
  const { mapping } = await read(
    'conversation_id,sender_id,created_at,message',
    (at, asks) =>
      `k${at},${asks ? at % 9 : 900},2024-03-${10 + (at % 20)}T1${asks ? 0 : 1}:00:00Z,${said[at % 4]} ${at}`,
  )
  expect(mapping.columns.account).toBeUndefined()
})

describe('posts that name the post they answer', () => {
  const tweets = (header: string) =>
    [
      header,
      ...Array.from({ length: 20 }, (_, at) => at * 10).flatMap((n) => [
        `${n + 1},sprintcare,False,Tue Oct 31 22:${10 + (n % 50)}:27 +0000 2017,@${n} Please send us a message so that we can look,${n + 3},${n + 2}`,
        `${n + 2},${n},True,Tue Oct 31 21:${10 + (n % 50)}:27 +0000 2017,@sprintcare I have sent several and no one is responding,"${n + 1},${n + 4}",`,
        `${n + 3},${n},True,Tue Oct 31 23:${10 + (n % 50)}:27 +0000 2017,@sprintcare and how do you propose we do that,,${n + 1}`,
        `${n + 4},joins${n},True,Tue Oct 31 23:${10 + (n % 50)}:28 +0000 2017,@${n} @sprintcare the same happened to me,,${n + 2}`,
      ]),
    ].join('\n')

  test.each(['in_response_to_tweet_id', 'inReplyToId', 'reply_to', 'Parent ID'])('%s', async (name) => {
    const header = `tweet_id,author_id,inbound,created_at,text,response_tweet_id,${name}`
    const { guess, interactions } = await readAll(aFile('twcs.csv', `${tweets(header)}\n`))
    expect([guess.mapping.columns.inReplyTo, guess.mapping.columns.case]).toEqual([[name], undefined])
    expect(guess.questions).toEqual([])
    expect(
      interactions.slice(0, 4).map(({ caseId, from, identities }) => [caseId, from, ...identities]),
    ).toEqual([
      ['2', 'company'],
      ['2', 'customer', 'account:0'],
      ['2', 'customer', 'account:0'],
      ['4', 'customer', 'account:joins0'],
    ])
    expect(guess.preview.slice(0, 2).map((row) => row.case)).toEqual(['2', '2'])
  })
})

test('a case that rows name says more than what they answer', async () => {
  const rows = Array.from({ length: 20 }, (_, at) => at)
  const posts = rows.map(
    (at) =>
      `${at + 1},${Math.floor(at / 4)},user${at % 3},2024-03-0${1 + (at % 9)} 10:00,It still does not work at all,${at % 4 === 0 ? '' : at}`,
  )
  const { guess } = await readAll(
    aFile('posts.csv', `post_id,thread_id,author_name,created_at,text,in_reply_to\n${posts.join('\n')}\n`),
  )
  expect(guess.mapping.columns).toMatchObject({ case: ['thread_id'], externalId: ['post_id'] })
  expect(guess.mapping.columns.inReplyTo).toBeUndefined()
})
