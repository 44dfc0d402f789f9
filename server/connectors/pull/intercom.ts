import { z } from 'zod'
import { type Asking, ask } from './ask.ts'
import type { Pulled, Pulling } from './pull.ts'

/**
 * Conversations of Intercom that changed, oldest change first. Source: developers.intercom.com, API 2.11: "Search
 * conversations" (at most 150 a page, `pages.next.starting_after`), "Retrieve a conversation", "List all teams" (read in 2026).
 */
export async function* pullIntercom({ connector, signal, isGuarded, now }: Pulling): AsyncGenerator<Pulled> {
  const { address = 'https://api.intercom.io', since } = connector.settings
  const headers = { authorization: `Bearer ${connector.secrets.key ?? ''}`, 'intercom-version': '2.11' }
  const asking = { name: 'Intercom', headers, signal, isGuarded }
  const names = await listTeams(asking, address)
  const first = Math.floor((since === undefined ? now - monthMs : Date.parse(since)) / 1000)
  let { from, after, newest } = cursorSchema.safeParse(connector.cursor).data ?? {
    from: first,
    after: null,
    newest: first,
  }
  for (;;) {
    const found = pageSchema.parse(
      await ask(asking, `${address}/conversations/search`, {
        // One second again: changes of the second in which we asked may have come after it.
        query: { field: 'updated_at', operator: '>', value: from - 1 },
        sort: { field: 'updated_at', order: 'ascending' },
        pagination: { per_page: 50, ...(after === null ? {} : { starting_after: after }) },
      }),
    )
    const documents: unknown[] = []
    for (const { id } of found.conversations)
      documents.push(await ask(asking, `${address}/conversations/${encodeURIComponent(id)}`))
    newest = Math.max(newest, ...found.conversations.map(({ updated_at }) => updated_at))
    after = found.pages?.next?.starting_after ?? null
    if (after === null) from = newest
    yield { documents, cursor: { from, after, newest }, names }
    if (after === null) return
  }
}

const monthMs = 30 * 86_400_000
const cursorSchema = z.object({ from: z.number(), after: z.string().nullable(), newest: z.number() })
const pageSchema = z.object({
  conversations: z.array(z.object({ id: z.string(), updated_at: z.number() })),
  pages: z.object({ next: z.object({ starting_after: z.string().nullish() }).nullish() }).nullish(),
})
const teamsSchema = z.object({ teams: z.array(z.object({ id: z.string(), name: z.string() })) })

async function listTeams(asking: Asking, address: string) {
  const { teams } = teamsSchema.parse(await ask(asking, `${address}/teams`))
  return Object.fromEntries(teams.map(({ id, name }) => [`team/${id}`, name]))
}
