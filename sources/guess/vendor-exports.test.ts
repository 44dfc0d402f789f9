import { expect, test } from 'vitest'
import { aFile, readAll } from '../written-files.ts'

/** Lists as help desks, telephone systems and survey tools write them, with the names that they really use. */

const people = ['Ann Ray', 'Bob Day', 'Cy Lee', 'Dee Poe', 'Eve Fox', 'Flo Orr', 'Gil Ash', 'Hal Kay']
const said = [
  'The parcel never came',
  'I was charged twice',
  'It crashes when I log in',
  'My address is wrong',
]
const mailOf = (person: string) => `${person.toLowerCase().replace(' ', '.')}@example.org`

/** Forty rows under a header, each written by its number and its person. */
async function read(header: string, row: (at: number, person: string, day: string) => string, more = '') {
  const rows = Array.from({ length: 40 }, (_, at) =>
    row(at, people[(at * 5) % 8] ?? '', `2024-03-${10 + (at % 20)} 09:${10 + at}:00`),
  )
  const { guess, interactions, setAside } = await readAll(
    aFile('export.csv', `${header}\n${more}${rows.join('\n')}\n`),
  )
  return { ...guess, columns: guess.mapping.columns, kind: guess.mapping.kind, interactions, setAside }
}

test('a Zendesk list with the names of all its measures is a table with a header, and each row a case', async () => {
  const { columns, kind } = await read(
    'Id,Requester,Requester id,Requester email,Assignee,Group,Subject,Tags,Status,Via,Ticket type,Created at,Updated at,Solved at,Full resolution time in minutes within business hours,Topic [list]',
    (at, who, day) =>
      `${1000 + at},${who},${people.indexOf(who) + 7000},${mailOf(who)},Kim Lee,${at % 2 ? 'Tech' : 'Billing'},${said[at % 4]} ${at},"web,a${at % 7}",Solved,Mail,Question,${day},${day},${day},${at},${at % 3 ? 'delivery' : 'money'}`,
  )
  expect(columns).toMatchObject({
    case: ['Id'],
    account: ['Requester id'],
    name: ['Requester'],
    email: ['Requester email'],
    text: ['Subject'],
    category: ['Topic [list]'],
    team: ['Group'],
    time: ['Created at'],
  })
  expect(kind).toBe('message')
})

test('a customer told by name and address in one cell is known by the address', async () => {
  const { columns, interactions } = await read(
    'Ticket ID,Ticket name,Create date,Ticket owner,Source,Associated Contact,Associated Contact IDs',
    (at, who, day) =>
      `${at},${said[at % 4]} ${at},${day},Kim Lee,Email,${who} (${mailOf(who)}),${people.indexOf(who) + 700}`,
  )
  expect(columns).toMatchObject({
    email: ['Associated Contact'],
    account: ['Associated Contact IDs'],
    text: ['Ticket name'],
  })
  expect(interactions[0]?.identities).toEqual(['account:700', 'email:ann.ray@example.org'])
})

test('tickets that hold how they were rated are no survey', async () => {
  const { columns, kind } = await read(
    'Ticket id,Ticket subject,Customer email,Initial channel,Assignee team,Creation date,Survey score',
    (at, who, day) =>
      `${at},${said[at % 4]} ${at},${mailOf(who)},${at % 2 ? 'chat' : 'email'},Billing,${day},${(at % 5) + 1}`,
  )
  expect([kind, columns.text, columns.rating, columns.team]).toEqual([
    'message',
    ['Ticket subject'],
    ['Survey score'],
    ['Assignee team'],
  ])
})

test('a column that says the same of every row sorts nothing', async () => {
  const { columns } = await read(
    'Issue key,Summary,Issue Type,Reporter,Created,Component/s',
    (at, who, day) => `S-${at},${said[at % 4]} ${at},Service Request,${who},${day},${at % 2 ? 'Web' : 'App'}`,
  )
  expect(columns.category).toEqual(['Component/s'])
})

