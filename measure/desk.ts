import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replayGuideline } from '../core/guidelines/replay.ts'
import { aGuideline } from '../core/guidelines/test-kit.ts'
import { type Served, startServed } from './live/served.ts'

const reps = 20
const perDay = 40_000
const perIssue = 10_000
const cost = 4500
const connections = 64

/** How long a guideline takes to be replayed on 100,000 past issues. */
export function measureReplay(): string {
  const issues = Array.from({ length: 100_000 }, (_, n) => ({
    id: `i${n}`,
    customer: `c${n % 40_000}`,
    at: Date.UTC(2026, 0, 1) + ((n * 7919) % (30 * 86_400)) * 1000,
    contacts: 1 + (n % 4),
    lastingDays: n % 20,
    channels: ['phone'],
  }))
  const started = performance.now()
  const { least } = replayGuideline(aGuideline(), issues, { role: 'rep', people: 50 })
  return `${issues.length} past issues replayed in ${secondsSince(started)} s, ${least.atOnce} given at once`
}

/** Grants against daily limits on two server processes: prints how many went, and how many units were given too much. */
export async function measureGrants(requests: number): Promise<void> {
  console.log(measureReplay())
  const dataDir = await mkdtemp(join(tmpdir(), 'outside-in-desk-'))
  await chmod(dataDir, 0o755)
  const servers = [await startServed({ dataDir }, '--demo'), await startServed({ dataDir })]
  try {
    const { guideline, issues } = await prepare(servers[0])
    const kinds = await attack(servers, { requests, guideline, issues })
    console.log(await sayDrawn(servers[0], issues, kinds))
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
