import { afterAll, beforeAll, expect, test } from 'vitest'
import { type InteractionId, identityOf, interactionId } from '../../core/base/ids.ts'
import { dayMs } from '../../core/base/time.ts'
import type { Interaction } from '../../core/interactions/interaction.ts'
import { saveInteractions } from '../interactions.ts'
import { inTransaction } from '../postgres/client.ts'
import { openTestStore, type TestStore } from '../test-kit.ts'
import { aFact, anId, testTime } from '../test-rows.ts'
import { findSearchState, saveSearchTexts, settleSearch, takeDueTexts } from './due.ts'
import { asksForWords, type SearchFilter, searchTexts, textsAPage } from './search-texts.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await keep(facts)
  await readAll()
})
afterAll(() => store.close())

/** One text a day for ten years; every third is about a router, every fifth from the company. */
const facts = Array.from({ length: 3650 }, (_, n) => ({
  n,
  at: n % 400 === 399 ? null : testTime - n * dayMs,
  text: n % 3 === 0 ? `The routers failed, ${n % 7 === 0 ? 'sadly' : 'again'}` : 'Where is my bill?',
  from: n % 5 === 0 ? ('company' as const) : ('customer' as const),
  channel: n % 2 === 0 ? "Ann's chat" : 'mail',
}))

function keep(given: readonly ({ n: number } & Partial<Interaction>)[]) {
  return inTransaction(store.pool, (client) =>
    saveInteractions(
      client,
      store.scope,
      given.map(({ n, ...rest }) => aFact(n, { identities: [identityOf(`account:${n % 50}`)], ...rest })),
    ),
  )
}

async function readAll() {
  await inTransaction(store.pool, async (client) =>
    saveSearchTexts(client, store.scope, await takeDueTexts(client, store.scope, 5000)),
  )
  await settleSearch(store.pool)
}

async function search(filter: SearchFilter) {
  const { newestAt } = await findSearchState(store.pool, store.scope)
  const found: InteractionId[] = []
  let after: string | undefined
  for (;;) {
    const page = await inTransaction(store.pool, (client) =>
      searchTexts(client, store.scope, { ...filter, after, newestAt }),
    )
    found.push(...page.rows.map(({ id }) => id))
    if (page.next === null) return found
    expect(page.rows).toHaveLength(textsAPage)
    after = page.next
  }
}

/** Newest first, what has no time last; among equals the higher id first. */
function expected(holds: (fact: (typeof facts)[number]) => boolean) {
  return facts
    .filter(holds)
    .toSorted((left, right) => (right.at ?? -Infinity) - (left.at ?? -Infinity) || right.n - left.n)
    .map(({ n }) => interactionId(anId(n)))
}

const isRouter = ({ n }: { n: number }) => n % 3 === 0

test('page after page, every text that says so comes once, newest first, however far back', async () => {
  expect(await search({ words: 'router' })).toEqual(expected(isRouter))
  expect(await search({ words: 'failing routers' })).toEqual(expected(isRouter))
  expect(await search({ words: '"routers failed" -sadly' })).toEqual(
    expected((fact) => isRouter(fact) && fact.n % 7 !== 0),
  )
})

test('it narrows by who said it and where', async () => {
  expect(await search({ words: 'router', from: 'company', channel: "Ann's chat" })).toEqual(
    expected((fact) => isRouter(fact) && fact.n % 5 === 0 && fact.n % 2 === 0),
  )
  expect(await search({ words: 'router', channel: 'nowhere' })).toEqual([])
})

test('a count is whole or says the least that it is', async () => {
  const { newestAt } = await findSearchState(store.pool, store.scope)
  const countOf = (words: string) =>
    inTransaction(store.pool, async (client) => {
      const { total } = await searchTexts(client, store.scope, { words, newestAt })
      return total
    })
  const routers = facts.filter(isRouter).length
  const found = await countOf('router')
  expect(found.isAtLeast).toBe(true)
  expect(found.count).toBeGreaterThan(textsAPage)
  expect(found.count).toBeLessThan(routers)
  expect(await countOf('sadly')).toEqual({ count: Math.ceil(routers / 7), isAtLeast: false })
  expect(await countOf('zebra')).toEqual({ count: 0, isAtLeast: false })
})

test('no word of a search can pass for a mark, and words that all texts have ask for nothing', async () => {
  for (const words of ["'#customer'", '#customer', `#w${store.scope}`, "\\'); --", '|&!()<->']) {
    expect(await search({ words })).toEqual([])
  }
  expect(await asksForWords(store.pool, 'the')).toBe(false)
  expect(await asksForWords(store.pool, 'refund')).toBe(true)
})

test('a repeated fact is not read twice; a new one is found once it was read; huge and odd texts stop nothing', async () => {
  await keep([{ ...facts[0], n: 0 }])
  expect(await findSearchState(store.pool, store.scope)).toMatchObject({ texts: 3650, waiting: 0 })
  await keep([
    { n: 9001, text: `quokka ${'x'.repeat(5_000)} ${'word '.repeat(400_000)}` },
    { n: 9002, text: 'quokka \ud800 \u{1f600}' },
    { n: 9003, text: null },
  ])
  expect(await findSearchState(store.pool, store.scope)).toMatchObject({ texts: 3650, waiting: 2 })
  expect(await search({ words: 'quokka' })).toEqual([])
  await readAll()
  expect(await search({ words: 'quokka' })).toEqual([9002, 9001].map((n) => interactionId(anId(n))))
})