test('a subject that the description begins with is said once', async () => {
  const { columns, interactions } = await read(
    'Case Number,Contact Email,Subject,Description,Date/Time Opened,Owner Role',
    (at, who, day) =>
      `${at},${mailOf(who)},${said[at % 4]},${said[at % 4]} and nobody answers me about it ${at},${day},${at % 2 ? 'East' : 'West'}`,
  )
  expect(columns).toMatchObject({ text: ['Subject', 'Description'], team: ['Owner Role'] })
  expect(interactions[0]?.text).toBe('The parcel never came and nobody answers me about it 0')
})

test.each([
  ['tel:+1555010', 'phone:+15550100'],
  ['+1555010', 'phone:+15550100'],
])(
  'calls are told by their columns, customers by their number (%s), and thousandths by how long calls are',
  async (dialled, identity) => {
    const { columns, kind, mapping, interactions } = await read(
      'Conversation ID,Media Type,Users,Date,Duration,ANI,DNIS,Queue,Wrap-up',
      (at, who, day) =>
        `c-${at},voice,Kim,${day},${90_000 + at * 20_000},${dialled}${people.indexOf(who)},tel:+15550000,${at % 2 ? 'Sales' : 'Help'},${at % 3 ? 'Bill' : 'Move'}`,
    )
    expect([kind, mapping.durationUnit]).toEqual(['call', 'milliseconds'])
    expect(columns).toMatchObject({ phone: ['ANI'], team: ['Queue'], category: ['Wrap-up'] })
    expect(interactions[0]).toMatchObject({ identities: [identity], durationSeconds: 90 })
  },
)

test('a user who goes with many telephone numbers is an agent', async () => {
  const { columns, kind } = await read(
    'line,datetime (UTC),direction,from,to,user,duration (in call),missed_call_reason,teams',
    (at, _, day) =>
      `Help,${day},inbound,+49301234${100 + at},+493099999,${at % 2 ? 'Kim' : 'Jo'},${at * 9},,${at % 2 ? 'East' : 'West'}`,
  )
  expect(columns).toMatchObject({ phone: ['from'], agent: ['user'], team: ['teams'] })
  expect([columns.account, kind]).toEqual([undefined, 'call'])
})

test('the second and third line of names in an export of a survey are no answers', async () => {
  const names = ['StartDate', 'EndDate', 'RecordedDate', 'ResponseId', 'RecipientEmail', 'Q1_NPS', 'Q2']
  const words = 'Start Date,End Date,Recorded Date,Response ID,Recipient Email,How likely?,Why this score?'
  const marks = names.map((name) => `"{""ImportId"":""${name}""}"`).join(',')
  const { columns, kind, interactions, setAside } = await read(
    names.join(','),
    (at, who, day) => `${day},${day},${day},R_${at},${mailOf(who)},${at % 11},${said[at % 4]} number ${at}`,
    `${words}\n${marks}\n`,
  )
  expect(columns).toMatchObject({ rating: ['Q1_NPS'], text: ['Q2'], email: ['RecipientEmail'] })
  expect([kind, interactions.length]).toEqual(['survey', 40])
  expect(setAside.map(({ reason }) => reason)).toEqual(['header line again', 'header line again'])
})

test('what a survey asks openly is its text, whatever it is called', async () => {
  const { columns, questions } = await read(
    'Respondent ID,Start Date,Email Address,How likely is it that you would recommend us to a friend or colleague?,What is the main reason for your score?',
    (at, who, day) => `${at},${day},${mailOf(who)},${at % 11},${said[at % 4]} ${at}`,
  )
  expect(columns).toMatchObject({
    text: ['What is the main reason for your score?'],
    rating: ['How likely is it that you would recommend us to a friend or colleague?'],
  })
  expect([columns.category, questions]).toEqual([undefined, []])
})

test('where no column is surely the customer’s but one may be, it is asked about', async () => {
  const { questions } = await read(
    'chat_id,timestamp,author_type,author_name,message',
    (at, who, day) => `c${at >> 1},${day},${at % 2 ? 'agent' : 'visitor'},${who},${said[at % 4]} ${at}`,
  )
  expect(questions).toMatchObject([
    { field: 'account', options: ['author_name'], assumed: 'no customer is known' },
  ])
})

