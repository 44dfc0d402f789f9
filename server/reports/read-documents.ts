import { emptyTally } from '../../core/causes/tally.ts'
import { findReading, findReadingStamp } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { keptByWorkspace } from '../running/kept-by-workspace.ts'
import type { Service } from '../service.ts'
import { parseCost, type ReadingDocuments, readingOverviewSchema, readingReportSchema } from './documents.ts'
import { writeDocuments } from './write-documents.ts'

type Read = Omit<ReadingDocuments, 'causes'>

/** Fetching and checking them costs more than all else of a page, and most pages ask for them. */
const current = keptByWorkspace<Read>()

/** The current reading; before the first one, everything in it is a stated absence. */
export async function readDocuments({ store }: Pick<Service, 'store'>, scope: Scope): Promise<Read> {
  const stamp = await findReadingStamp(store.pool, scope)
  if (stamp === null) return nothingRead()
  return current({ store, scope, stamp }, async () => {
    const reading = await findReading(store.pool, scope)
    if (reading === null) return nothingRead()
    return {
      report: readingReportSchema.parse(reading.report),
      overview: readingOverviewSchema.parse(reading.overview),
      cost: parseCost(reading.cost),
    }
  })
}

function nothingRead(): Read {
  return writeDocuments(emptyTally(), { causes: [], themes: [], endpoint: null, guidelines: [] }, null)
}
