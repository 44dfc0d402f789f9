import { sql } from 'kysely'
import { customerId, interactionId } from '../core/base/ids.ts'
import type { ReviewCandidate } from '../core/signals/corrections/review-candidates.ts'
import { type Client, type Connection, list } from './postgres/client.ts'
import { type Columns, copyInto } from './postgres/copy.ts'
import { inReading } from './readings.ts'
import type { Scope } from './scope.ts'

type CandidateRow = Omit<ReviewCandidate, 'interaction' | 'span'> & {
  readonly interactionId: string
  readonly firstChar: number
  readonly lastChar: number
}

const columns: Columns<CandidateRow> = {
  customer: 'text',
  interactionId: 'text',
  chosen: 'text',
  kind: 'text',
  firstChar: 'number',
  lastChar: 'number',
  strength: 'number',
  method: 'text',
}

export async function saveReviewCandidates(
  client: Connection,
  scope: Scope,
  { readingId, candidates }: { readingId: number; candidates: readonly ReviewCandidate[] },
): Promise<void> {
  const rows = candidates.map(({ interaction, span, ...candidate }) => ({
    ...candidate,
    interactionId: interaction,
    firstChar: span.start,
    lastChar: span.end,
  }))
  await copyInto(
    client,
    { table: 'review_candidates', columns, fixed: { workspaceId: scope, readingId } },
    rows,
  )
}

/** Of the current reading. */
export async function listReviewCandidates(client: Client, scope: Scope): Promise<ReviewCandidate[]> {
  const rows = await list(
    client,
    sql<CandidateRow>`
    select customer, interaction_id as "interactionId", chosen, kind, first_char as "firstChar",
      last_char as "lastChar", strength, method
    from review_candidates where ${inReading(scope)} order by interaction_id, first_char, kind, chosen`,
  )
  return rows.map(({ customer, interactionId: id, firstChar, lastChar, ...row }) => ({
    ...row,
    customer: customerId(customer),
    interaction: interactionId(id),
    span: { start: firstChar, end: lastChar },
  }))
}
