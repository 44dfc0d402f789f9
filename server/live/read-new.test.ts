import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Failure } from '../../contract/failures.ts'
import { customerId, identityOf } from '../../core/base/ids.ts'
import { joinIdentities } from '../../core/interactions/join-identities.ts'
import { streamIdentityLinks } from '../../store/identities.ts'
import { listIdentityRulings } from '../../store/identity-rulings.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import { findReading, findReadingState } from '../../store/readings.ts'
import { mintScope, type Scope } from '../../store/scope.ts'
import { countUnread, pickUnread, shareCount } from '../../store/unread.ts'
import { enterOrAdd } from '../gate.ts'
import { ruleIdentity, withdrawRuling } from '../identities/rule-identity.ts'
import { findLearned } from '../readings/find-learned.ts'
import { runReading } from '../readings/run-reading.ts'
import { openTestService, type TestService } from '../test-kit.ts'
import { keepTold } from './keep-told.ts'
import { readNew } from './read-new.ts'
import { refreshFigures } from './refresh-figures.ts'
import { parseTold, type Told } from './told.ts'

let service: TestService
/** Days by which the clock of the machine has jumped. */
let jumped = 0
beforeAll(async () => {
  const opened = await openTestService()
  service = { ...opened, now: () => opened.now() + jumped * 86_400_000 }
})
afterAll(() => service.close())

const now = Date.parse('2026-04-30T12:00:00Z')

/** Few people with several identities, few cases, few reasons: so that everything meets everything. */
const person = fc.constantFrom(
  { account: '1' },
  { account: '2' },
  { email: 'a@x.org' },
  { email: 'b@x.org' },
  { phone: '+4455512345' },
  { account: '1', email: 'a@x.org' },
  { account: '2', phone: '+4455512345' },
  { email: 'b@x.org', phone: '+4455512345' },
  undefined,
)
const said = fc.constantFrom(
  'My parcel has not arrived and I am really angry.',
  'Where is my refund? This is the third time that I ask.',
  'Thank you, that solved it.',
  'I am sorry, that is another department. We will call you back by Friday.',
)
const told = fc.record(
  {
    id: fc.nat(30),
    day: fc.nat(60),
    customer: person,
    case: fc.option(fc.constantFrom('c1', 'c2', 'c3'), { nil: undefined }),
    text: said,
    team: fc.constantFrom('First line', 'Billing'),
    from: fc.constantFrom('customer', 'company'),
    category: fc.constantFrom('Delivery', 'Money', undefined),
    kind: fc.constantFrom('message', 'message', 'event', 'leaving', 'survey'),
    rating: fc.constantFrom(undefined, undefined, 1, 4, 4.5, 4.37),
    revision: fc.option(
      fc.record({ of: fc.nat(30), day: fc.nat(60), kind: fc.constantFrom('corrects', 'withdraws') }),
      { freq: 4 },
    ),
  },
  {
    requiredKeys: [
      'id',
      'day',
      'text',
      'team',
      'from',
      'kind',
      'revision',
      'customer',
      'case',
      'category',
      'rating',
    ],
  },
)

/** What people say of who is who; what is taken back is the oldest that stands. */
const known = fc.constantFrom('account:1', 'account:2', 'email:a@x.org', 'email:b@x.org', 'phone:+4455512345')
const ruling = fc.oneof(
  fc.record({ kind: fc.constantFrom('same' as const, 'notSame' as const), one: known, other: known }),
  fc.constant(null),
)
let rulingsKept = 0
let runsRated = 0

/** What would change nothing, or contradicts, is refused. */
async function rule(scope: Scope, said: typeof ruling extends fc.Arbitrary<infer T> ? T : never) {
  if (said === null) {
    const [first] = await listIdentityRulings(service.store.pool, scope)
    return first && withdrawRuling(service, scope, { id: first.id, by: 'Ann' })
  }
  const ruled = { kind: said.kind, customer: customerId(said.one), person: identityOf(said.other) }
  try {
    await ruleIdentity(service, scope, { ...ruled, reviewer: 'Ann' })
    rulingsKept += 1
  } catch (refused) {
    if (!(refused instanceof Failure && refused.code === 'conflict')) throw refused
  }
}

