import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Report } from '../contract/report.ts'
import { isKnown } from '../core/base/cannot-say.ts'
import { sayEndpoint } from '../core/causes/say-endpoint.ts'
import { fileOnDisk } from '../sources/source-file.ts'
import { findReading } from '../store/readings.ts'
import type { Scope } from '../store/scope.ts'
import type { EndpointConfig } from './config.ts'
import { openStandIn, type StandIn } from './endpoint/test-kit.ts'
import { streamExport } from './exports/stream-export.ts'
import { enterOrAdd } from './gate.ts'
import { beginImport } from './imports/begin-import.ts'
import { runImport } from './imports/run-import.ts'
import { runReading } from './readings/run-reading.ts'
import { openTestService, type TestService } from './test-kit.ts'

let service: TestService
let standIn: StandIn

beforeAll(async () => {
  service = await openTestService()
  standIn = await openStandIn()
})
afterAll(async () => {
  await standIn.close()
  await service.close()
})
afterEach(() => {
  standIn.received.length = 0
  standIn.moods.length = 0
  standIn.always = null
})

const people = ['Petra Novakova', 'Jon Arnason', 'Ines Duarte', 'Karl Weiss', 'Aoife Byrne']
const openings = [
  'My parcel with the garden tools has still not arrived and nobody knows where it is',
  'The delivery of my parcel was promised for last week and did not come',
  'You have charged me the same invoice two times and I want it corrected',
  'There is a mistake on my invoice for the second quarter, the sum is too high',
  'I can not log in because my password is not accepted any longer',
  'The page says my password is wrong although I have just changed it',
]
const german = [
  'Mein Paket mit den Gartengeräten ist immer noch nicht angekommen, wo bleibt die Lieferung denn nun',
  'Auf meiner Rechnung steht ein falscher Betrag, bitte prüfen und korrigieren Sie die Rechnung',
  'Ich kann mich nicht mehr anmelden, weil mein Passwort nicht angenommen wird',
]
const personal =
  '[phone 020 7946 0958, card 4111 1111 1111 1111, account KX-44718, mail other.person@example.net]'

function rowsOf(): readonly string[] {
  return Array.from({ length: 72 }, (_, n) => {
    const name = people[n % people.length] ?? ''
    const opening = n % 6 === 5 ? german[Math.floor(n / 6) % german.length] : openings[n % openings.length]
    const email = `${name.toLowerCase().replace(' ', '.')}${n}@example.org`
    const says = `${opening}, number ${n} of mine. Tell ${name} on ${personal}.`
    return `${n},${email},T${n},2026-0${1 + (n % 9)}-11T09:00:00Z,customer,,"${says}"`
  })
}

/** Reads the same records into a workspace of its own, asking the stand-in as it is configured. */
async function readInto(workspace: string, given: Partial<EndpointConfig>) {
  const path = join(service.config.store.dataDir, `${workspace}.csv`)
  await writeFile(path, ['id,customer,ticket,created_at,author,team,remark', ...rowsOf()].join('\n'))
  const scope = await enterOrAdd(service, workspace)
  const begun = await beginImport(asking(given), scope, {
    files: [{ ...fileOnDisk(path), path }],
    mapping: null,
  })
  await runImport(asking(given), scope, begun, () => {})
  return scope
}

function asking(given: Partial<EndpointConfig>): TestService {
  return { ...service, config: { ...service.config, endpoint: { ...standIn.config, ...given } } }
}

async function reportOf(scope: Scope) {
  const reading = await findReading(service.store.pool, scope)
  const report = reading?.report as Pick<Report, 'endpoint' | 'coverage' | 'causes'>
  return {
    ...report,
    method: reading?.method,
    said: report.endpoint === null ? '' : sayEndpoint(report.endpoint),
  }
}

