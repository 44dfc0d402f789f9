import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseIdOf, customerId, type Identity, identityOf } from '../core/base/ids.ts'
import type { Interaction } from '../core/interactions/interaction.ts'
import { type Fact, findInteraction, listInteractionsOfCustomers, saveInteractions } from './interactions.ts'
import { inTransaction } from './postgres/client.ts'
import { openTestStore, type TestStore } from './test-kit.ts'
import { aFact as numberedFact } from './test-rows.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

let next = 0

function aFact(given: Partial<Interaction> = {}, identity?: Identity): Fact {
  next += 1
  return numberedFact(next, given, identity)
}

function save(facts: readonly Fact[]) {
  return inTransaction(store.pool, (client) => saveInteractions(client, store.scope, facts))
}

async function counted(facts: readonly Fact[]) {
  const { saved, ...others } = await save(facts)
  return { saved: saved.size, ...others }
}

test('an interaction comes back as it went in, whatever its text holds', async () => {
  const fact = aFact({
    text: 'tab\there, \\N and \\. and "quotes"\r\nnew line, Ω, 🙂, {braces}, \\\\ ',
    identities: [identityOf('account:7'), identityOf('email:a"b\\c@d.org')],
    caseId: caseIdOf('INC\t1'),
    caseOpenedAt: -86_400_000,
    channel: '',
    team: '\\N',
    rating: 0.1,
    durationSeconds: 1e-7,
    attributes: { 'a "b"': 'c\\ud83d\n', plain: '\\' },
  })
  await save([fact])
  expect(await findInteraction(store.pool, store.scope, fact.interaction.id)).toEqual({
    ...fact.interaction,
    identity: 'account:7',
    customer: 'account:7',
  })
})

test('an unpaired surrogate becomes one replacement character, in a text and in an attribute', async () => {
  const fact = aFact({ text: 'a\ud83db', attributes: { key: 'x\udc00y', pair: '🙂', written: '\\ud83d' } })
  await save([fact])
  const found = await findInteraction(store.pool, store.scope, fact.interaction.id)
  expect(found?.text).toBe('a\ufffdb')
  expect(found?.attributes).toEqual({ key: 'x\ufffdy', pair: '🙂', written: '\\ud83d' })
})

test('a row that names nobody is kept under its case and still names nobody', async () => {
  const fact = aFact({ identities: [] }, identityOf('case:desk/9'))
  await save([fact])
  expect((await findInteraction(store.pool, store.scope, fact.interaction.id))?.identities).toEqual([])
})

test('times before 1970, in 2099 and beyond the year 9999 come back to the millisecond', async () => {
  const times = [-62_135_596_800_000, -1, 0, 4_070_908_800_123, 253_402_300_800_000, -62_198_755_200_000]
  const facts = times.map((at) => aFact({ at }))
  await save(facts)
  for (const { interaction } of facts) {
    expect((await findInteraction(store.pool, store.scope, interaction.id))?.at).toBe(interaction.at)
  }
})

test('the same facts again are duplicates and add nothing', async () => {
  const facts = [aFact(), aFact(), aFact()]
  expect(await counted(facts)).toEqual({ saved: 3, duplicates: 0, conflicting: [] })
  expect(await counted(facts)).toEqual({ saved: 0, duplicates: 3, conflicting: [] })
})

test('a fact that comes twice in one batch is saved once', async () => {
  const fact = aFact()
  expect(await counted([fact, fact])).toEqual({ saved: 1, duplicates: 1, conflicting: [] })
})

test('an id that is known with other content is conflicting, in the same batch or in a later one', async () => {
  const fact = aFact()
  const other = { ...fact, digest: 'e'.repeat(32) }
  expect(await counted([fact, other])).toEqual({ saved: 1, duplicates: 0, conflicting: [1] })
  expect(await counted([aFact(), other])).toEqual({ saved: 1, duplicates: 0, conflicting: [1] })
})

test('two imports of the same facts at the same time save each once', async () => {
  const facts = Array.from({ length: 1500 }, () => aFact())
  const both = await Promise.all([save(facts), save([...facts].reverse())])
  expect(both[0].saved.size + both[1].saved.size).toBe(1500)
  expect(both[0].duplicates + both[1].duplicates).toBe(1500)
})

test('a large batch in which the last fact is known saves all the others', async () => {
  const far = identityOf(`account:${'x'.repeat(200)}`)
  const facts = Array.from({ length: 9000 }, () => aFact({ identities: [far] }))
  await save(facts.slice(-1))
  expect(await counted(facts)).toEqual({ saved: 8999, duplicates: 1, conflicting: [] })
})

test('a fault while facts are prepared ends the transaction, and the connection goes on', async () => {
  const broken = aFact()
  await expect(
    save([aFact(), { ...broken, interaction: { ...broken.interaction, at: 9e15 } }]),
  ).rejects.toThrow()
  expect((await save([broken])).saved.size).toBe(1)
})

test('a failed transaction leaves neither keys nor facts', async () => {
  const fact = aFact()
  const failing = inTransaction(store.pool, async (client) => {
    await saveInteractions(client, store.scope, [fact])
    throw new Error('the disk went')
  })
  await expect(failing).rejects.toThrow('the disk went')
  expect(await findInteraction(store.pool, store.scope, fact.interaction.id)).toBeNull()
  expect((await save([fact])).saved.size).toBe(1)
})

test('text with a NUL is refused, and the connection goes on', async () => {
  await expect(save([aFact({ text: 'a\0b' })])).rejects.toThrow()
  expect((await save([aFact()])).saved.size).toBe(1)
})

test('a customer sees all interactions of their identities, and a stranger none', async () => {
  const facts = [
    aFact({ identities: [identityOf('account:55')] }),
    aFact({ identities: [identityOf('email:e@f.org')] }),
  ]
  await save(facts)
  await store.pool.query("insert into identities values ($1, 'email:e@f.org', 'account:55')", [store.scope])
  const found = await listInteractionsOfCustomers(store.pool, store.scope, [customerId('account:55')])
  expect(found.map(({ id }) => id)).toEqual(facts.map(({ interaction }) => interaction.id))
  expect(await listInteractionsOfCustomers(store.pool, store.scope, [customerId('email:e@f.org')])).toEqual(
    [],
  )
  expect(await listInteractionsOfCustomers(store.pool, store.stranger, [customerId('account:55')])).toEqual(
    [],
  )
})
