import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinConversations, type Place } from './conversations.ts'
import { internNames } from './intern-names.ts'

const customer = (id: string, inReplyTo: string | null = null, writer: string | null = 'ann'): Place => ({
  id,
  inReplyTo,
  isCustomers: true,
  writer,
})
const company = (id: string, inReplyTo: string | null = null): Place => ({
  id,
  inReplyTo,
  isCustomers: false,
  writer: null,
})

function casesOf(places: readonly Place[]): Record<string, string> {
  const { add, join } = joinConversations()
  for (const place of places) add(place)
  const conversations = join()
  return Object.fromEntries(places.map(({ id, inReplyTo }) => [id, conversations.caseOf(id, inReplyTo)]))
}

it('joins a chain of answers, whatever order its rows come in', () => {
  const chain = [customer('1'), company('2', '1'), customer('3', '2'), company('4', '3')]
  const asOne = { 1: '1', 2: '1', 3: '1', 4: '1' }
  expect(casesOf(chain)).toEqual(asOne)
  expect(casesOf(chain.toReversed())).toEqual(asOne)
})

it('gives each who answers what a company says to everybody a conversation of their own', () => {
  const rows = [
    company('1'),
    customer('2', '1'),
    company('3', '2'),
    customer('4', '1', 'ben'),
    company('5', '4'),
  ]
  expect(casesOf(rows)).toEqual({ 1: '1', 2: '2', 3: '2', 4: '4', 5: '4' })
})

it('gives who joins in one conversation, wherever they speak in the chain', () => {
  const rows = [
    customer('1'),
    company('2', '1'),
    customer('3', '1', 'ben'),
    company('4', '3'),
    customer('5', '2', 'ben'),
    company('6', '5'),
    customer('7', '6'),
    customer('8', '6', null),
  ]
  expect(casesOf(rows)).toEqual({ 1: '1', 2: '1', 3: '3', 4: '3', 5: '3', 6: '3', 7: '1', 8: '3' })
})

it('takes who joins in for the same whatever order rows come in', () => {
  const rows = [customer('1'), customer('2', '1', 'ben'), company('3', '1'), customer('4', '3', 'ben')]
  expect(casesOf(rows)).toEqual({ 1: '1', 2: '2', 3: '1', 4: '2' })
  expect(casesOf(rows.toReversed())).toEqual(casesOf(rows))
})

it('names a conversation by what was answered where the file does not hold it', () => {
  expect(casesOf([company('2', '1'), customer('3', '2')])).toEqual({ 2: '1', 3: '3' })
})

it('ends where rows answer themselves or each other', () => {
  expect(casesOf([customer('1', '1')])).toEqual({ 1: '1' })
  expect(casesOf([customer('1', '3'), customer('2', '1'), customer('3', '2')])).toEqual({
    1: '2',
    2: '2',
    3: '2',
  })
})

it('settles a chain of a hundred thousand rows', () => {
  const rows = Array.from({ length: 100_000 }, (_, at) =>
    customer(String(at), at === 99_999 ? null : String(at + 1)),
  )
  expect(new Set(Object.values(casesOf(rows)))).toEqual(new Set(['99999']))
})

it('numbers names as a map would', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 300 }), (given) => {
      const { slotOf, nameOf } = internNames()
      const known = new Map<string, number>()
      for (const name of given) {
        const asRead = Buffer.from(name).toString()
        if (!known.has(asRead)) known.set(asRead, known.size)
        expect(slotOf(name)).toBe(known.get(asRead))
        expect(nameOf(slotOf(name))).toBe(asRead)
      }
    }),
  )
  const { slotOf, nameOf } = internNames()
  for (let n = 0; n < 50_000; n += 1) expect(slotOf(`tweet ${n}`)).toBe(n)
  expect(nameOf(31_415)).toBe('tweet 31415')
})
