import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StorePlace } from '../store/open.ts'
import { measureDeskSpeed, measureReplay } from './desk/desk-speed.ts'
import { type Served, startServed } from './live/served.ts'

const reps = 20
const perDay = 40_000
const perIssue = 10_000
const cost = 4500
const connections = 64

/**
 * The desk on two server processes that share one database: how long it takes to open an issue and to see
 * the queue change; then grants against daily limits, how many went and how many units were given too much; then how long a replay
 * of a guideline takes. Uses the
 * database that DATABASE_URL names, which must be empty, or an embedded one that is gone afterwards.
 */
export async function measureDesk(requests: number, cases: number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'outside-in-desk-'))
  await chmod(dataDir, 0o755)
  const { DATABASE_URL } = process.env
  const place: StorePlace = DATABASE_URL === undefined ? { dataDir } : { databaseUrl: DATABASE_URL }
  const servers = [await startServed(place, '--demo'), await startServed(place)]
  try {
    const found = await prepare(servers[0])
    await measureDeskSpeed(servers, found.issues)
    const kinds = await attack(servers, { requests, ...found })
    console.log(await sayDrawn(servers[0], found.issues, kinds))
    await measureReplay(servers[0], { place, cases, guideline: found.guideline })
  } finally {
    for (const server of servers.toReversed()) await server.end('SIGTERM')
    await rm(dataDir, { recursive: true, force: true })
  }
}

type Found = { readonly guideline: number; readonly issues: readonly string[] }

async function prepare(server: Served | undefined): Promise<Found> {
  const { guidelines } = await ask(server, 'GET', 'guidelines')
  const row = guidelines.find(({ guideline }: { guideline: { name: string } }) =>
    guideline.name.startsWith('Charged'),
  )
  for (let n = 0; n < reps; n++) {
    await ask(server, 'POST', 'desk-people', { name: nameOf(n), role: 'rep', hasLeft: false })
  }
  const listed = await Promise.all(
    row.guideline.causes.map((cause: string) => ask(server, 'GET', `issues?cause=${cause}`)),
  )
  const issues: string[] = []
  for (const { id } of listed.flatMap((one) => one.issues)) if (await understand(server, id)) issues.push(id)
  return { guideline: row.id, issues }
}

/** False for an issue that was closed in the story. */
async function understand(server: Served | undefined, id: string): Promise<boolean> {
  const { record, state } = await ask(server, 'GET', `desk/${id}`)
  if (state.outcome !== 'open') return false
  for (const step of [
    { kind: 'wished', text: 'x' },
    { kind: 'lived', text: 'x', evidence: [record.interactions[0].id] },
    { kind: 'hoped', feel: 'x', think: 'x', act: 'x', known: 'asked' },
    { kind: 'understandingShared', text: 'x' },
  ]) {
    await ask(server, 'POST', `desk/${id}/steps`, { who: nameOf(0), step })
  }
  return true
}

async function attack(
  servers: readonly Served[],
  { requests, guideline, issues }: Found & { readonly requests: number },
): Promise<ReadonlyMap<string, number>> {
  const kinds = new Map<string, number>()
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let n = next++; n < requests; n = next++) {
        const reply = await ask(
          servers[n % servers.length],
          'POST',
          `desk/${issues[(n * 7) % issues.length]}/grants`,
          {
            who: nameOf(n % reps),
            key: randomUUID(),
            guideline,
            option: 'money-back',
            own: null,
            because: 'x',
          },
        )
        const kind = reply.kind ?? reply.failure.code
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      }
    }),
  )
  const seconds = Number(secondsSince(started))
  console.log(
    `${requests} grants on 2 servers by ${connections} connections in ${seconds} s, ${Math.round(requests / seconds)}/s`,
  )
  return kinds
}

async function sayDrawn(
  server: Served | undefined,
  issues: readonly string[],
  kinds: ReadonlyMap<string, number>,
): Promise<string> {
  const byPerson = new Map<string, number>()
  let overOnIssue = 0
  for (const id of issues) {
    const { steps, state } = await ask(server, 'GET', `desk/${id}`)
    overOnIssue += Math.max(0, state.grants.length * cost - perIssue)
    for (const { kind, who } of steps)
      if (kind === 'granted') byPerson.set(who, (byPerson.get(who) ?? 0) + cost)
  }
  const over = [...byPerson.values()].reduce((sum, drawn) => sum + Math.max(0, drawn - perDay), 0)
  const told = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')
  return `${issues.length} issues, ${reps} reps: ${told}; over a day ${over}, over an issue ${overOnIssue}`
}

async function ask(server: Served | undefined, method: string, path: string, body?: unknown) {
  const response = await fetch(`${server?.url}/api/workspaces/demo/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return response.json()
}

function nameOf(n: number): string {
  return `Rep ${n}`
}

function secondsSince(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1)
}