test('what is chosen from a list in a survey is not what was said', async () => {
  const { columns } = await read(
    'Respondent ID,Start Date,Email Address,How satisfied are you?,What is your age group?,Why did you give this score?',
    (at, who, day) =>
      `${at},${day},${mailOf(who)},${(at % 5) + 1},${at % 2 ? '25 to 34' : '35 to 44'},${at % 2 ? `${said[at % 4]} ${at}` : ''}`,
  )
  expect(columns.text).toEqual(['Why did you give this score?'])
})

test('answers that are named as their columns are no second header', async () => {
  const { interactions } = await read(
    'Email,Phone,Chat,In store,Why?,Submitted at,CSAT',
    (at, _, day) => `Email,Phone,Chat,In store,${said[at % 4]} ${at},${day},${(at % 5) + 1}`,
  )
  expect(interactions).toHaveLength(40)
})

test('a number that only some rows have, or that hardly comes twice, is still the customer’s', async () => {
  const users = await read(
    'id,user_id,email,created_at,message',
    (at, who, day) =>
      `${at},${at % 5 ? '' : `u${at}`},p${at}@example.org,${day},${said[at % 4]} ${who} ${at}`,
  )
  expect(users.columns.account).toEqual(['user_id'])
  const contacts = await read(
    'Ticket ID,Contact ID,Email,Created time,Subject',
    (at, _, day) => `${at},${7000 + at},${at % 8 ? `p${at}@example.org` : ''},${day},${said[at % 4]} ${at}`,
  )
  expect(contacts.columns).toMatchObject({ account: ['Contact ID'], case: ['Ticket ID'] })
})

test('channels are channels, whichever way the calls went', async () => {
  const { columns } = await read(
    'Ticket ID,Email,Created time,Channel,Subject',
    (at, who, day) =>
      `${at},${mailOf(who)},${day},${['Inbound Call', 'Outbound Call', 'Email'][at % 3]},${said[at % 4]} ${at}`,
  )
  expect([columns.channel, columns.from]).toEqual([['Channel'], undefined])
})

test('public complaints: the complaint is the case, its issue sorts it, and the company complained of is nobody’s customer', async () => {
  const { columns, questions } = await read(
    'Date received,Product,Issue,Consumer complaint narrative,Company,State,Tags,Submitted via,Complaint ID',
    (at, _who, day) =>
      `${day.slice(0, 10)},${at % 2 ? 'Mortgage' : 'Credit card'},${at % 3 ? 'Billing disputes' : 'Closing an account'},"${said[at % 4]} and nobody would say why, number ${at}",${['Acorn Bank', 'Beech Loans'][at % 2]},CA,${at % 5 ? '' : 'Older American'},Web,${1300000 + at * 7}`,
  )
  expect(columns).toMatchObject({
    case: ['Complaint ID'],
    category: ['Issue'],
    text: ['Consumer complaint narrative'],
    channel: ['Submitted via'],
  })
  expect(columns.account).toBeUndefined()
  expect(questions).toEqual([])
})

test('what a column of issues or complaints holds says whether it names cases, sorts them, or tells them', async () => {
  const log = await read(
    'Date,Customer,Complaint',
    (at, who, day) => `${day},${who},${['Slow wifi', 'Cold food', 'Rude staff'][at % 3]}`,
  )
  expect(log.columns).toMatchObject({ account: ['Customer'], category: ['Complaint'] })
  const letters = await read(
    'Date,Customer,Complaint',
    (at, who, day) => `${day},${who},${said[at % 4]} on day ${at}`,
  )
  expect(letters.columns).toMatchObject({ account: ['Customer'], text: ['Complaint'] })
  const linked = await read(
    'Ticket ID,Requester,Issue,Subject,Created at',
    (at, who, day) => `${at},${who},${at % 2 ? `ENG-${at % 9}` : ''},${said[at % 4]},${day}`,
  )
  expect(linked.columns).toMatchObject({ case: ['Ticket ID'], account: ['Requester'], text: ['Subject'] })
  expect(linked.columns.category).toBeUndefined()
  const firms = await read(
    'Ticket ID,Organization,Subject,Created at',
    (at, _who, day) => `${at},${['Acme', 'Birch'][at % 2]} Ltd,${said[at % 4]},${day}`,
  )
  expect(firms.columns).toMatchObject({ account: ['Organization'] })
})
