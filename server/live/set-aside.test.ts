import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { mostSetAside } from '../../contract/interactions.ts'
import { routes } from '../../contract/routes.ts'
import { dayMs } from '../../core/base/time.ts'
import { streamExport } from '../exports/stream-export.ts'
import { enterOrAdd } from '../gate.ts'
import { type Answering, asJson, startTestServer } from '../test-kit.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let passed = 0

beforeAll(async () => {
  server = await startTestServer({ withDemo: false, passed: () => passed })
  for (const name of ['shop', 'full', 'retry', 'person', 'mend', 'atomic'])
    await enterOrAdd(server.service, name)
})

afterAll(() => server.close())

const ask = (path: string, init: RequestInit = {}) => fetch(`${server.url}/api/workspaces/${path}`, init)

async function call<T extends z.ZodType>(route: Answering<T>, path: string, init: RequestInit = {}) {
  const response = await ask(path, { method: route.method, ...init })
  expect({ path, status: response.status }).toEqual({ path, status: 200 })
  return route.responses[200].content['application/json'].schema.parse(await response.json())
}

const tell = (workspace: string, body: unknown) =>
  call(routes.keepInteractions, `${workspace}/interactions`, asJson(body))
const listAside = (workspace: string) => call(routes.listToldSetAside, `${workspace}/told/set-aside`)
const reread = (workspace: string, mended: { id: string; raw: string }[] = []) =>
  call(routes.rereadTold, `${workspace}/told/reread`, asJson({ mended }))
const query = async (statement: string, values: unknown[]) =>
  (await server.service.store.pool.query(statement, values)).rows

/** An interaction as the shop tells it; only what matters is said. */
function anInput(externalId: string, stated: object = {}) {
  return { source: 'shop', externalId, at: '2026-03-02T10:00:00+01:00', text: 'Where is it?', ...stated }
}

async function textsIn(workspace: string) {
  const scope = await enterOrAdd(server.service, workspace)
  const rows = await query('select text from interactions where workspace_id = $1 order by text', [scope])
  return rows.map(({ text }) => text)
}

