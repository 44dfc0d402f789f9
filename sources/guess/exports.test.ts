import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFile, readAll } from '../written-files.ts'

/** Exports in the manner of common help desks, written from their public formats. */

async function read(text: string, name = 'export.csv') {
  const { guess, interactions } = await readAll(aFile(name, text.trim()))
  return { columns: guess.mapping.columns, kind: guess.mapping.kind, guess, interactions }
}

test('a Zendesk list of tickets', async () => {
  const { columns, kind, interactions } = await read(`
Ticket ID,Ticket created - Date,Ticket updated - Date,Ticket solved - Date,Ticket status,Ticket channel,Ticket group,Assignee name,Requester name,Requester email,Ticket subject,Ticket description,Ticket type,Ticket tags,Satisfaction score
101,2024-03-01 09:12:00,2024-03-04 09:12:00,2024-03-04 09:12:00,Solved,Email,Billing,Kim Lee,Ann Ray,ann@example.org,Invoice is wrong,I was charged twice for the same order in March,Problem,billing refund,Good
102,2024-03-01 10:12:00,2024-03-02 09:12:00,,Open,Web,Delivery,Jo Fox,Bob Day,bob@example.org,Where is my parcel,The parcel should have come last week,Question,delivery,Offered
103,2024-03-02 09:12:00,2024-03-05 09:12:00,,Open,Chat,Billing,Kim Lee,Ann Ray,ann@example.org,Refund missing,You promised a refund and nothing came,Problem,billing,`)
  expect(columns).toMatchObject({
    case: ['Ticket ID'],
    externalId: ['Ticket ID'],
    time: ['Ticket created - Date'],
    channel: ['Ticket channel'],
    team: ['Ticket group'],
    agent: ['Assignee name'],
    name: ['Requester name'],
    email: ['Requester email'],
    text: ['Ticket subject', 'Ticket description'],
  })
  expect([kind, interactions[0]?.from]).toEqual(['message', 'customer'])
  expect(interactions[0]?.identities).toEqual(['email:ann@example.org', 'name:Ann Ray'])
})

test('a Freshdesk list of tickets', async () => {
  const { columns } = await read(`
Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,First response time (in hrs),Agent interactions,Customer interactions,Tags,Survey results,Full name,Contact ID,Email,Work phone
9001,Cannot log in to my account,Open,Low,Email,Question,Ravi K,Tech Support,2024-01-05 10:00:12,2024-01-08 10:00:12,,,2024-01-06 10:00:12,00:12:10,1,2,login,,Ann Ray,70001,ann@example.org,+44 20 7946 0001
9002,Payment was taken twice,Open,High,Phone,Problem,Mia S,Billing,2024-01-05 11:00:12,2024-01-08 10:00:12,,,2024-01-06 10:00:12,01:12:10,1,1,payment,,Bob Day,70002,bob@example.org,+44 20 7946 0002
9003,Please close my old account,Closed,Low,Portal,Question,Ravi K,Tech Support,2024-01-06 10:00:12,2024-01-08 10:00:12,2024-01-07 10:00:12,2024-01-08 10:00:12,2024-01-08 10:00:12,00:10:10,2,1,close,,Ann Ray,70001,ann@example.org,+44 20 7946 0001`)
  expect(columns).toMatchObject({
    case: ['Ticket ID'],
    time: ['Created time'],
    channel: ['Source'],
    team: ['Group'],
    agent: ['Agent'],
    email: ['Email'],
    phone: ['Work phone'],
    account: ['Contact ID'],
    text: ['Subject'],
    category: ['Type'],
  })
})

