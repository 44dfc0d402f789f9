import { pools } from '../core/causes/tallies/keep-items.ts'
import type { ReviewCandidate } from '../core/signals/corrections/review-candidates.ts'
import { listKeptItems } from './kept-items.ts'
import type { Client } from './postgres/client.ts'
import { findReadingState } from './readings.ts'
import type { Scope } from './scope.ts'

/** What of the current reading a person could be asked about. */
export async function listReviewCandidates(client: Client, scope: Scope): Promise<ReviewCandidate[]> {
  const reading = await findReadingState(client, scope)
  if (reading === null) return []
  const found = []
  for (const kind of ['review unsure ', 'review lot ', 'review whole '] as const) {
    const most = pools[kind].asked
    found.push(...(await listKeptItems(client, scope, { readingId: reading.id, prefix: kind, most })))
  }
  return found.flatMap(({ item }) => (isCandidate(item) ? [item] : []))
}

/** Written by ourselves only. */
function isCandidate(item: unknown): item is ReviewCandidate {
  return typeof item === 'object' && item !== null && 'chosen' in item && 'interaction' in item
}
