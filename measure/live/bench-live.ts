import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { defaultStory } from '../../demo/walk.ts'
import { writeExport } from '../../demo/write-export.ts'
import type { StorePlace } from '../../store/open.ts'
import { weighPostgres, weighProcess } from '../end-to-end/bench-processes.ts'
import { insertBare } from './bare.ts'
import { type Driven, drive, perSecondOf, quantile } from './drive.ts'
import { runCommand, type Served, startServed } from './served.ts'
import { anInteraction, type Line, openLine } from './tell.ts'
import { watchDashboards, watchMemory, watchReadings } from './watch.ts'

const connections = 12
const batch = 100
const batchConnections = 4
const recordsBefore = 5_000

/**
 * Drives a server on loopback from this process, which is the second one, and prints one line a measure. PostgreSQL is the embedded
 * one, or that of DATABASE_URL (an empty database). Seconds of each measure, and minutes of steady load, from the
 * command line.
 */
export async function benchLive(seconds = 15, minutes = 1): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'outside-in-live-'))
  // PostgreSQL runs as another user when we are root.
  await chmod(folder, 0o755)
  const databaseUrl = process.env.DATABASE_URL
  const place = databaseUrl === undefined ? { dataDir: join(folder, 'data') } : { databaseUrl }
  try {
    const file = join(folder, 'before.csv')
    await writeExport({ ...defaultStory, interactions: recordsBefore }, file, 'csv')
    await runCommand(place, 'read', file, '--json')
    console.log(
      '| measure | from | a second | p50 | p99 | refused | processor time each: ours + PostgreSQL’s |',
    )
    console.log('|---|---:|---:|---:|---:|---:|---:|')
    const bare = await measure(
      'bare insert, one row a commit',
      { from: connections, place, pid: process.pid },
      () => insertBare(place, { connections, seconds }),
    )
    await measureServer(place, { seconds, minutes, bare })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureServer(
  place: StorePlace,
  { seconds, minutes, bare }: { seconds: number; minutes: number; bare: Driven },
): Promise<void> {
  const served = await startServed(place)
  const line = openLine(served.url, connections)
  try {
    const { pid } = served
    const single = await measure('one interaction a request', { from: connections, place, pid }, () =>
      drive({ connections, seconds, work: (n) => keep(line, [anInteraction('single', n)]) }),
    )
    await measure(`batches of ${batch}`, { from: batchConnections, place, pid, size: batch }, () =>
      drive({ connections: batchConnections, seconds, work: (n) => keep(line, aBatch(n)) }),
    )
    console.log(
      `\nSingle requests reach ${percent(perSecondOf(single) / perSecondOf(bare))} of bare inserts.\n`,
    )
    await untilCurrent(line)
    await measureSteady(served, line, { perSecond: perSecondOf(single) / 2, minutes })
  } finally {
    line.close()
    await served.end('SIGTERM')
  }
}

/** Half of what it can take, for minutes, while somebody looks at the pages. */
async function measureSteady(
  served: Served,
  line: Line,
  { perSecond, minutes }: { perSecond: number; minutes: number },
): Promise<void> {
  const looker = openLine(served.url, 2)
  const ended = new AbortController()
  const watched = Promise.all([
    watchMemory(served.pid, ended.signal),
    watchDashboards(looker, ended.signal),
    watchReadings(looker, ended.signal),
  ])
  const steady = await drive({
    connections,
    seconds: minutes * 60,
    perSecond,
    work: (n) => keep(line, [anInteraction('steady', n)]),
  })
  ended.abort()
  const [memory, dashboards, readings] = await watched
  looker.close()
  console.log(
    `| at half load (${Math.round(perSecond)}/s) for ${minutes} min | p50 | p95 | p99 | most | of |`,
  )
  console.log('|---|---:|---:|---:|---:|---:|')
  say('acknowledged, ms', steady.milliseconds)
  for (const [path, took] of dashboards) say(`${path}, ms`, took)
  say('until the reading shows it, s', readings.seconds)
  console.log(
    `\nMemory of the server, MB, a sixth of the time each: ${memory.join(', ')}. Not shown within 30 s: ${readings.missed}.\n`,
  )
}

function aBatch(n: number): readonly unknown[] {
  return Array.from({ length: batch }, (_, at) => anInteraction('batch', n * batch + at))
}

async function keep(line: Line, interactions: readonly unknown[]): Promise<boolean> {
  const { status, body } = await line.tell(interactions)
  if (status !== 200) return false
  const reply: unknown = JSON.parse(body)
  return (
    typeof reply === 'object' && reply !== null && 'stored' in reply && reply.stored === interactions.length
  )
}

const patienceMs = 15 * 60_000

/** What was told so far is read before the next measure begins, so that each starts alike. */
async function untilCurrent(line: Line): Promise<void> {
  const started = performance.now()
  const unread = async () =>
    Number(/^outside_in_unread_interactions (\d+)/m.exec((await line.read('/metrics')).body)?.[1])
  const before = await unread()
  while ((await unread()) > 0 && performance.now() - started < patienceMs) await pause(200)
  const seconds = (performance.now() - started) / 1000
  console.log(`${before} interactions were unread then, and read in ${seconds.toFixed(1)} s.\n`)
}

type Measured = {
  readonly from: number
  readonly place: StorePlace
  readonly pid: number
  /** Interactions in each request. */
  readonly size?: number
}

/** Prints one line: how many interactions a second, how long each request took, and what an interaction cost. */
async function measure(
  name: string,
  { from, place, pid, size = 1 }: Measured,
  work: () => Promise<Driven>,
): Promise<Driven> {
  const used = () => [weighProcess(pid), weighPostgres('dataDir' in place ? place.dataDir : '')]
  const before = used()
  const driven = await work()
  const after = used()
  const { milliseconds, failed, done } = driven
  const costs = after.map(({ cpuSeconds }, at) => {
    const spent = cpuSeconds - (before[at]?.cpuSeconds ?? 0)
    return spent <= 0 ? 'not seen' : ms((spent * 1000) / (done * size))
  })
  const rate = Math.round(perSecondOf(driven) * size).toLocaleString('en-US')
  const times = [ms(quantile(milliseconds, 0.5)), ms(quantile(milliseconds, 0.99))]
  console.log(`| ${[name, from, rate, ...times, failed, costs.join(' + ')].join(' | ')} |`)
  return driven
}

function say(name: string, sorted: readonly number[]): void {
  const cells = [0.5, 0.95, 0.99, 1].map((share) => quantile(sorted, share).toFixed(1))
  console.log(`| ${name} | ${cells.join(' | ')} | ${sorted.length} |`)
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`
}