test('Zendesk tickets as json with their comments', async () => {
  const tickets = [1, 2, 3].map((id) => ({
    id,
    created_at: `2024-02-0${id}T08:00:00Z`,
    subject: 'A bill',
    via: { channel: 'email' },
    requester: { id: 500 + (id % 2), name: 'Ann Ray', email: `u${id % 2}@example.org` },
    assignee: { name: 'Kim Lee', email: 'kim@company.example' },
    group: { name: 'Billing' },
    comments: [
      {
        id: id * 10,
        author: { role: 'end-user' },
        body: 'Why is my bill so high this month',
        created_at: `2024-02-0${id}T08:00:00Z`,
        public: true,
      },
      {
        id: id * 10 + 1,
        author: { role: 'agent' },
        body: 'I understand, let me look into it',
        created_at: `2024-02-0${id}T09:00:00Z`,
        public: true,
      },
    ],
  }))
  const { columns, interactions } = await read(JSON.stringify({ tickets }), 'tickets.json')
  expect(columns).toMatchObject({
    case: ['id'],
    externalId: ['comments[].id'],
    text: ['comments[].body'],
    from: ['comments[].author.role'],
    time: ['comments[].created_at'],
    openedAt: ['created_at'],
    channel: ['via.channel'],
    email: ['requester.email'],
    account: ['requester.id'],
    team: ['group.name'],
    agent: ['assignee.name'],
  })
  expect(interactions.map(({ from }) => from).slice(0, 2)).toEqual(['customer', 'company'])
})

test('Intercom conversations with their parts', async () => {
  const conversations = [1, 2, 3].map((at) => ({
    type: 'conversation',
    id: `conv-${at}`,
    created_at: 1_700_000_000 + at * 90_000,
    contacts: { contacts: [{ id: `c${at}` }] },
    conversation_parts: {
      total_count: 2,
      conversation_parts: [
        {
          id: `p${at}a`,
          part_type: 'comment',
          body: 'my parcel did not arrive yet',
          created_at: 1_700_000_000 + at * 90_000,
          author: { type: 'user', id: `c${at}`, email: `u${at}@example.org` },
        },
        {
          id: `p${at}b`,
          part_type: 'comment',
          body: 'let me check that for you now',
          created_at: 1_700_000_600 + at * 90_000,
          author: { type: 'admin', id: 'a1', email: 'kim@company.example' },
        },
      ],
    },
  }))
  const { columns, guess } = await read(
    conversations.map((one) => JSON.stringify(one)).join('\n'),
    'conversations.jsonl',
  )
  expect(columns).toMatchObject({
    case: ['id'],
    from: ['conversation_parts.conversation_parts[].author.type'],
    text: ['conversation_parts.conversation_parts[].body'],
    time: ['conversation_parts.conversation_parts[].created_at'],
  })
  expect(guess.mapping.timeFormat).toBe('unix-seconds')
  expect(guess.mapping.customerValues).toEqual(['user'])
})

test('a Jira list of issues', async () => {
  const { columns } = await read(`
Issue key,Issue id,Summary,Issue Type,Status,Priority,Assignee,Reporter,Created,Updated,Resolved,Description,Component
SUP-1,10001,Export does not work,Bug,Done,High,kim.lee,ann.ray,05/Mar/24 9:12 AM,06/Mar/24 9:12 AM,06/Mar/24 9:12 AM,When I press export nothing happens at all,Reports
SUP-2,10002,Login is slow,Bug,Open,Low,jo.fox,bob.day,06/Mar/24 9:12 AM,06/Mar/24 9:12 AM,,It takes a minute until I am logged in,Login
SUP-3,10003,Please add a dark mode,Request,Open,Low,kim.lee,ann.ray,07/Mar/24 1:12 PM,08/Mar/24 9:12 AM,,My eyes hurt when working late at night,App`)
  expect(columns).toMatchObject({
    case: ['Issue key'],
    time: ['Created'],
    text: ['Summary', 'Description'],
    agent: ['Assignee'],
    account: ['Reporter'],
    category: ['Issue Type'],
  })
})

