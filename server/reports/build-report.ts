import { z } from 'zod'
import { type Report, reportSchema } from '../../contract/report.ts'
import { listImports } from '../../store/imports.ts'
import type { Scope } from '../../store/scope.ts'
import { listSetAsideReasons } from '../../store/set-aside.ts'
import type { Service } from '../service.ts'
import { costInputsOf, estimateOnce } from './cost.ts'
import { readDocuments } from './read-documents.ts'

/** The public report of a workspace; `imports` limits its sources to those of these imports. */
export async function buildReport(
  service: Pick<Service, 'store'>,
  scope: Scope,
  imports: readonly string[] | null,
): Promise<Report> {
  const { pool } = service.store
  const all = await listImports(pool, scope)
  const shown = imports === null ? all.toReversed() : all.filter(({ id }) => imports.includes(id))
  const { report, cost } = await readDocuments(service, scope)
  return reportSchema.parse({
    sources: shown.flatMap(({ files }) =>
      files.map(({ name, context, rows, interactions, duplicates, stateOnly, setAside }) => ({
        file: name,
        ...guessOf(context),
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
    costOfDoingNothing: await estimateOnce(await costInputsOf(service, scope, cost)),
  })
}

/** The guess that a file was read by, as far as the report needs it. */
const contextSchema = z.object({ format: z.string(), mapping: z.object({ source: z.string() }) })

function guessOf(context: unknown): { readonly source: string | null; readonly format: string } {
  const parsed = contextSchema.safeParse(context)
  if (!parsed.success) return { source: null, format: 'unknown' }
  const { format, mapping } = parsed.data
  return { source: mapping.source, format }
}
