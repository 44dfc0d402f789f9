import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultStory } from '../demo/walk.ts'
import { writeExport } from '../demo/write-export.ts'
import { enterOrAdd } from '../server/gate.ts'
import { keepTold } from '../server/live/keep-told.ts'
import { parseTold } from '../server/live/told.ts'
import type { Scope } from '../store/scope.ts'
import { openTestCli, type TestCli } from './test-kit.ts'

let cli: TestCli
let scope: Scope

beforeAll(async () => {
  cli = await openTestCli()
  const path = `${cli.folder}/demo.csv`
  await writeExport({ ...defaultStory, interactions: 1_500 }, path, 'csv')
  expect((await cli.run('read', path, '--workspace', 'live')).code).toBe(0)
  scope = await enterOrAdd(cli.service, 'live')
}, 120_000)

afterAll(() => cli.service.close())

async function ask<T extends object>(text: string): Promise<T[]> {
  return (await cli.service.store.pool.query<T>(text, [scope])).rows
}

function until(text: string): Promise<void> {
  return cli.until(text, [scope])
}

async function tell(from: number, to: number): Promise<void> {
  const told = Array.from({ length: to - from }, (_, index) => {
    const number = from + index
    const at = new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString()
    return parseTold(
      {
        source: 'shop',
        externalId: `m${number}`,
        at,
        customer: { account: `live ${number % 150}` },
        case: `L${number % 150}`,
        text: 'Where is my refund? This is the third time that I ask.',
      },
      Date.UTC(2026, 5, 1),
    )
  })
  await keepTold(
    cli.service.store,
    scope,
    told.flatMap((one) => ('interaction' in one ? [one] : [])),
  )
}

const nothingUnread = `select 1 where not exists (select from unread where workspace_id = $1)
  and (select report -> 'counts' ->> 'interactions' from readings r join workspaces w on w.reading_id = r.id
    where w.id = $1)::int = (select count(*) from interactions where workspace_id = $1)`

it('two workers share what comes in, and one that is killed in the middle changes nothing', async () => {
  const workers = [cli.start('work'), cli.start('work')] as const
  await tell(0, 600)
  await until('select 1 where (select count(*) from unread where workspace_id = $1) < 600')
  workers[0].kill('SIGKILL')
  await once(workers[0], 'close')
  await tell(600, 900)
  await until(nothingUnread)
  workers[1].kill('SIGTERM')
  expect(await once(workers[1], 'close')).toEqual([0, null])
  const moved = await cli.run('export', 'contacts', '--workspace', 'live')
  const counts = await ask<{ counts: unknown }>(countsSql)
  expect((await cli.run('reread', '--workspace', 'live')).code).toBe(0)
  expect(await ask(countsSql)).toEqual(counts)
  expect((await cli.run('export', 'contacts', '--workspace', 'live')).out).toBe(moved.out)
}, 240_000)

const countsSql = `select count(*)::int as contacts, count(distinct customer)::int as customers,
  sum(round(minutes_to_next)::bigint)::text as minutes from contacts c join workspaces w on w.reading_id = c.reading_id where w.id = $1`

it('a reading anew goes on where it was killed', async () => {
  const before = await ask(countsSql)
  const child = cli.start('reread', '--workspace', 'live')
  await until(`select from tally_parts p join readings r on r.id = p.reading_id
    where p.workspace_id = $1 and r.state = 'running' and p.partition = 3`)
  child.kill('SIGKILL')
  await once(child, 'close')
  const begun = await ask<{ id: number }>(
    `select id from readings where workspace_id = $1 and state = 'running'`,
  )
  const resumed = await cli.run('reread', '--workspace', 'live')
  expect(resumed.code).toBe(0)
  expect(resumed.err).not.toContain('part 1 of 16')
  expect(await ask(`select reading_id as id from workspaces where id = $1`)).toEqual(begun)
  expect(await ask(countsSql)).toEqual(before)
}, 120_000)
