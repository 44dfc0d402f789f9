import { type RawBuilder, sql } from 'kysely'
import type { CaseHandOffs } from './cases.ts'
import type { StoredContact } from './contacts.ts'
import type { StoredIssue } from './issues.ts'
import { type Connection, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'
import type { StoredSignal } from './signals.ts'

/** What a reading keeps of some customers. */
export type ReadRows = {
  readonly contacts: readonly StoredContact[]
  readonly issues: readonly StoredIssue[]
  readonly signals: readonly StoredSignal[]
  readonly cases: readonly CaseHandOffs[]
}

/**
 * Removes rows of a reading; each is found by the index that lists it. Workspace and reading come with what to look for, behind an
 * `offset 0`: said of the table itself, PostgreSQL takes a reading that it has not counted yet for one row, and walks all of it.
 */
export async function removeReadRows(
  client: Connection,
  scope: Scope,
  { readingId, contacts, issues, signals, cases }: ReadRows & { readonly readingId: number },
): Promise<void> {
  const remove = async (table: string, gone: RawBuilder<unknown>, found: RawBuilder<unknown>) => {
    await list(
      client,
      sql`
      delete from ${sql.table(table)} t
      using (select ${scope}::int as workspace_id, ${readingId}::bigint as reading_id, * from ${gone} offset 0) g
      where t.workspace_id = g.workspace_id and t.reading_id = g.reading_id and t.customer = g.customer and ${found}`,
    )
  }
  const when = sql`coalesce(t.at, '-infinity') = coalesce(g.at, '-infinity')`
  if (contacts.length > 0) {
    await remove(
      'contacts',
      sql`unnest(${contacts.map(({ customer }) => customer)}::text[], ${contacts.map(({ id }) => id)}::uuid[],
        ${contacts.map(({ at }) => toDate(at))}::timestamptz[]) g (customer, id, at)`,
      sql`${when} and t.id = g.id`,
    )
  }
  if (issues.length > 0) {
    await remove(
      'issues',
      sql`unnest(${issues.map(({ customer }) => customer)}::text[],
        ${issues.map(({ id }) => id)}::uuid[]) g (customer, id)`,
      sql`t.id = g.id`,
    )
  }
  if (signals.length > 0) {
    await remove(
      'signals',
      sql`unnest(${signals.map(({ customer }) => customer)}::text[],
        ${signals.map(({ interactionId }) => interactionId)}::uuid[], ${signals.map(({ at }) => toDate(at))}::timestamptz[],
        ${signals.map(({ kind }) => kind)}::text[], ${signals.map(({ firstChar }) => firstChar)}::int[],
        ${signals.map(({ lastChar }) => lastChar)}::int[]) g (customer, interaction_id, at, kind, first_char, last_char)`,
      sql`t.kind = g.kind and ${when} and t.interaction_id = g.interaction_id and t.first_char = g.first_char
        and t.last_char = g.last_char`,
    )
  }
  if (cases.length > 0) {
    await remove(
      'case_hand_offs',
      sql`unnest(${cases.map(({ customer }) => customer)}::text[], ${cases.map(({ source }) => source)}::text[],
        ${cases.map(({ caseId }) => caseId)}::text[], ${cases.map(({ handOffs }) => handOffs)}::int[])
        g (customer, source, case_id, hand_offs)`,
      sql`t.hand_offs = g.hand_offs and (t.source || E'\\x1f' || t.case_id) = (g.source || E'\\x1f' || g.case_id)`,
    )
  }
}

function toDate(at: number | null): Date | null {
  return at === null ? null : new Date(at)
}
