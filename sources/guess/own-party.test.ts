import { expect, test } from 'vitest'
import { aFile, readAll } from '../written-files.ts'

/** Who the company is, where rows only name who wrote and whom it went to. */

const thirty = Array.from({ length: 30 }, (_, at) => at)
const said = ['The parcel never came', 'I was charged twice', 'It crashes when I log in']
const answered = ['We have sent another one', 'The money is on its way', 'An update comes tomorrow']
const day = (at: number) => `2024-03-${10 + (at % 20)}`

/** Thirty questions, each followed by its answer. */
async function read(header: string, row: (at: number, asks: boolean) => string) {
  const rows = thirty.flatMap((at) => [row(at, true), row(at, false)])
  const { guess, interactions } = await readAll(aFile('export.csv', `${[header, ...rows].join('\n')}\n`))
  const sides = interactions.slice(0, 2).map(({ from, identities }) => [from, ...identities])
  return { ...guess, columns: guess.mapping.columns, sides }
}

test('the domain under which one of the two writes is the company’s', async () => {
  const { mapping, questions, sides } = await read('Date,From,To,Subject,Body', (at, asks) => {
    const [customer, company] = [`Ann Ray <c${at % 7}@mail${at % 5}.example>`, `help${at % 2}@acme.example`]
    const ends = asks ? `${customer},${company}` : `${company},${customer}`
    return `${day(at)} ${asks ? '08' : '09'}:00,${ends},Order ${at},${(asks ? said : answered)[at % 3]} ${at}`
  })
  expect(mapping).toMatchObject({
    columns: { email: ['From'], from: ['From'], to: ['To'] },
    companyValues: ['@acme.example'],
  })
  expect(questions).toEqual([])
  expect(sides).toEqual([
    ['customer', 'email:c0@mail0.example'],
    ['company', 'email:c0@mail0.example'],
  ])
})

test('customers may share a domain, and the company may write under one that everybody has', async () => {
  const { mapping } = await read('Date,From,To,Body', (at, asks) => {
    const [customer, company] = [`c${at % 7}@post.example`, 'acme.help@gmail.com']
    const ends = asks ? `${customer},${company}` : `${company},${customer}`
    return `${day(at)},${ends},${(asks ? said : answered)[at % 3]} ${at}`
  })
  expect(mapping.companyValues).toEqual(['acme.help@gmail.com'])
})

test('names of accounts will do, and mails among colleagues are no customer’s', async () => {
  const { mapping, sides } = await read(
    'Conversation ID,From Username,To Username,Message,Date',
    (at, asks) => {
      const ends = asks ? `ann${at % 7},AcmeShop` : `AcmeShop,${at === 20 ? 'AcmeShop' : `ann${at % 7}`}`
      return `${700 + at},${ends},${(asks ? said : answered)[at % 3]} ${at},${day(at)}`
    },
  )
  expect(mapping).toMatchObject({ columns: { account: ['From Username'] }, companyValues: ['AcmeShop'] })
  expect(sides).toEqual([
    ['customer', 'account:ann0'],
    ['company', 'account:ann0'],
  ])
})

test('a mailbox tells its own people by the type of their addresses', async () => {
  const { columns, sides } = await read(
    'Subject,Body,From: (Name),From: (Address),From: (Type),To: (Name),To: (Address),To: (Type)',
    (at, asks) => {
      const customer = `Ann,c${at % 7}@mail.example,SMTP`
      const company = 'Kim,/o=ExchangeLabs/cn=kim,EX'
      return `Order ${at},${(asks ? said : answered)[at % 3]} ${at},${asks ? `${customer},${company}` : `${company},${customer}`}`
    },
  )
  expect(columns).toMatchObject({ from: ['From: (Type)'], email: ['From: (Address)'], to: ['To: (Address)'] })
  expect(sides).toEqual([
    ['customer', 'email:c0@mail.example', 'name:Ann'],
    ['company', 'email:c0@mail.example'],
  ])
})

