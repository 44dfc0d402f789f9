import { expect, test } from 'vitest'
import { layoutOf } from './read-source.ts'
import { rereadRows } from './reread-rows.ts'
import { aFile, aWorkbook, readAll, testNow } from './written-files.ts'

async function reread(file: ReturnType<typeof aFile>, mend: (raw: string) => string) {
  const { guess, setAside } = await readAll(file)
  const rows = setAside.map(({ line, raw }) => ({
    line,
    raw: Buffer.from(mend(Buffer.from(raw).toString())),
  }))
  const context = JSON.parse(JSON.stringify(layoutOf(guess)))
  const batches = []
  for await (const batch of rereadRows(rows, context, guess.mapping, testNow)) batches.push(batch)
  return {
    setAside,
    facts: batches.flatMap(({ facts }) => facts),
    still: batches.flatMap((batch) => batch.setAside),
  }
}

test('a csv row that was mended becomes the fact it should have been, and what is not mended stays aside', async () => {
  const rows = [
    'message_id,ticket_id,created_at,text',
    'm1,T1,2024-02-01,"Hello, where is it"',
    'm2,T1,2024-02-31,"It broke, again"',
    'm3,T2,2024-02-02,it works',
    'm4,T2,sometime,it does not',
  ]
  const { setAside, facts, still } = await reread(aFile('t.csv', rows.join('\n')), (raw) =>
    raw.replace('02-31', '02-21'),
  )
  expect(setAside.map(({ line }) => line)).toEqual([3, 5])
  expect(facts[0]?.interaction).toMatchObject({
    externalId: 'm2',
    at: Date.UTC(2024, 1, 21),
    text: 'It broke, again',
  })
  expect(still.map(({ line, reason }) => [line, reason])).toEqual([[5, 'unreadable time']])
})

test('a nested message and a row of a sheet are read again the same way', async () => {
  const messages = (at: string) => [
    { body: 'my card is broken', created_at: '2024-01-02' },
    { body: 'it still is broken', created_at: at },
  ]
  const json = JSON.stringify([
    { id: 1, messages: messages('never') },
    { id: 2, messages: messages('2024-01-04') },
  ])
  const fromJson = await reread(aFile('t.json', json), (raw) => raw.replace('never', '2024-01-03'))
  expect(fromJson.facts.map(({ interaction }) => [interaction.caseId, interaction.at])).toEqual([
    ['1', Date.UTC(2024, 0, 3)],
  ])
  const sheet = aWorkbook({
    S: [
      ['Call Id', 'Date', 'Topic'],
      ['c1', '2024-01-02', 'Bill'],
      ['c2', 'never', 'Card'],
      ['c3', '2024-01-04', 'Bill'],
    ],
  })
  const fromSheet = await reread(aFile('t.xlsx', sheet), (raw) => raw.replace('never', '2024-01-03'))
  expect(fromSheet.facts.map(({ interaction }) => [interaction.caseId, interaction.category])).toEqual([
    ['c2', 'Card'],
  ])
})