test('Salesforce cases', async () => {
  const { columns, guess } = await read(`
CaseNumber,Account Name,Contact Name,Contact Email,Contact Phone,Subject,Description,Case Origin,Case Reason,Status,Case Owner,CreatedDate,ClosedDate,LastModifiedDate,SystemModstamp
00001001,Acme,Ann Ray,ann@example.org,(212) 555-0101,Broken device,The device stopped working after a week,Phone,Hardware,Closed,Kim Lee,2024-03-01T10:00:00.000+0000,2024-03-02T10:00:00.000+0000,2024-03-02T10:00:00.000+0000,2024-03-02T10:00:00.000+0000
00001002,Globex,Bob Day,bob@example.org,(212) 555-0102,Wrong invoice,The invoice shows a wrong address,Web,Billing,New,Jo Fox,2024-03-03T10:00:00.000+0000,,2024-03-03T10:00:00.000+0000,2024-03-03T10:00:00.000+0000
00001003,Acme,Ann Ray,ann@example.org,(212) 555-0101,Broken again,It stopped working once more,Email,Hardware,New,Kim Lee,2024-03-09T10:00:00.000+0000,,2024-03-09T10:00:00.000+0000,2024-03-09T10:00:00.000+0000`)
  expect(columns).toMatchObject({
    case: ['CaseNumber'],
    time: ['CreatedDate'],
    email: ['Contact Email'],
    phone: ['Contact Phone'],
    name: ['Contact Name'],
    channel: ['Case Origin'],
    category: ['Case Reason'],
    agent: ['Case Owner'],
    text: ['Subject', 'Description'],
  })
  expect(guess.mapping.attributes).not.toContain('SystemModstamp')
})

test('HubSpot tickets', async () => {
  const { columns } = await read(`
Ticket ID,Ticket name,Pipeline,Ticket status,Create date,Priority,Ticket owner,Source,Ticket description,Associated Contact,Category
5550001,Delivery late,Support,New,2024-04-01 08:11,High,Kim Lee,Email,My order is late by a week now,ann@example.org,Delivery
5550002,Wrong size,Support,New,2024-04-02 08:11,Low,Jo Fox,Chat,The shoes do not fit me at all,bob@example.org,Product
5550003,Late again,Support,Closed,2024-04-09 08:11,Low,Kim Lee,Form,Once more my order is late,ann@example.org,Delivery`)
  expect(columns).toMatchObject({
    case: ['Ticket ID'],
    time: ['Create date'],
    agent: ['Ticket owner'],
    channel: ['Source'],
    email: ['Associated Contact'],
    category: ['Category'],
    text: ['Ticket description'],
  })
})

test('messages with a direction, in German', async () => {
  const { columns, guess, interactions } = await read(`
Nachricht-ID;Vorgang;Kunde;Datum;Richtung;Kanal;Bearbeiter;Nachricht
1;V1;4711;01.03.2024 09:00;eingehend;E-Mail;;Guten Tag, wo bleibt meine Bestellung
2;V1;4711;01.03.2024 10:00;ausgehend;E-Mail;Meier;Wir prüfen das und melden uns
3;V2;4712;13.03.2024 09:00;eingehend;Telefon;;Die Rechnung stimmt wieder nicht`)
  expect(columns).toEqual({
    externalId: ['Nachricht-ID'],
    case: ['Vorgang'],
    account: ['Kunde'],
    time: ['Datum'],
    from: ['Richtung'],
    channel: ['Kanal'],
    agent: ['Bearbeiter'],
    text: ['Nachricht'],
  })
  expect([guess.delimiter, guess.mapping.timeFormat]).toEqual([';', 'day-month-year'])
  expect(interactions.map(({ from }) => from)).toEqual(['customer', 'company', 'customer'])
})

test('a log of calls with a customer number, times in two columns and a clock for the length', async () => {
  const { columns, guess, interactions } = await read(`
Call ID,Customer Phone,Call Date,Call Time,Queue,Agent Name,Call Duration,Call Reason,CSAT
c1,+15550100001,03/14/2024,09:15:00 AM,Sales,Kim,00:03:20,Billing,4
c2,+15550100002,03/15/2024,01:15:00 PM,Support,Jo,00:13:20,Delivery,
c3,+15550100001,03/16/2024,02:15:00 PM,Support,Jo,01:03:20,Billing,2`)
  expect(columns).toEqual({
    externalId: ['Call ID'],
    case: ['Call ID'],
    phone: ['Customer Phone'],
    time: ['Call Date', 'Call Time'],
    team: ['Queue'],
    agent: ['Agent Name'],
    duration: ['Call Duration'],
    category: ['Call Reason'],
    rating: ['CSAT'],
  })
  expect([guess.mapping.kind, guess.mapping.timeFormat]).toEqual(['call', 'month-day-year'])
  expect(interactions[2]).toMatchObject({
    durationSeconds: 3800,
    rating: 2,
    at: Date.UTC(2024, 2, 16, 14, 15),
  })
})