describe('what the API tells and can’t be kept as a fact', () => {
  it('is kept as it came, with its reason, beside the facts of the same request', async () => {
    const body = `[${JSON.stringify(anInput('a1'))}, {"source" : "shop"},\n ${JSON.stringify(anInput('a1', { text: 'Other' }))}]`
    const reply = await call(routes.keepInteractions, 'shop/interactions', {
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(reply).toMatchObject({ stored: 1, duplicates: 0, setAside: 2 })
    expect(reply.results.map(({ isKept }) => isKept)).toEqual([undefined, true, true])
    const { rows, ...list } = await listAside('shop')
    expect(list).toEqual({ total: 2, next: null, isFull: false })
    const contents = rows.map(({ file, line, reason, raw }) => ({ file, line, reason, raw }))
    const from = { file: 'told by the API', line: null }
    expect(contents).toHaveLength(2)
    expect(contents).toContainEqual({ ...from, reason: 'not as expected', raw: '{"source" : "shop"}' })
    const other = JSON.stringify(anInput('a1', { text: 'Other' }))
    expect(contents).toContainEqual({ ...from, reason: 'same id, other content', raw: other })
    for (const { detail } of rows) expect(detail).toMatch(/\.$/)
    const scope = await enterOrAdd(server.service, 'shop')
    const exported = await Array.fromAsync(streamExport(server.service, scope, 'set-aside'))
    expect(exported).toEqual(rows.map(({ id: _, ...row }) => row))
    expect(await call(routes.listConnectors, 'shop/connectors')).toEqual({ connectors: [], toldSetAside: 2 })
  })

  it('is kept byte by byte, whatever bytes they are', async () => {
    const line = Buffer.from('{"source":"shop","text":"Gr\xfc\xdfe', 'latin1')
    const body = Buffer.concat([Buffer.from(`${JSON.stringify(anInput('b1'))}\n`), line, Buffer.from('\n')])
    const reply = await call(routes.keepInteractions, 'shop/interactions', {
      body,
      headers: { 'content-type': 'application/x-ndjson' },
    })
    expect(reply).toMatchObject({
      stored: 1,
      setAside: 1,
      results: [{}, { reason: 'no JSON', isKept: true }],
    })
    const [found] = await query("select raw from set_aside where reason = 'no JSON'", [])
    expect(found.raw.equals(line)).toBe(true)
  })

  it('may name a field with a null character', async () => {
    const odd = anInput('b2', { 'a\0b': 1, attributes: { 'c\0d': 'e' } })
    expect(await tell('shop', [odd, anInput('b3')])).toMatchObject({ stored: 1, setAside: 1 })
  })

  it('is refused and not kept where it is told alone, and kept where it alone contradicts', async () => {
    const { total } = await listAside('shop')
    for (const wrong of [{ source: 'shop' }, [{ source: 'shop' }]]) {
      const response = await ask('shop/interactions', { method: 'post', ...asJson(wrong) })
      expect(response.status).toBe(400)
    }
    expect(await listAside('shop')).toMatchObject({ total })
    await tell('shop', anInput('c1'))
    expect(await tell('shop', anInput('c1', { text: 'Not this' }))).toMatchObject({
      results: [{ state: 'setAside', isKept: true }],
    })
    expect(await listAside('shop')).toMatchObject({ total: total + 1 })
  })

  it('is listed once, however often and from however many sides it is told', async () => {
    const batch = [anInput('d1'), { source: 'shop' }, { source: 'shop' }, 7]
    const replies = await Promise.all(Array.from({ length: 40 }, () => tell('retry', batch)))
    for (const { results } of replies)
      expect(results.slice(1)).toEqual(Array(3).fill(expect.objectContaining({ isKept: true })))
    expect(await listAside('retry')).toMatchObject({ total: 2 })
  })

  it('holds back nothing that is well-formed: its table is not even asked for', async () => {
    const client = await server.service.store.pool.connect()
    try {
      await client.query('begin; lock table set_aside in access exclusive mode')
      expect(await tell('shop', [anInput('e1'), anInput('e2')])).toMatchObject({ stored: 2 })
      expect(await tell('shop', anInput('e1'))).toMatchObject({ duplicates: 1 })
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

describe('in the same moment', () => {
  const refuse = `create function refuse_aside() returns trigger language plpgsql as $$ begin raise 'no room'; end $$;
    create trigger refuse_aside before insert on set_aside for each row when (new.reason = 'not as expected')
    execute function refuse_aside()`

  it('nothing of a request is stored where what is set aside of it can’t be kept', async () => {
    await query(refuse, [])
    const batch = [anInput('f1'), { source: 'shop' }]
    const response = await ask('atomic/interactions', { method: 'post', ...asJson(batch) })
    expect(response.status).toBe(500)
    expect(await textsIn('atomic')).toEqual([])
    await query('drop function refuse_aside cascade', [])
    expect(await tell('atomic', batch)).toMatchObject({ stored: 1, setAside: 1 })
  })
})

describe('reading it again', () => {
  it('judges it by the rules of today, or as it was mended, and leaves the rest', async () => {
    const at = new Date(Date.now() + 400 * dayMs).toISOString()
    await tell('mend', [
      anInput('g1', { at, text: 'early' }),
      anInput('g2', { at: 'soon', text: 'mended' }),
      7,
    ])
    expect(await reread('mend')).toEqual({ setAside: 3 })
    passed = 60 * dayMs
    expect(await reread('mend')).toEqual({ setAside: 2 })
    expect(await textsIn('mend')).toEqual(['early'])
    const { rows } = await listAside('mend')
    const { id, raw } = rows.find((row) => row.raw.includes('soon')) ?? { id: '', raw: '' }
    const mended = { id, raw: raw.replace('soon', '2026-03-02T10:00:00Z') }
    expect(await reread('mend', [mended])).toEqual({ setAside: 1 })
    expect(await textsIn('mend')).toEqual(['early', 'mended'])
    expect(await listAside('mend')).toMatchObject({ rows: [{ raw: '7' }], total: 1 })
    passed = 0
  })

  it('keeps a contradiction where it is, until it is told under an id of its own', async () => {
    await tell('mend', [anInput('h1', { text: 'first' }), anInput('h1', { text: 'second' })])
    expect(await reread('mend')).toEqual({ setAside: 2 })
    const { rows } = await listAside('mend')
    const { id, raw } = rows.find((row) => row.raw.includes('second')) ?? { id: '', raw: '' }
    expect(await reread('mend', [{ id, raw: raw.replace('h1', 'h2') }])).toEqual({ setAside: 1 })
    expect(await textsIn('mend')).toEqual(['early', 'first', 'mended', 'second'])
  })

  it('is not asked for twice: what was read after a mend is not listed when it is told again', async () => {
    expect(await tell('mend', [anInput('h1', { text: 'second' }), anInput('h3')])).toMatchObject({
      setAside: 1,
    })
    expect(await listAside('mend')).toMatchObject({ total: 1 })
  })
})

it('a person is found in it by name or by the interaction that it contradicts, and erased from it', async () => {
  const customer = { email: 'ann@example.org' }
  await tell('person', anInput('i1', { customer }))
  await tell('person', [{ customer, text: 'no source' }, anInput('i1', { text: 'It is the bell' }), 7])
  const { tables } = await call(
    routes.exportPerson,
    'person/person/export',
    asJson({ person: customer.email }),
  )
  expect(tables.set_aside).toHaveLength(2)
  expect(JSON.stringify(tables.set_aside)).toContain('It is the bell')
  await call(routes.erasePerson, 'person/person/erase', asJson({ person: customer.email }))
  expect(await listAside('person')).toMatchObject({ total: 1, rows: [{ raw: '7' }] })
})

it('a sender that never tells the same wrong thing twice fills no disk, and is told so', async () => {
  const scope = await enterOrAdd(server.service, 'full')
  await query(
    `insert into set_aside (workspace_id, file, reason, detail, raw, state)
     select $1, 'told by the API', 'no JSON', '', n::text::bytea, 'open' from generate_series(2, $2::int) n`,
    [scope, mostSetAside],
  )
  const { stored, results } = await tell('full', [anInput('j1'), { a: 1 }, { a: 2 }, { a: 1 }, 2])
  expect(stored).toBe(1)
  expect(results.map(({ isKept }) => isKept)).toEqual([undefined, true, false, true, true])
  expect(results[2]?.detail).toContain('It is not kept here')
  expect(await listAside('full')).toMatchObject({ total: mostSetAside, isFull: true })
})