function toTold({ id, day, revision, ...rest }: typeof told extends fc.Arbitrary<infer T> ? T : never): Told {
  const at = (days: number) => new Date(Date.parse('2026-03-01T08:00:00Z') + days * 86_400_000).toISOString()
  const named = { source: 'shop', externalId: revision === null ? `m${id}` : `${revision.kind} ${id}` }
  const root = revision === null ? {} : { [revision.kind]: `m${revision.of}`, revisedAt: at(revision.day) }
  const input =
    revision?.kind === 'withdraws' ? { ...named, ...root } : { ...named, ...root, at: at(day), ...rest }
  const one = parseTold(JSON.parse(JSON.stringify(input)), now)
  if (!('interaction' in one)) throw new Error(JSON.stringify(one))
  return one
}

/** As workers would, whatever the order of shares, until nothing is unread. */
async function bringUpToDate(scope: Scope): Promise<void> {
  for (let share = 0; share < shareCount; share++) {
    while ((await readNew(service, scope, share)) === 'more');
  }
  const reading = await findReadingState(service.store.pool, scope)
  expect(await countUnread(service.store.pool, scope, reading?.id ?? 0)).toBe(0)
  await refreshFigures(service, scope, 'anew')
}

/** Reads everything while something comes in. */
async function readWhile(scope: Scope, keep: () => Promise<unknown>): Promise<void> {
  let meanwhile: Promise<unknown> | null = null
  await runReading(service, scope, (step) => {
    if (step.startsWith('Following')) meanwhile ??= keep()
  })
  await meanwhile
}

const tables = ['contacts', 'issues', 'signals', 'case_hand_offs', 'kept_items', 'causes'] as const

/** Whose each identity is, as it was said step by step, and from all that is known at once. */
async function whoIsWho(scope: Scope) {
  const { pool } = service.store
  const { rows } = await pool.query<{ identity: string; customer: string }>(
    'select identity, customer from identities where workspace_id = $1',
    [scope],
  )
  const links = await inTransaction(pool, (client) => Array.fromAsync(streamIdentityLinks(client, scope)))
  return {
    kept: Object.fromEntries(rows.map(({ identity, customer }) => [identity, customer])),
    whole: Object.fromEntries(joinIdentities(links.flat(), await listIdentityRulings(pool, scope))),
  }
}

/** Everything that a reading keeps, in one order. */
async function everythingRead(scope: Scope) {
  const { pool } = service.store
  const reading = await findReading(pool, scope)
  const rows = await Promise.all(
    tables.map(async (table) => {
      const { rows: found } = await pool.query<{ row: string }>(
        `select (to_jsonb(t) - 'reading_id' - 'workspace_id')::text as row from ${table} t
         where workspace_id = $1 and reading_id = $2`,
        [scope, reading?.id],
      )
      return [table, found.map(({ row }) => row).sort()] as const
    }),
  )
  const { report, overview, cost } = reading ?? {}
  return { report, overview, cost, ...Object.fromEntries(rows) }
}