test('a survey of nothing but answers', async () => {
  const { columns, kind, guess } = await read(`
Timestamp,"On a scale of 0-10, how likely are you to recommend us?",Why?
3/14/2024 9:15:00,9,Quick and friendly help
3/15/2024 9:15:00,2,I had to call three times about it
3/16/2024 9:15:00,10,Everything worked at once`)
  expect(columns).toMatchObject({ time: ['Timestamp'], text: ['Why?'] })
  expect(columns.rating?.[0]).toMatch(/scale of 0-10/)
  expect([kind, guess.mapping.timeFormat]).toEqual(['survey', 'month-day-year'])
})

test('two columns of units whose names are swapped are told by their values, and asked about', async () => {
  const rows = Array.from({ length: 200 }, (_, at) => {
    const unit = (at * 7) % 20
    return `c${at % 50},Org line ${unit % 3},V${unit} 2nd,p${at % 9},2024-01-0${1 + (at % 9)}T10:0${at % 6}:00Z`
  })
  const { columns, guess } = await read(
    `case,org:group,organization involved,org:resource,time\n${rows.join('\n')}`,
  )
  expect(columns.team).toEqual(['organization involved'])
  expect(guess.questions).toMatchObject([{ field: 'team', assumed: 'organization involved' }])
})

test('names of the company are no customers, and a customer column of e-mails holds e-mails', async () => {
  const { columns } = await read(`
id,customer,agent_email,opened_by,created_at,message
1,ann@example.org,kim@company.example,Kim,2024-01-01,my order is late again
2,bob@example.org,jo@company.example,Jo,2024-01-02,my order is still late
3,ann@example.org,kim@company.example,Kim,2024-01-03,thank you it came`)
  expect(columns.email).toEqual(['customer'])
  expect(columns.account).toBeUndefined()
  expect(columns.agent).toEqual(['agent_email'])
})

test('the order of day and month may be settled late in the file', async () => {
  const day = (at: number) => (at === 4000 ? '29/2/2024' : `${1 + (at % 12)}/${1 + (at % 12)}/2023`)
  const rows = Array.from(
    { length: 4500 },
    (_, at) =>
      `m${at},T${at % 100},${at === 4000 ? '29/2/2024' : `3/4/2023`},hello number ${at} of many ${day(at)}`,
  )
  const { guess } = await read(`message_id,ticket_id,date,text\n${rows.join('\n')}`)
  expect(guess.mapping.timeFormat).toBe('day-month-year')
  expect(guess.questions.filter(({ field }) => field === 'timeFormat')).toEqual([])
})

test('an id that comes twice late in the file identifies no row', async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, at) => `T${at === 2500 ? 7 : at},2024-01-01,my order number ${at} is late`,
  )
  const { guess, interactions } = await read(`ticket_id,created_at,text\n${rows.join('\n')}`)
  expect(guess.mapping.columns.case).toEqual(['ticket_id'])
  expect(guess.mapping.columns.externalId).toBeUndefined()
  expect(new Set(interactions.map(({ id }) => id)).size).toBe(3000)
})

test('a list without a header is understood by its values, and asked about', async () => {
  const rows = Array.from(
    { length: 60 },
    (_, at) =>
      `shop\tconv-${1000 + Math.floor(at / 4)}\t${at % 4}\tI want to know about order ${at} please\tO O O O`,
  )
  const { columns, guess } = await read(rows.join('\n'), 'turns.tsv')
  expect(columns).toMatchObject({ text: ['column 4'], case: ['column 2'] })
  expect(guess.questions.map(({ field }) => field)).toEqual(['text', 'case', 'from'])
})

test('where messages of customers name no agent, the agent tells the sides apart', async () => {
  const { guess, interactions } = await read(`
message_id,ticket_id,created_at,agent,message
1,T1,2024-01-01,,my order is late again
2,T1,2024-01-02,Kim,I am sorry and will look
3,T2,2024-01-03,,where is my refund please
4,T2,2024-01-04,Jo,it was sent this morning`)
  expect(interactions.map(({ from, agent }) => [from, agent])).toEqual([
    ['customer', null],
    ['company', 'Kim'],
    ['customer', null],
    ['company', 'Jo'],
  ])
  expect(guess.questions).toEqual([])
})

