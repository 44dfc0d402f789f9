import { z } from 'zod'
import { type Asking, ask, withQuery } from './ask.ts'
import type { Pulled, Pulling } from './pull.ts'

/**
 * Tickets of Freshdesk in the order in which they were touched, each with its conversations and ratings. Source:
 * developers.freshdesk.com/api, "List all tickets" (updated_since, at most 300 pages), "List all conversations of a ticket",
 * "View all satisfaction ratings of a ticket" (read in 2026).
 */
export async function* pullFreshdesk({ connector, signal, isGuarded, now }: Pulling): AsyncGenerator<Pulled> {
  const { address = '', since } = connector.settings
  const basic = Buffer.from(`${connector.secrets.key ?? ''}:X`).toString('base64')
  const asking = { name: 'Freshdesk', headers: { authorization: `Basic ${basic}` }, signal, isGuarded }
  const api = `${address}/api/v2`
  const names = await listNames(asking, api)
  let from =
    cursorSchema.safeParse(connector.cursor).data?.from ??
    `${since ?? new Date(now - monthMs).toISOString().slice(0, 10)}T00:00:00Z`
  for (let page = 1; ; ) {
    const query = {
      updated_since: from,
      order_by: 'updated_at',
      order_type: 'asc',
      include: 'requester,description',
      per_page: mostOfPage,
      page,
    }
    const tickets = z.array(ticketSchema).parse(await ask(asking, withQuery(`${api}/tickets`, query)))
    const documents: unknown[] = []
    for (const ticket of tickets) documents.push(await withConversations(asking, api, ticket))
    const last = tickets.at(-1)?.updated_at ?? from
    // More tickets of one second than a page holds: only then is the next page asked for.
    page = last === from ? page + 1 : 1
    from = last
    yield { documents, cursor: { from }, names }
    if (tickets.length < mostOfPage) return
  }
}

const monthMs = 30 * 86_400_000
const mostOfPage = 100
const cursorSchema = z.object({ from: z.string() })
const ticketSchema = z.looseObject({ id: z.number(), updated_at: z.string() })
const namedSchema = z.array(
  z.object({
    id: z.number(),
    name: z.string().optional(),
    contact: z.object({ name: z.string() }).optional(),
  }),
)

async function withConversations(asking: Asking, api: string, ticket: z.infer<typeof ticketSchema>) {
  const of = `${api}/tickets/${ticket.id}`
  const conversations = await listAll(asking, `${of}/conversations`)
  return { ticket, conversations, ratings: await ask(asking, `${of}/satisfaction_ratings`) }
}

async function listNames(asking: Asking, api: string) {
  const groups = namedSchema.parse(await listAll(asking, `${api}/groups`))
  const agents = namedSchema.parse(await listAll(asking, `${api}/agents`))
  return Object.fromEntries([
    ...groups.map(({ id, name }) => [`group/${id}`, name ?? '']),
    ...agents.map(({ id, contact }) => [`agent/${id}`, contact?.name ?? '']),
  ])
}

async function listAll(asking: Asking, url: string): Promise<unknown[]> {
  const all: unknown[] = []
  for (let page = 1; ; page += 1) {
    const found = z
      .array(z.unknown())
      .parse(await ask(asking, withQuery(url, { per_page: mostOfPage, page })))
    all.push(...found)
    if (found.length < mostOfPage) return all
  }
}