it('a reading brought up to date fact by fact, however the clock jumps, is a reading of all facts by what it learned, to the byte', {
  timeout: 240_000,
}, async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          jump: fc.constantFrom(0, 0, 1, -1, 400, -400),
          facts: fc.array(told, { maxLength: 8 }),
          rulings: fc.array(ruling, { maxLength: 2 }),
        }),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      fc.integer({ min: 0, max: 2 }),
      async (batches, readAfter) => {
        run += 1
        const scope = await enterOrAdd(service, `run ${run}`)
        for (const [index, { jump, facts, rulings }] of batches.entries()) {
          jumped += jump
          const keep = async () => {
            await keepTold(service.store, scope, facts.map(toTold))
            for (const said of rulings) await rule(scope, said)
          }
          if (index === readAfter) await readWhile(scope, keep)
          else await keep()
          if (index > readAfter && index % 2 === 0) await bringUpToDate(scope)
        }
        if (batches.length <= readAfter) await runReading(service, scope, () => {})
        await bringUpToDate(scope)
        const { kept, whole } = await whoIsWho(scope)
        expect(kept).toEqual(whole)
        const moved = await everythingRead(scope)
        if (JSON.stringify(moved.overview).includes('"scales":[{')) runsRated += 1
        const learned = await findLearned(service.store.pool, scope)
        await runReading(service, scope, () => {}, learned === null ? {} : { given: learned })
        expect(moved).toEqual(await everythingRead(scope))
      },
    ),
    { numRuns: 12 },
  )
  expect(rulingsKept).toBeGreaterThan(0)
  expect(runsRated).toBeGreaterThan(0)
})

it('a reading that an earlier version made says nothing of ratings, however it is moved', async () => {
  const scope = await enterOrAdd(service, 'earlier version')
  const { pool } = service.store
  const tell = (id: string) => {
    const fact = { source: 'shop', externalId: id, at: '2026-03-02T10:00:00Z', rating: 4, case: id }
    const one = parseTold({ ...fact, customer: { account: id } }, now)
    if (!('interaction' in one)) throw new Error(one.detail)
    return keepTold(service.store, scope, [one])
  }
  const ratings = async () => JSON.stringify((await findReading(pool, scope))?.overview)
  await tell('1')
  await runReading(service, scope, () => {})
  expect(await ratings()).toContain('"scales":[{')
  await pool.query(
    `update tally_parts set counts = (counts::jsonb - 'ratings')::json where workspace_id = $1`,
    [scope],
  )
  await tell('2')
  await bringUpToDate(scope)
  expect(await ratings()).toContain('"ratings":{"cannotSay":')
  await runReading(service, scope, () => {})
  expect(await ratings()).toContain('"contacts":2')
})

it('all of whom much is unread are read in one go, and who tells more keeps nobody waiting', async () => {
  const scope = await enterOrAdd(service, 'much of few')
  const { pool } = service.store
  const tell = (accounts: readonly number[], times: number, from: number) =>
    keepTold(
      service.store,
      scope,
      accounts.flatMap((account) =>
        Array.from({ length: times }, (_, n) => {
          const id = `${account} ${from + n}`
          const one = parseTold(
            {
              source: 'shop',
              externalId: id,
              at: '2026-03-02T10:00:00Z',
              customer: { account: `${account}` },
              text: 'Why?',
            },
            now,
          )
          if (!('interaction' in one)) throw new Error(one.detail)
          return one
        }),
      ),
    )
  await tell([0], 1, 0)
  await runReading(service, scope, () => {})
  const people = Array.from({ length: 12 }, (_, account) => account)
  await tell(people, 80, 1)
  for (let share = 0; share < shareCount; share++) {
    expect(['done', 'nothing']).toContain(await readNew(service, scope, share))
  }
  const { id = 0 } = (await findReadingState(pool, scope)) ?? {}
  expect(await countUnread(pool, scope, id)).toBe(0)
  await tell(people, 1, 1000)
  const inTurn = async (after?: string) =>
    (await pickUnread(pool, scope, { readingId: id, share: 0, most: 1, after })).identities[0]
  const first = await inTurn()
  const second = await inTurn(first)
  expect(second).not.toBe(first)
  expect(await inTurn('z')).toBe(first)
})

it('nothing of another workspace is read', async () => {
  const scope = await enterOrAdd(service, 'run 1')
  expect(await readNew(service, mintScope(scope + 1_000_000), 0)).toBe('read again')
})
