import { afterAll, beforeAll, expect, it } from 'vitest'
import { causeId, interactionId } from '../core/base/ids.ts'
import { addChange, addDecision, findChange, listChanges } from './changes.ts'
import { countChannels, countTouched, listDailyContacts } from './contacts-in-scope.ts'
import { saveInteractions } from './interactions.ts'
import { inTransaction } from './postgres/client.ts'
import { openTestStore, type TestStore } from './test-kit.ts'
import { aContact, aFact, anId, saveReading, testTime } from './test-rows.ts'
import { addWhy, listWhys, removeLastWhy } from './whys.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

const decision = { who: 'Ann', reason: 'It is time', on: '2016-02-29', at: testTime, figures: { mid: 1 } }

it('keeps every decision about a change, in order, with the figures of its day', async () => {
  const id = await inTransaction(store.pool, async (client) => {
    const changeId = await addChange(client, store.scope, { what: 'Call first' })
    await addDecision(client, store.scope, { changeId, decision: { ...decision, step: 'planned' } })
    await addDecision(client, store.scope, { changeId, decision: { ...decision, step: 'started' } })
    return changeId
  })
  const found = await findChange(store.pool, store.scope, id)
  expect(found).toEqual({
    id,
    plan: { what: 'Call first' },
    decisions: [
      { ...decision, step: 'planned' },
      { ...decision, step: 'started' },
    ],
  })
  expect(await listChanges(store.pool, store.scope)).toEqual([found])
})

it('takes no decision from another workspace', async () => {
  const [change] = await listChanges(store.pool, store.scope)
  if (change === undefined) throw new Error('expected a change')
  const foreign = { changeId: change.id, decision: { ...decision, step: 'stolen' } }
  await inTransaction(store.pool, (client) => addDecision(client, store.stranger, foreign))
  expect(await listChanges(store.pool, store.scope)).toEqual([change])
})

it('keeps a chain of whys with its interactions, of which only the last can be taken back', async () => {
  const late = causeId('late')
  const why = { cause: late, who: 'Ann', at: testTime }
  await inTransaction(store.pool, async (client) => {
    const interactions = [interactionId(anId(7)), interactionId(anId(7)), interactionId(anId(3))]
    await addWhy(client, store.scope, { ...why, answer: 'It came late', interactions })
    await addWhy(client, store.scope, { ...why, answer: 'It was packed late', interactions: [] })
  })
  const [first, last] = await listWhys(store.pool, store.scope, late)
  expect(first).toMatchObject({ answer: 'It came late', interactions: [anId(3), anId(7)] })
  const take = (id: number | undefined) =>
    removeLastWhy(store.pool, store.scope, { cause: late, id: id ?? 0 })
  expect(await take(first?.id)).toBe(false)
  expect(await take(last?.id)).toBe(true)
  expect(await listWhys(store.pool, store.scope, late)).toHaveLength(1)
})

it('counts contacts a day in the scope of a change', async () => {
  const late = causeId('late')
  const day = 86_400_000
  await inTransaction(store.pool, async (client) => {
    await saveInteractions(client, store.scope, [
      aFact(21, { attributes: { region: 'North' } }),
      aFact(22, { attributes: { region: 'South' } }),
      aFact(23, { attributes: { region: 'North' } }),
    ])
    await saveReading(client, store.scope, {
      contacts: [
        aContact(21, { causeId: late, channel: 'phone' }),
        aContact(22, { causeId: late, channel: 'chat' }),
        aContact(23, { causeId: late, channel: 'phone', at: testTime + day }),
        aContact(24, { causeId: late, channel: 'phone', at: null }),
        aContact(25, { channel: 'phone' }),
      ],
    })
  })
  const all = { causes: ['late'], channels: [], segments: [] }
  expect(await listDailyContacts(store.pool, store.scope, all)).toEqual([
    { day: '2016-02-29', contacts: 2 },
    { day: '2016-03-01', contacts: 1 },
  ])
  const north = [{ attribute: 'region', value: 'North' }]
  const coast = [...north, { attribute: 'region', value: 'Coast' }]
  expect(await countTouched(store.pool, store.scope, all)).toBe(4)
  const since = { causes: ['late'], at: testTime + day }
  expect(await countChannels(store.pool, store.scope, since)).toEqual([
    { channel: 'chat', before: 1, after: 0 },
    { channel: 'phone', before: 1, after: 1 },
  ])
  expect(await countTouched(store.pool, store.scope, { ...all, channels: ['chat'] })).toBe(1)
  expect(await countTouched(store.pool, store.scope, { ...all, segments: north })).toBe(2)
  expect(await countTouched(store.pool, store.scope, { ...all, segments: coast })).toBe(2)
  expect(await countTouched(store.pool, store.scope, { ...all, channels: ['chat'], segments: north })).toBe(0)
})
