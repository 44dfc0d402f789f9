import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'

/** What has changed, for screens that show it. No words and no names: whoever may see them asks for them. */
export type News = { readonly kind: 'reading' | 'sources' | 'desk' }

export const newsChannel = 'outside_in_news'

/** Told to every process when the transaction is committed. */
export async function announce(client: Client, scope: Scope, news: News): Promise<void> {
  await client.query('select pg_notify($1, $2)', [newsChannel, JSON.stringify({ workspace: scope, ...news })])
}