test('a column that mixes two ways to write a date is asked about', async () => {
  const { guess, interactions } = await read(`
message_id,date,text
1,13/2/2024,my order is late again
2,14/3/2024,my order is still late
3,3/4/2024,thank you it came
4,2/15/2024,it broke the next day`)
  expect(guess.questions).toMatchObject([{ field: 'timeFormat', assumed: 'day-month-year' }])
  expect(interactions.length).toBe(3)
})

test('a ticket that keeps its first message apart opens with it', async () => {
  const tickets = [1, 2, 3].map((id) => ({
    id,
    description_text: `my parcel ${id} is late again`,
    created_at: `2024-02-0${id}T08:00:00Z`,
    requester: { email: `u${id}@example.org` },
    conversations: [
      {
        id: id * 10,
        body_text: 'we will look into it now',
        incoming: false,
        created_at: `2024-02-0${id}T09:00:00Z`,
      },
      {
        id: id * 10 + 1,
        body_text: 'thank you it came today',
        incoming: true,
        created_at: `2024-02-0${id}T10:00:00Z`,
      },
    ],
  }))
  const { interactions, columns } = await read(JSON.stringify(tickets), 'tickets.json')
  expect(columns.text).toEqual(['conversations[].body_text', 'opening message'])
  expect(interactions.slice(0, 3).map(({ caseId, from, text, at }) => [caseId, from, text, at])).toEqual([
    ['1', 'customer', 'my parcel 1 is late again', Date.UTC(2024, 1, 1, 8)],
    ['1', 'company', 'we will look into it now', Date.UTC(2024, 1, 1, 9)],
    ['1', 'customer', 'thank you it came today', Date.UTC(2024, 1, 1, 10)],
  ])
})

const headers =
  'id,type,subject,description,case,ticket id,call id,number,customer,customer email,email,phone,user,agent,owner,assignee,team,group,queue,org:group,organization involved,channel,source,via,category,reason,topic,rating,score,duration,date,time,created at,updated at,opened at,closed at,from,direction,author,message,text,comment,status,priority'.split(
    ',',
  )
const kinds: readonly ((at: number) => string)[] = [
  (at) => `v${at}`,
  (at) => `v${at % 3}`,
  (at) => String(at),
  (at) => `ann${at % 4}@example.org`,
  (at) => `2024-01-${10 + (at % 20)} 10:00`,
  (at) => `${1 + (at % 12)}/${1 + (at % 12)}/2024`,
  (at) => `my order number ${at} is late again`,
  (at) => (at % 2 ? 'customer' : 'agent'),
  (at) => (at % 2 ? 'call' : 'email'),
  (at) => (at % 3 ? '' : 'Kim'),
  (at) => `0${at % 10}:15:00`,
  (at) => `+1555010${1000 + at}`,
]

test('whatever the columns are called and hold, the guess is a mapping that can be read', async () => {
  const column = fc.tuple(fc.constantFrom(...headers), fc.constantFrom(...kinds))
  const table = fc.uniqueArray(column, { minLength: 2, maxLength: 12, selector: ([name]) => name })
  await fc.assert(
    fc.asyncProperty(table, async (columns) => {
      // In a narrow table, a column that holds its own name makes the header look like a row.
      const isOwnName = ([name, value]: (typeof columns)[number]) => value(0) === name || value(1) === name
      fc.pre(columns.length > 3 || !columns.some(isOwnName))
      const rows = Array.from({ length: 40 }, (_, at) => columns.map(([, value]) => value(at)).join(','))
      const text = [columns.map(([name]) => name).join(','), ...rows].join('\n')
      const { interactions, setAside, stateOnly } = await readAll(aFile('t.csv', text))
      const held = rows.filter((row) => /[^, ]/.test(row)).length
      expect(interactions.length + setAside.length + stateOnly).toBe(held)
    }),
    { numRuns: 200 },
  )
}, 30_000)
