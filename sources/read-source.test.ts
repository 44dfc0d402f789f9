import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFile, aGzip, aWorkbook, readAll } from './written-files.ts'

const log = `number,state,sys_mod_count,caller_id,opened_at,sys_updated_at,contact_type,category,assignment_group,assigned_to,sys_updated_by
INC1,New,0,Ann,29/2/2016 01:16,29/2/2016 01:23,Phone,Mail,Group 1,?,U1
INC1,New,1,Ann,29/2/2016 01:16,29/2/2016 02:23,Phone,Mail,Group 1,?,U1
INC1,New,2,Ann,29/2/2016 01:16,29/2/2016 03:23,Phone,Mail,Group 2,?,U1
INC2,New,0,Bob,1/3/2016 04:40,1/3/2016 04:57,Phone,Net,Group 2,Resolver 1,U2
INC2,New,1,Bob,1/3/2016 04:40,1/3/2016 05:57,Phone,Net,Group 2,Resolver 1,U3
INC3,New,0,?,2/3/2016 04:40,2/3/2016 04:57,Phone,Net,Group 2,Resolver 1,U3
INC3,Closed,1,?,2/3/2016 04:40,3/3/2016 04:57,Phone,Net,Group 2,Resolver 1,U3
`

test('a row of a log that only repeats a state is counted and passed over; a change of person is kept', async () => {
  const { interactions, stateOnly, rows, guess } = await readAll(aFile('log.csv', log))
  expect(guess.mapping.columns).toEqual({
    case: ['number'],
    account: ['caller_id'],
    channel: ['contact_type'],
    category: ['category'],
    team: ['assignment_group'],
    agent: ['assigned_to'],
    time: ['sys_updated_at'],
    openedAt: ['opened_at'],
  })
  expect([rows, interactions.length, stateOnly]).toEqual([7, 6, 1])
  expect(interactions[0]).toMatchObject({
    at: Date.UTC(2016, 1, 29, 1, 23),
    caseOpenedAt: Date.UTC(2016, 1, 29, 1, 16),
    identities: ['account:Ann'],
    kind: 'event',
    from: 'company',
    agent: null,
    sequence: 1,
    attributes: { state: 'New', sys_updated_by: 'U1' },
  })
  expect(interactions[4]?.identities).toEqual([])
})

test('a reading resumed after any row yields what an undisturbed one yields from there on', async () => {
  const whole = await readAll(aFile('log.csv', log), undefined, 0, 2)
  const kept = (batches: typeof whole.batches) =>
    batches.flatMap(({ facts, setAside }) => [...facts, ...setAside].map((one) => JSON.stringify(one)))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.batches.length }), async (done) => {
      const before = whole.batches.slice(0, done)
      const after = await readAll(aFile('log.csv', log, 50), undefined, before.at(-1)?.rows ?? 0, 2)
      expect([...kept(before), ...kept(after.batches)]).toEqual(kept(whole.batches))
      const sum = (some: typeof whole.batches) => some.reduce((total, { stateOnly }) => total + stateOnly, 0)
      expect(sum(before) + after.stateOnly).toBe(whole.stateOnly)
    }),
    { numRuns: 20 },
  )
})

const calls = [
  ['Call Id', 'Agent', 'Date', 'Time', 'Topic', 'Resolved', 'AvgTalkDuration', 'Satisfaction rating'],
  ['ID0001', 'Diane', '2021-01-01', 0.384004629, 'Contract', 'Y', 0.0016550926, 3],
  ['ID0002', 'Becky', '2021-01-01', 0.407997685, 'Technical', 'N', 0.0028009259, 5],
  ['ID0003', 'Diane', '2021-01-02', 0.5, 'Contract', 'Y', 0.0015162037, 4],
] as const

test('the same table as csv, as gzip and as a workbook gives the same interactions', async () => {
  const csv = calls.map((row) => row.join(',')).join('\n')
  const styled = calls.map((row) =>
    row.map((cell, at) => (typeof cell === 'number' && (at === 3 || at === 6) ? { v: cell, s: 2 } : cell)),
  )
  const asCsv = await readAll(aFile('calls.csv', csv))
  const asGzip = await readAll(aGzip('calls-2024.csv.gz', csv))
  const asWorkbook = await readAll(aFile('Some Calls.xlsx', aWorkbook({ Sheet1: styled })))
  expect(asGzip.facts).toEqual(asCsv.facts)
  expect(asWorkbook.facts.map(({ interaction }) => interaction)).toEqual(asCsv.interactions)
  expect(asWorkbook.facts.map(({ digest }) => digest)).toEqual(asCsv.facts.map(({ digest }) => digest))
  expect(asCsv.interactions[0]).toMatchObject({
    at: Date.UTC(2021, 0, 1, 9, 12, 58),
    durationSeconds: 143,
    rating: 3,
    kind: 'call',
    from: 'customer',
    caseId: 'ID0001',
    externalId: 'ID0001',
  })
})

test('equal sentences in a list without ids and times stay two', async () => {
  const list =
    'text,category\nWhere is my card?,card\nWhere is my card?,card\nI lost my phone,phone\nThe app is slow today,app\n'
  const { interactions } = await readAll(aFile('list.csv', list))
  expect(new Set(interactions.map(({ id }) => id)).size).toBe(4)
  expect(interactions[0]).toMatchObject({ kind: 'message', from: 'customer', at: null, caseId: null })
})

test('UTF-16 and Latin-1 are read as what they are', async () => {
  const text =
    'text,category\nMöchte kündigen bitte,Kündigung\nKarte geht nicht mehr,Karte\nWo ist meine Bestellung,Versand\n'
  const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  const latin = Buffer.from(text, 'latin1')
  for (const [bytes, encoding] of [
    [little, 'utf-16le'],
    [latin, 'latin1'],
    [Buffer.from(`\ufeff${text}`), 'utf-8'],
  ] as const) {
    const { guess, interactions } = await readAll(aFile('t.csv', bytes))
    expect(guess.encoding).toBe(encoding)
    expect(interactions[0]).toMatchObject({ text: 'Möchte kündigen bitte', category: 'Kündigung' })
  }
})

test('a question mark is a missing agent but a real message', async () => {
  const chat =
    'message_id,chat_id,sender,agent,message\n1,A,customer,?,?\n2,A,agent,Bo,How may I help you today\n3,A,customer,?,my order is missing again\n'
  const { interactions } = await readAll(aFile('t.csv', chat))
  expect(interactions.map(({ text, agent, from }) => [text, agent, from])).toEqual([
    ['?', null, 'customer'],
    ['How may I help you today', 'Bo', 'company'],
    ['my order is missing again', null, 'customer'],
  ])
})
