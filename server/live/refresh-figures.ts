import { poolRooms } from '../../core/causes/tallies/keep-items.ts'
import { cutPools } from '../../store/kept-items.ts'
import { lockFigures, withCurrentReading } from '../../store/locks.ts'
import { inSnapshotOn } from '../../store/postgres/client.ts'
import { findReadingState, type ReadingState } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { touchReading } from '../../store/workspaces.ts'
import { findLearned } from '../readings/find-learned.ts'
import type { ReadingDocuments } from '../reports/documents.ts'
import { type ToWrite, writeReading } from '../reports/write-reading.ts'
import type { Service } from '../service.ts'
import { announce } from './announce.ts'

export type Refreshed = { readonly reading: ReadingState; readonly documents: ReadingDocuments }

/** Writes what the current reading adds up to by now, and tells whoever looks at it; null where there is none. */
export async function refreshFigures(
  { store, now }: Service,
  scope: Scope,
  issues: ToWrite['issues'],
): Promise<Refreshed | null> {
  return withCurrentReading(store.pool, scope, async (client) => {
    await lockFigures(client, scope)
    const reading = await findReadingState(client, scope)
    if (reading === null) return null
    const { id: readingId } = reading
    const learned = await findLearned(client, scope, readingId)
    const documents = await inSnapshotOn(client, () =>
      writeReading(client, scope, { readingId, learned, issues }),
    )
    if (issues === 'anew') await cutPools(client, scope, { readingId, rooms: poolRooms })
    await touchReading(client, scope, now())
    await announce(client, scope, { kind: 'reading' })
    return { reading, documents }
  })
}
