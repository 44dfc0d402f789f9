import { emptyTally } from '../../core/causes/tally.ts'
import { findReading } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import { parseCost, type ReadingDocuments, readingOverviewSchema, readingReportSchema } from './documents.ts'
import { writeDocuments } from './write-documents.ts'

/** The current reading; before the first one, everything in it is a stated absence. */
export async function readDocuments(
  { store }: Pick<Service, 'store'>,
  scope: Scope,
): Promise<Omit<ReadingDocuments, 'causes'>> {
  const reading = await findReading(store.pool, scope)
  if (reading === null)
    return writeDocuments(emptyTally(), { causes: [], themes: [], endpoint: null, guidelines: [] }, null)
  return {
    report: readingReportSchema.parse(reading.report),
    overview: readingOverviewSchema.parse(reading.overview),
    cost: parseCost(reading.cost),
  }
}
