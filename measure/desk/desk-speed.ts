import { openStore, type StorePlace } from '../../store/open.ts'
import type { Served } from '../live/served.ts'

type Row = { readonly what: string; readonly measured: string; readonly aim: string }

/** How long the desk takes as one sits at it: printed as a table, on servers that share one database. */
export async function measureDeskSpeed(servers: readonly Served[], issues: readonly string[]): Promise<void> {
  printRows([await measureOpening(servers, issues), await measureQueue(servers, issues)])
}

function printRows(rows: readonly Row[]): void {
  console.log('| what | measured | aim |\n|---|---|---|')
  for (const { what, measured, aim } of rows) console.log(`| ${what} | ${measured} | ${aim} |`)
}

const openings = 100

async function measureOpening(servers: readonly Served[], issues: readonly string[]): Promise<Row> {
  const took: number[] = []
  for (let n = 0; n < openings; n++) {
    const started = performance.now()
    await get(servers[n % servers.length], `desk/${issues[n % issues.length]}`)
    took.push(performance.now() - started)
  }
  return {
    what: `opening an issue at the desk, ${openings} times, one after the other`,
    measured: `p50 ${percentile(took, 0.5)} ms, p95 ${percentile(took, 0.95)} ms`,
    aim: 'p95 150 ms',
  }
}

const steps = 20

/** From the moment at which a step is sent to one server until a page that listens at the other has the queue anew. */
async function measureQueue(servers: readonly Served[], issues: readonly string[]): Promise<Row> {
  const [one, other] = [servers[0], servers.at(-1)]
  const news = await listen(other)
  const took: number[] = []
  for (let n = 0; n < steps; n++) {
    const heard = news.next()
    const started = performance.now()
    await post(one, `desk/${issues[n % issues.length]}/steps`, {
      who: 'Rep 0',
      step: { kind: n % 2 === 0 ? 'claimed' : 'released' },
    })
    await heard
    await get(other, 'desk')
    took.push(performance.now() - started)
  }
  news.stop()
  return {
    what: `from a step on one server to the queue on the other, ${steps} times`,
    measured: `p50 ${percentile(took, 0.5)} ms, p95 ${percentile(took, 0.95)} ms`,
    aim: '1 s',
  }
}

/** Each `desk` event of the stream, one promise at a time. */
async function listen(server: Served | undefined) {
  const ending = new AbortController()
  const response = await fetch(`${server?.url}/api/workspaces/demo/events`, { signal: ending.signal })
  let heard = Promise.withResolvers<void>()
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const piece of response.body ?? []) {
      if (decoder.decode(piece, { stream: true }).includes('event: desk')) heard.resolve()
    }
  })().catch(() => {})
  return {
    next: () => {
      heard = Promise.withResolvers<void>()
      return heard.promise
    },
    stop: () => {
      ending.abort()
      void reading
    },
  }
}

/** Past issues are put into the reading as they would be read: of the guideline's first cause, over the last 30 days. */
export async function measureReplay(
  server: Served | undefined,
  { place, guideline, cases }: { place: StorePlace; guideline: number; cases: number },
): Promise<void> {
  const page = await get(server, `guidelines/${guideline}`)
  const { now } = await get(server, 'desk')
  const content = page.row.guideline
  const store = await openStore(place)
  await store.pool.query(
    `insert into issues select r.*
     from (select * from issues where cause_id = $1 and has_customer limit 1) i, generate_series(1, $3::int) n,
     lateral jsonb_populate_record(null::issues, to_jsonb(i) || jsonb_build_object(
       'id', gen_random_uuid(), 'first_at', $2::timestamptz - (n % 28) * interval '1 day' - interval '3 days',
       'last_at', $2::timestamptz - (n % 28) * interval '1 day' - interval '1 hour')) r`,
    [content.causes[0], new Date(now), cases],
  )
  await store.pool.query('analyze issues')
  await store.close()
  const draft = { ...content, authorities: content.authorities.map(double) }
  const started = performance.now()
  const replay = await post(server, 'guideline-replay', { guideline: draft, of: guideline, people: 50 })
  const seconds = ((performance.now() - started) / 1000).toFixed(2)
  printRows([
    {
      what: `replaying a change of a guideline on ${replay.draft.issues} past issues from the store, beside the one that holds`,
      measured: `${seconds} s`,
      aim: '5 s for 100,000',
    },
  ])
}

type Amounts = { readonly perGrant: number; readonly perIssue: number; readonly perDay: number }

function double<T extends Amounts>(one: T): T {
  return { ...one, perGrant: one.perGrant * 2, perIssue: one.perIssue * 2, perDay: one.perDay * 2 }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
}

async function get(server: Served | undefined, path: string) {
  return (await fetch(`${server?.url}/api/workspaces/demo/${path}`)).json()
}

async function post(server: Served | undefined, path: string, body: unknown) {
  const response = await fetch(`${server?.url}/api/workspaces/demo/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const reply = await response.json()
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(reply)}`)
  return reply
}
