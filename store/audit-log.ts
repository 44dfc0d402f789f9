import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { build, type Client, list } from './postgres/client.ts'
import { pageSize } from './postgres/page.ts'
import type { Scope } from './scope.ts'

export type AuditEntry = {
  readonly sequence: number
  readonly at: Instant
  /** Their name, or that of the key. */
  readonly who: string
  readonly way: 'machine' | 'session' | 'key'
  /** Which person or key. */
  readonly wayId: string | null
  readonly verb: string
  /** The route, by its name in the contract. */
  readonly action: string
  /** The id that the route was called with, unless it tells who a customer is. */
  readonly subject: string | null
  readonly status: number
}

export async function addAuditEntry(
  client: Client,
  scope: Scope,
  { at, who, way, wayId, verb, action, subject, status }: Omit<AuditEntry, 'sequence'>,
): Promise<void> {
  await list(
    client,
    build.insertInto('audit_log').values({
      workspace_id: scope,
      at: new Date(at),
      who,
      way,
      way_id: wayId,
      verb,
      action,
      subject,
      status,
    }),
  )
}

/** The names of routes that change nothing and take nothing out. */
const look = '^(find|list|count)[A-Z]'

/** Newest first, those before `before`. */
export async function listAuditEntries(
  client: Client,
  scope: Scope,
  { before, verb, only }: { before: number | null; verb: string | null; only: 'acts' | 'refusals' | null },
): Promise<{ rows: AuditEntry[]; next: number | null }> {
  const rows = await list(
    client,
    sql<AuditEntry>`
    select sequence, at, who, way, way_id as "wayId", verb, action, subject, status from audit_log
    where workspace_id = ${scope} and (${before}::bigint is null or sequence < ${before}::bigint)
      and (${verb}::text is null or verb = ${verb}::text)
      and case ${only}::text when 'acts' then action !~ ${look} when 'refusals' then status >= 400 else true end
    order by sequence desc limit ${pageSize + 1}`,
  )
  const shown = rows.slice(0, pageSize)
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.sequence ?? null) : null }
}
