import { expect, test } from 'vitest'
import { layoutOf } from '../read-source.ts'
import { rereadRows } from '../reread-rows.ts'
import { aFile, readAll } from '../written-files.ts'

const ios = [
  '\u200e[05/02/2024, 16:22:22] Hearth & Oak: \u200eMessages and calls are end-to-end encrypted.\r',
  '[05/02/2024, 16:23:22] Nadia Rahman: I had 2,140 points and now: 0. Where did they go??\r',
  '[05/02/2024, 16:25:31] Hearth & Oak: Points expire after 12 months.',
  'Your last one was on 28 January.\r',
  '\u200e[15/02/2024, 09:01:45] Nadia Rahman: \u200eimage omitted\r',
  '\u200e[15/02/2024, 09:02:45] Nadia Rahman: \u200eThis message was deleted.\r',
].join('\n')

const android = [
  '2/5/24, 10:09\u202fAM - Messages and calls are end-to-end encrypted. Tap to learn more.',
  '2/5/24, 10:09\u202fAM - Emma Flowdesk created group "Support"',
  '2/5/24, 10:18\u202fAM - +45 20 11 43 90: Our notifications stopped.',
  '',
  '12/2022: +14%',
  '2) on the 9th, 10:15 - with the photo',
  '2/14/24, 1:16\u202fPM - Tom Support: Sorry all <This message was edited>',
  '2/14/24, 1:17\u202fPM - +45 20 11 43 90: <Media omitted>',
].join('\n')

test('a chat of WhatsApp on iOS is one case, with a row a message, and who is the customer is asked', async () => {
  const { guess, interactions, setAside } = await readAll(aFile('_chat.txt', ios))
  expect(guess.mapping.columns).toMatchObject({
    case: ['chat'],
    from: ['speaker'],
    name: ['name'],
    text: ['text'],
  })
  expect(guess.questions).toMatchObject([{ field: 'from', assumed: 'all messages are from customers' }])
  expect(guess.questions[0]?.question).toContain('"Nadia Rahman", "Hearth & Oak"')
  expect(setAside).toEqual([])
  expect(interactions.map(({ text, at }) => [text, at])).toEqual([
    ['I had 2,140 points and now: 0. Where did they go??', Date.UTC(2024, 1, 5, 16, 23, 22)],
    ['Points expire after 12 months.\nYour last one was on 28 January.', Date.UTC(2024, 1, 5, 16, 25, 31)],
    [null, Date.UTC(2024, 1, 15, 9, 1, 45)],
  ])
  expect(new Set(interactions.map(({ caseId }) => caseId)).size).toBe(1)
})

test('once it is said who is the customer, the others are the company', async () => {
  const { guess } = await readAll(aFile('_chat.txt', ios))
  const mapping = { ...guess.mapping, customerValues: ['Nadia Rahman'] }
  const { interactions } = await readAll(aFile('_chat.txt', ios), mapping)
  expect(interactions.map(({ from }) => from)).toEqual(['customer', 'company', 'customer'])
  expect(interactions.map(({ identities }) => identities.length)).toEqual([1, 0, 1])
})

test('a chat of WhatsApp on Android keeps lines that only look like messages with the message above', async () => {
  const { interactions, guess } = await readAll(aFile('chat.txt', android))
  expect(guess.mapping.timeFormat).toBe('month-day-year')
  expect(interactions.map(({ text, at, from }) => [text, at, from])).toEqual([
    [
      'Our notifications stopped.\n\n12/2022: +14%\n2) on the 9th, 10:15 - with the photo',
      Date.UTC(2024, 1, 5, 10, 18),
      'customer',
    ],
    ['Sorry all', Date.UTC(2024, 1, 14, 13, 16), 'company'],
    [null, Date.UTC(2024, 1, 14, 13, 17), 'customer'],
  ])
})

test('a chat that comes in pieces, goes on later or has a row mended is the same chat', async () => {
  const whole = await readAll(aFile('chat.txt', android))
  expect((await readAll(aFile('chat.txt', android, 7))).facts).toEqual(whole.facts)
  expect((await readAll(aFile('chat.txt', android), undefined, 1)).facts).toEqual(whole.facts.slice(1))
  const broken = await readAll(aFile('chat.txt', android.replace('2/14/24, 1:16', '2/34/24, 1:16')))
  expect(broken.setAside).toHaveLength(1)
  const raw = Buffer.from(
    Buffer.from(broken.setAside[0]?.raw ?? '')
      .toString()
      .replace('2/34/24', '2/14/24'),
  )
  const batches = await Array.fromAsync(
    rereadRows([{ line: 7, raw }], layoutOf(broken.guess), broken.guess.mapping),
  )
  expect(batches.flatMap(({ facts }) => facts)[0]?.interaction).toMatchObject({
    text: 'Sorry all',
    caseId: whole.interactions[0]?.caseId,
  })
})

test('a log and a table with times in brackets are no chats', async () => {
  const log = Array.from({ length: 9 }, (_, at) => `[2024-02-05 10:0${at}:00] INFO: job ${at}, done`).join(
    '\n',
  )
  expect((await readAll(aFile('log.txt', log))).guess.delimiter).toBe(',')
})
