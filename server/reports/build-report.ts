import { z } from 'zod'
import { type CostJson, type Report, reportSchema } from '../../contract/report.ts'
import { cannotSay, isKnown, type Known } from '../../core/base/cannot-say.ts'
import { emptyTally } from '../../core/causes/tally.ts'
import { chooseAssumptions } from '../../core/cost/assumption.ts'
import { estimateCost } from '../../core/cost/estimate-cost.ts'
import { listAssumptions } from '../../store/assumptions.ts'
import { listImports } from '../../store/imports.ts'
import { findReading } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { listSetAsideReasons } from '../../store/set-aside.ts'
import type { Service } from '../service.ts'
import { type ReadingDocuments, readingOverviewSchema, readingReportSchema } from './documents.ts'
import { writeDocuments } from './write-documents.ts'

export const horizonMonths = 12
export const currency = 'EUR'

/** The public report of a workspace; `imports` limits its sources to those of these imports. */
export async function buildReport(
  service: Pick<Service, 'store'>,
  scope: Scope,
  imports: readonly string[] | null,
): Promise<Report> {
  const { pool } = service.store
  const all = await listImports(pool, scope)
  const shown = imports === null ? all.toReversed() : all.filter(({ id }) => imports.includes(id))
  const { report, overview } = await readDocuments(service, scope)
  return reportSchema.parse({
    sources: shown.flatMap(({ files }) =>
      files.map(({ name, context, rows, interactions, duplicates, stateOnly, setAside }) => ({
        file: name,
        format: formatOf(context),
        rows,
        interactions,
        duplicates,
        stateOnly,
        setAside,
      })),
    ),
    setAside: await listSetAsideReasons(
      pool,
      scope,
      shown.map(({ id }) => id),
    ),
    ...report,
    costOfDoingNothing: await costOf(service, scope, overview),
  })
}

/** The current reading; before the first one, everything in it is a stated absence. */
export async function readDocuments({ store }: Pick<Service, 'store'>, scope: Scope) {
  const reading = await findReading(store.pool, scope)
  if (reading === null) return writeDocuments(emptyTally(), [], null)
  return {
    report: readingReportSchema.parse(reading.report),
    overview: readingOverviewSchema.parse(reading.overview),
  }
}

export async function costOf(
  { store }: Pick<Service, 'store'>,
  scope: Scope,
  { loads, periodDays, measured }: ReadingDocuments['overview'],
): Promise<Known<CostJson>> {
  if (loads.length === 0) return cannotSay('there are no contacts yet')
  const entered = await listAssumptions(store.pool, scope)
  const cost = estimateCost({
    loads,
    periodDays,
    months: horizonMonths,
    currency,
    assumptions: chooseAssumptions(entered, measured),
  })
  return isKnown(cost) ? { ...cost, byCause: [...cost.byCause], assumptions: [...cost.assumptions] } : cost
}

/** The guess that a file was read by, as far as the report needs it. */
const contextSchema = z.object({ format: z.string() })

function formatOf(context: unknown): string {
  const parsed = contextSchema.safeParse(context)
  return parsed.success ? parsed.data.format : 'unknown'
}
