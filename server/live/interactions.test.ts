import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../contract/routes.ts'
import { customerId } from '../../core/base/ids.ts'
import { listInteractionsOfCustomers } from '../../store/interactions.ts'
import { enterOrAdd } from '../gate.ts'
import { asJson, openTestApi, openTestService, type TestApi, type TestService } from '../test-kit.ts'

let service: TestService
let api: TestApi

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  await enterOrAdd(service, 'shop')
})

afterAll(() => service.close())

const url = '/api/workspaces/shop/interactions'
let told = 0

/** An interaction as the shop tells it; only what matters is said. */
function anInput(stated: object = {}) {
  told += 1
  return {
    source: 'shop',
    externalId: `m${told}`,
    at: '2026-03-02T10:00:00+01:00',
    customer: { account: `${told}` },
    text: 'Where is my parcel?',
    ...stated,
  }
}

const post = (body: unknown, type = 'application/json') =>
  api.call(routes.keepInteractions, url, {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': type },
  })

const statesOf = async (body: unknown, type?: string) =>
  (await post(body, type)).results.map(({ state }) => state)

async function factsOf(customer: string) {
  const scope = await enterOrAdd(service, 'shop')
  return listInteractionsOfCustomers(service.store.pool, scope, [customerId(customer)])
}

const textsOf = async (customer: string) => (await factsOf(customer)).map(({ text }) => text)

describe('telling interactions', () => {
  it('keeps one, says so, and knows it when it comes again', async () => {
    const one = anInput()
    expect(await post(one)).toMatchObject({
      stored: 1,
      results: [{ externalId: one.externalId, state: 'stored' }],
    })
    expect(await statesOf(one)).toEqual(['duplicate'])
    const [fact] = await factsOf(`account:${told}`)
    expect(fact).toMatchObject({ text: one.text, at: Date.parse('2026-03-02T09:00:00Z'), from: 'customer' })
  })

  it('keeps the good ones of a batch and says of each other one what is wrong with it', async () => {
    const good = anInput()
    const other = { ...good, text: 'Something else' }
    const late = anInput({ at: '2050-01-01T00:00:00Z' })
    const reply = await post([good, other, { source: 'shop' }, late, anInput({ text: 'a\0b' }), 7])
    expect(reply).toMatchObject({ stored: 1, duplicates: 0, setAside: 5 })
    expect(reply.results.map(({ reason }) => reason)).toEqual([
      undefined,
      'same id, other content',
      'not as expected',
      'impossible time',
      'not as expected',
      'not as expected',
    ])
    for (const { detail } of reply.results.slice(1)) expect(detail).toMatch(/\.$/)
  })

  it('reads lines of JSON, and goes on behind a broken one', async () => {
    const lines = [JSON.stringify(anInput()), '{"source":', JSON.stringify(anInput())].join('\n')
    expect(await statesOf(lines, 'application/x-ndjson')).toEqual(['stored', 'setAside', 'stored'])
  })

  it('takes CloudEvents, one or several', async () => {
    const event = (id: string) => ({
      specversion: '1.0',
      id,
      source: '/shop/eu',
      type: 'message.created',
      time: '2026-03-02T10:00:00Z',
      data: { customer: { email: 'Ann@Example.org' }, text: 'It broke' },
    })
    expect(await statesOf(event('e1'), 'application/cloudevents+json')).toEqual(['stored'])
    expect(await statesOf([event('e1'), event('e2')], 'application/cloudevents-batch+json')).toEqual([
      'duplicate',
      'stored',
    ])
    expect(await textsOf('email:ann@example.org')).toEqual(['It broke', 'It broke'])
  })

  it('refuses too many at once, and what is no interaction at all', async () => {
    const many = await api.ask(url, {
      method: 'post',
      ...asJson(Array.from({ length: 1001 }, () => anInput())),
    })
    expect(many.status).toBe(413)
    const large = await api.ask(url, { method: 'post', ...asJson(anInput({ text: 'x'.repeat(9e6) })) })
    expect(large.status).toBe(413)
  })

  it('keeps what comes from many sides at once, each once', async () => {
    const all = Array.from({ length: 200 }, () => anInput())
    const replies = await Promise.all([...all, ...all.toReversed()].map((one) => statesOf(one)))
    expect(replies.flat().filter((state) => state === 'stored')).toHaveLength(200)
    expect(replies.flat().filter((state) => state === 'duplicate')).toHaveLength(200)
  })
})

describe('a correction', () => {
  const customer = { account: 'corrected' }
  const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`
  const correction = (root: string, text: string, day: number) =>
    anInput({ customer, text, corrects: root, revisedAt: at(day) })

  it('takes the place of the fact, the latest one counts in whatever order they come, and a withdrawal empties it', async () => {
    const root = anInput({ customer, text: 'first' })
    await post(root)
    await post(correction(root.externalId, 'third', 5))
    expect(await textsOf('account:corrected')).toEqual(['third'])
    await post(correction(root.externalId, 'second', 4))
    expect(await textsOf('account:corrected')).toEqual(['third'])
    const gone = { source: 'shop', externalId: 'gone', withdraws: root.externalId, revisedAt: at(6) }
    expect(await statesOf([gone, gone])).toEqual(['stored', 'duplicate'])
    expect(await textsOf('account:corrected')).toEqual([])
  })

  it('may come before the fact, and may say that it was about somebody else', async () => {
    const root = anInput({ customer, text: 'early' })
    await post(anInput({ customer: { account: 'other' }, text: 'right', corrects: root.externalId }))
    await post(root)
    expect(await textsOf('account:corrected')).toEqual([])
    expect(await textsOf('account:other')).toEqual(['right'])
  })
})

describe('who it is about', () => {
  it('is one person as soon as one interaction names both identities', async () => {
    await post(anInput({ customer: { email: 'bo@example.org' }, text: 'one' }))
    await post(anInput({ customer: { account: 'bo' }, text: 'two' }))
    expect(await textsOf('account:bo')).toEqual(['two'])
    await post(anInput({ customer: { account: 'bo', email: 'bo@example.org' }, text: 'three' }))
    expect((await textsOf('account:bo')).toSorted()).toEqual(['one', 'three', 'two'])
  })

  it('is two people again when the only interaction that named both is taken back', async () => {
    await post(anInput({ customer: { email: 'di@example.org' }, text: 'one' }))
    const both = anInput({ customer: { account: 'di', email: 'di@example.org' }, text: 'two' })
    await post(both)
    expect((await textsOf('account:di')).toSorted()).toEqual(['one', 'two'])
    await post({ source: 'shop', externalId: 'undone', withdraws: both.externalId })
    expect(await textsOf('account:di')).toEqual([])
    expect(await textsOf('email:di@example.org')).toEqual(['one'])
  })

  it('of a case is known once somebody is named in it, for what came before as well', async () => {
    await post(anInput({ customer: undefined, case: 'T1', text: 'nobody yet' }))
    await post(anInput({ customer: { account: 'cy' }, case: 'T1', text: 'it is me' }))
    expect((await textsOf('account:cy')).toSorted()).toEqual(['it is me', 'nobody yet'])
  })
})
