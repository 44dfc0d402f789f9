import { sql } from 'kysely'
import { type InteractionId, interactionId } from '../core/base/ids.ts'
import type { Instant } from '../core/base/time.ts'
import type { Correction } from '../core/signals/corrections/correction.ts'
import { build, type Client, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

type CorrectionRow = Omit<Correction, 'interaction' | 'span'> & {
  readonly interactionId: string
  readonly firstChar: number | null
  readonly lastChar: number | null
}

const selected = sql`select id, interaction_id as "interactionId", kind, first_char as "firstChar",
  last_char as "lastChar", verdict, instead, strength, method, chosen, reviewer, at from corrections`

export async function saveCorrection(client: Client, scope: Scope, correction: Correction): Promise<void> {
  const { id, interaction, kind, span, verdict, instead, strength, method, chosen, reviewer, at } = correction
  await list(
    client,
    build.insertInto('corrections').values({
      workspace_id: scope,
      id,
      interaction_id: interaction,
      kind,
      first_char: span?.start ?? null,
      last_char: span?.end ?? null,
      verdict,
      instead,
      strength,
      method,
      chosen,
      reviewer,
      at: new Date(at),
    }),
  )
}

/** True when there was such a correction and it stood until now. */
export async function withdrawCorrection(
  client: Client,
  scope: Scope,
  { id, by, at }: { id: string; by: string; at: Instant },
): Promise<boolean> {
  const rows = await list(
    client,
    sql`
    update corrections set withdrawn_by = ${by}, withdrawn_at = ${new Date(at)}
    where workspace_id = ${scope} and id = ${id} and withdrawn_at is null returning id`,
  )
  return rows.length > 0
}

/** Corrections that stand, of these texts, oldest first. */
export async function listCorrectionsOf(
  client: Client,
  scope: Scope,
  interactions: readonly InteractionId[],
): Promise<Correction[]> {
  if (interactions.length === 0) return []
  const rows = await list(
    client,
    sql<CorrectionRow>`
    ${selected} where workspace_id = ${scope} and withdrawn_at is null
      and interaction_id = any(${interactions}::uuid[]) order by sequence`,
  )
  return rows.map(fromRow)
}

/** All corrections that stand, oldest first: people's words are few beside what is read. */
export async function listCorrections(client: Client, scope: Scope): Promise<Correction[]> {
  const rows = await list(
    client,
    sql<CorrectionRow>`
    ${selected} where workspace_id = ${scope} and withdrawn_at is null order by sequence`,
  )
  return rows.map(fromRow)
}

/** All corrections that stood at a time, oldest first. */
export async function listCorrectionsAt(client: Client, scope: Scope, at: Instant): Promise<Correction[]> {
  const rows = await list(
    client,
    sql<CorrectionRow>`
    ${selected} where workspace_id = ${scope} and at <= ${new Date(at)}
      and (withdrawn_at is null or withdrawn_at > ${new Date(at)}) order by sequence`,
  )
  return rows.map(fromRow)
}

/** What was said or taken back since the current reading began: its counts do not hold it yet. */
export async function countCorrectionsSinceReading(client: Client, scope: Scope): Promise<number> {
  const row = await findOne(
    client,
    sql<{ count: number }>`
    select count(*) from corrections c
    join workspaces w on w.id = c.workspace_id join readings r on r.id = w.reading_id
    where c.workspace_id = ${scope} and greatest(c.at, c.withdrawn_at) > r.started_at`,
  )
  return row?.count ?? 0
}

function fromRow({ interactionId: id, firstChar, lastChar, ...row }: CorrectionRow): Correction {
  const span = firstChar === null || lastChar === null ? null : { start: firstChar, end: lastChar }
  return { ...row, interaction: interactionId(id), span }
}
