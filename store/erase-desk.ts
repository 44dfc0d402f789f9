import { sql } from 'kysely'
import { type Connection, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** What was done about a person's issues: an issue is named by one of their interactions. */
const aboutIssues = [
  'desk_issues',
  'desk_steps',
  'grants',
  'exceptions',
  'customer_links',
  'objections',
  'answers',
] as const

/** Erases what the desk holds of a person. What their grants drew on limits of others stays drawn. */
export async function eraseDesk(client: Connection, scope: Scope, ids: readonly string[]): Promise<void> {
  for (const table of aboutIssues) {
    await list(
      client,
      sql`delete from ${sql.table(table)} where workspace_id = ${scope} and issue_id = any(${ids}::uuid[])`,
    )
  }
  await list(
    client,
    sql`
    delete from grant_limits g where workspace_id = ${scope} and key like 'issue %'
      and split_part(key, ' ', 3) = any(${ids}::text[])`,
  )
}
