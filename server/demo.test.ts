import { afterAll, beforeAll, expect, it } from 'vitest'
import { tellCaseTruth, tellTruth } from '../demo/truth.ts'
import type { Scope } from '../store/scope.ts'
import { readStory } from './demo-workspace.ts'
import type { ExportKind, ExportRow } from './exports/export-rows.ts'
import { streamExport } from './exports/stream-export.ts'
import { enterOrAdd } from './gate.ts'
import { buildReport } from './reports/build-report.ts'
import { openTestService, shortStory, type TestService } from './test-kit.ts'

const story = { ...shortStory, interactions: 3_000 }
let service: TestService
let scope: Scope

beforeAll(async () => {
  service = await openTestService()
  scope = await enterOrAdd(service, 'story')
  await readStory(service, scope, story)
}, 180_000)

afterAll(() => service.close())

async function exported(kind: ExportKind): Promise<ExportRow[]> {
  const rows: ExportRow[] = []
  for await (const row of streamExport(service, scope, kind)) rows.push(row)
  return rows
}

it('exports every interaction once, and so in at most one contact', async () => {
  const rows = await exported('interactions')
  const told = [...tellTruth(story)].map((truth) => truth.message_id)
  expect(rows.map(({ externalId }) => externalId).sort()).toEqual(told.sort())
  expect((await buildReport(service, scope, null)).counts.interactions).toBe(3_000)
})

it('counts hand-offs within cases as they happened', async () => {
  const truths = [...tellCaseTruth(story)].filter(({ handOffs }) => handOffs > 0)
  const found = Map.groupBy(await exported('handoffs'), (row) => row.case)
  expect(
    [...found].map(([ticket, rows]) => [ticket, rows.length, rows[0]?.isPingPong]).sort(byFirst),
  ).toEqual(truths.map((truth) => [truth.ticket_id, truth.handOffs, truth.isPingPong]).sort(byFirst))
  expect((await buildReport(service, scope, null)).handOffs.cases).toEqual({
    cases: new Set([...tellCaseTruth(story)].map(({ ticket_id }) => ticket_id)).size,
    withHandOff: truths.length,
    handOffs: truths.reduce((sum, { handOffs }) => sum + handOffs, 0),
    most: Math.max(...truths.map(({ handOffs }) => handOffs)),
    pingPong: truths.filter(({ isPingPong }) => isPingPong).length,
  })
})

it('finds the contacts of each customer whom the records tell apart, exactly', async () => {
  const rows = new Map((await exported('interactions')).map((row) => [row.externalId, row]))
  const told = [...tellTruth(story)].map((truth) => ({ ...truth, row: rows.get(truth.message_id) }))
  const people = [...Map.groupBy(told, ({ person }) => person).values()]
  const peopleOf = Map.groupBy(told, ({ row }) => row?.customer)
  const isTold = (own: typeof told) =>
    new Set(own.map(({ row }) => row?.customer)).size === 1 &&
    new Set(peopleOf.get(own[0]?.row?.customer)?.map(({ person }) => person)).size === 1
  const known = people.filter(isTold)
  expect(known.length / people.length).toBeGreaterThan(0.75)
  for (const own of known) {
    expect(groups(own, ({ row }) => row?.contact)).toEqual(groups(own, ({ contact }) => contact))
  }
})

it('reads the same story to the same report in another workspace', async () => {
  const other = await enterOrAdd(service, 'again')
  await readStory(service, other, story)
  expect(JSON.stringify(await buildReport(service, other, null))).toBe(
    JSON.stringify(await buildReport(service, scope, null)),
  )
}, 180_000)

/** Which interactions stand together, whatever the groups are called. */
function groups<T extends { message_id: string }>(own: readonly T[], keyOf: (one: T) => unknown): string[][] {
  return [...Map.groupBy(own, keyOf).values()].map((group) => group.map((one) => one.message_id))
}

function byFirst([left]: readonly unknown[], [right]: readonly unknown[]): number {
  return String(left) < String(right) ? -1 : 1
}