test('where a client stands in every row as we do, only a name that companies use tells who we are', async () => {
  const between = (ours: string) =>
    read('Date,From,To,Body', (at, asks) => {
      const [customer, company] = [`ann${at % 3}@client.example`, ours]
      const ends = asks ? `${customer},${company}` : `${company},${customer}`
      return `${day(at)},${ends},${(asks ? said : answered)[at % 3]} ${at}`
    })
  expect((await between('support@acme.example')).mapping.companyValues).toEqual(['@acme.example'])
  const { mapping, questions } = await between('kim@acme.example')
  expect(mapping.companyValues).toBeUndefined()
  expect(questions.map(({ field }) => field)).toEqual(['from'])
})

test('from and to may be places, and name nobody', async () => {
  const { mapping } = await read(
    'Complaint ID,Date,From,To,Passenger ID,Complaint',
    (at, asks) =>
      `${at}${asks},${day(at)},${asks ? 'ZRH' : ['JFK', 'LHR'][at % 2]},${asks ? ['JFK', 'LHR'][at % 2] : 'ZRH'},P${at % 9},${said[at % 3]} ${at}`,
  )
  expect([mapping.companyValues, mapping.columns.account]).toEqual([undefined, ['Passenger ID']])
})

test('a type that sorts tickets tells no sides, nor does a tick in a list of complaints', async () => {
  const types = ['User', 'System', 'Network', 'Hardware']
  const sorted = await read('Ticket ID,Type,Created,Description', (at, asks) => {
    return `${at}${asks},${types[at % 4]},${day(at)},${said[at % 3]} ${at}`
  })
  expect([sorted.columns.from, sorted.columns.category]).toEqual([undefined, ['Type']])
  const ticked = await read('Complaint ID,Date,Staff,Food,Complaint', (at, asks) => {
    return `${at}${asks},${day(at)},${at % 3 ? 'No' : 'Yes'},No,${said[at % 3]} ${at}`
  })
  expect(ticked.columns.from).toBeUndefined()
})

test('an id that changes with the side is that of whoever wrote', async () => {
  const { mapping, sides } = await read(
    'ticket_id,message_id,user_id,direction,contact_email,body,created_at',
    (at, asks) =>
      `${700 + at},m${at}${asks},${asks ? `s${at % 7}` : 'op1'},${asks ? 'inbound' : 'outbound'},c${at % 7}@mail.example,${(asks ? said : answered)[at % 3]} ${at},${day(at)}`,
  )
  expect(mapping.writers).toEqual(['user_id'])
  expect(sides).toEqual([
    ['customer', 'account:s0', 'email:c0@mail.example'],
    ['company', 'email:c0@mail.example'],
  ])
})

test('one column may tell the sides and the notes of our own', async () => {
  const { columns, mapping } = await read('Ticket ID,Message ID,Date,Type,Contact,Message', (at, asks) => {
    const type = asks ? 'INBOUND' : at % 5 === 0 ? 'NOTE' : 'OUTBOUND'
    return `${700 + at},m${at}${asks},${day(at)},${type},Ann ${at % 7},${(asks ? said : answered)[at % 3]} ${at}`
  })
  expect(columns).toMatchObject({ from: ['Type'], kind: ['Type'] })
  expect([mapping.customerValues, mapping.kindValues.NOTE]).toEqual([['INBOUND'], 'event'])
})

test.each([
  ['E/A', 'E', 'A'],
  ['Dir', 'In', 'Out'],
  ['Creator', 'User', 'Staff'],
  ['initiator.type', 'CUSTOMER', 'AGENT'],
])('%s tells the sides apart', async (name, customer, company) => {
  const { mapping, sides } = await read(
    `ticket_id,${name},created_at,body`,
    (at, asks) =>
      `${700 + at},${asks ? customer : company},${day(at)},${(asks ? said : answered)[at % 3]} ${at}`,
  )
  expect([mapping.columns.from, mapping.customerValues]).toEqual([[name], [customer]])
  expect(sides.map(([from]) => from)).toEqual(['customer', 'company'])
})