it('reads other languages by an endpoint, sends it nothing personal, and asks no question twice', async () => {
  standIn.moods.push('busy', 'hanging', 'broken')
  const scope = await readInto('asked', {})
  const first = await reportOf(scope)
  expect(first.endpoint).toMatchObject({ builtIn: 0, because: null })
  expect(first.method).toMatch(/stand-in-embedding at 127\.0\.0\.1:\d+$/)
  expect(isKnown(first.coverage) && first.coverage.read).toBe(72)
  expect(isKnown(first.causes) && first.causes.map(({ contacts }) => contacts)).toEqual([28, 28, 16])

  expect(standIn.received.length).toBeGreaterThan(3)
  const sent = standIn.received.join('\n')
  expect(sent).toContain('garden tools')
  expect(sent).not.toMatch(/petra|novakova|arnason|duarte|weiss|aoife|byrne|example\.|44718|4111|7946|KX-/i)

  standIn.received.length = 0
  await runReading(asking({}), scope, () => {})
  expect(standIn.received).toEqual([])
  expect(await reportOf(scope)).toEqual(first)

  const exported = await Array.fromAsync(streamExport(service, scope, 'contacts'))
  expect(exported.filter(({ cause }) => typeof cause === 'string')).toHaveLength(72)
})

it('goes on with the built-in engine when the endpoint is silent, and says so', async () => {
  standIn.always = 'broken'
  const scope = await readInto('silent', {})
  expect(standIn.received).toHaveLength(4)
  const { endpoint, coverage, causes, said } = await reportOf(scope)
  expect(endpoint).toMatchObject({ given: 0, builtIn: 72 })
  expect(said).toBe(
    'All was read by the built-in engine, because the endpoint is silent: it answered 500, 4 times.',
  )
  expect(isKnown(coverage) && coverage.read).toBe(60)
  expect(isKnown(causes) && causes.length).toBeGreaterThan(1)
})

it.each([
  ['refusing', 'the endpoint is silent: it refused with 401'],
  ['babbling', 'the endpoint’s answer is not what was asked for'],
] as const)('does not insist with an endpoint that is %s', async (mood, because) => {
  standIn.always = mood
  const scope = await readInto(mood, {})
  expect(standIn.received).toHaveLength(1)
  expect((await reportOf(scope)).endpoint).toMatchObject({ given: 0, because })
})

it('spends no more than it may, a reading and a month', async () => {
  const scope = await readInto('capped', { tokensAReading: 100 })
  expect(standIn.received).toEqual([])
  expect((await reportOf(scope)).endpoint?.because).toBe('the limit of 100 tokens a reading is reached')

  await service.store.pool.query(
    'insert into endpoint_spending select $1, $2, 1, 999000 on conflict do nothing',
    [scope, new Date(service.now()).toISOString().slice(0, 7)],
  )
  await runReading(asking({}), scope, () => {})
  expect((await reportOf(scope)).endpoint?.because).toBe('the limit of 1000000 tokens a month is reached')
  expect(standIn.received).toEqual([])
})

it('takes names and summaries from an endpoint, masked and never one twice', async () => {
  const scope = await readInto('worded', { embeddingModel: null, wordingModel: 'stand-in-chat' })
  const { causes, endpoint } = await reportOf(scope)
  const names = isKnown(causes) ? causes.map(({ name }) => name).sort() : []
  expect(names.slice(0, 2)).toEqual([
    'My parcel is late, says [email]',
    'My parcel is late, says [email] (2)',
  ])
  expect(isKnown(causes) && causes.every(({ summary }) => summary === 'Parcels come too late.')).toBe(true)
  expect(endpoint?.worded).toBe(names.length)
  expect(standIn.received.join('\n')).not.toMatch(/novakova|arnason|duarte|weiss|byrne|example\.|44718|4111/i)
  const asked = standIn.received.length
  await runReading(asking({ embeddingModel: null, wordingModel: 'stand-in-chat' }), scope, () => {})
  expect(standIn.received).toHaveLength(asked)
})
