import { z } from 'zod'
import { bundleSchema, namesOf } from '../../../sources/receivers/zendesk-export.ts'
import { type Asking, ask, withQuery } from './ask.ts'
import type { Pulled, Pulling } from './pull.ts'

/**
 * Zendesk's incremental ticket event export, with what the events name looked up a hundred at a time. Source:
 * developer.zendesk.com, "Incremental Exports" (time-based; items of the last minute come with the next request),
 * "Tickets: show many", "Users: show many" (read in 2026).
 */
export async function* pullZendesk({ connector, signal, isGuarded, now }: Pulling): AsyncGenerator<Pulled> {
  const { address = '', user = '', since } = connector.settings
  const basic = Buffer.from(`${user}/token:${connector.secrets.key ?? ''}`).toString('base64')
  const asking = { name: 'Zendesk', headers: { authorization: `Basic ${basic}` }, signal, isGuarded }
  const first = Math.floor(Date.parse(since ?? new Date(now - monthMs).toISOString()) / 1000)
  let from = cursorSchema.safeParse(connector.cursor).data?.from ?? first
  for (;;) {
    const url = `${address}/api/v2/incremental/ticket_events.json`
    const page = pageSchema.parse(
      await ask(asking, withQuery(url, { start_time: from, include: 'comment_events' })),
    )
    const isLast = page.end_of_stream ?? page.end_time === null
    const documents =
      page.ticket_events.length === 0 ? [] : [await lookUp(asking, address, page.ticket_events)]
    from = page.end_time ?? from
    yield { documents, cursor: { from }, names: Object.assign({}, ...documents.map(namesOf)) }
    if (isLast) return
  }
}

const monthMs = 30 * 86_400_000
const mostIds = 100
const cursorSchema = z.object({ from: z.number() })

const pageSchema = z.object({
  ticket_events: bundleSchema.shape.ticket_events.element.loose().array(),
  end_time: z.number().nullish().default(null),
  end_of_stream: z.boolean().optional(),
})

const ticketsSchema = z.object({ tickets: z.array(z.looseObject({ requester_id: z.number().nullish() })) })
const usersSchema = z.object({ users: bundleSchema.shape.users })
const groupsSchema = z.object({ groups: bundleSchema.shape.groups, next_page: z.string().nullish() })

async function lookUp(asking: Asking, address: string, events: z.infer<typeof pageSchema>['ticket_events']) {
  const many = async (what: 'tickets' | 'users', ids: readonly string[]) =>
    ask(asking, withQuery(`${address}/api/v2/${what}/show_many.json`, { ids: ids.join(',') }))
  const tickets: z.infer<typeof ticketsSchema>['tickets'] = []
  for (const ids of inHundreds(events.map(({ ticket_id }) => ticket_id))) {
    tickets.push(...ticketsSchema.parse(await many('tickets', ids)).tickets)
  }
  const authors = events.flatMap(({ child_events }) => child_events.map(({ author_id }) => author_id))
  const named = [...authors, ...tickets.map(({ requester_id }) => requester_id)]
  const users: z.infer<typeof usersSchema>['users'] = []
  for (const ids of inHundreds(named.flatMap((id) => (id == null ? [] : String(id))))) {
    users.push(...usersSchema.parse(await many('users', ids)).users)
  }
  // Times were read already; the receiver reads them as the export writes them.
  const ticket_events = events.map((event) => ({
    ...event,
    timestamp: event.timestamp / 1000,
    child_events: event.child_events.map((child) => ({ ...child, created_at: isoOf(child.created_at) })),
  }))
  return { ticket_events, tickets, users, groups: await listGroups(asking, address) }
}

async function listGroups(asking: Asking, address: string) {
  const groups: z.infer<typeof groupsSchema>['groups'] = []
  for (let page = 1; ; page += 1) {
    const url = withQuery(`${address}/api/v2/groups.json`, { per_page: 100, page })
    const found = groupsSchema.parse(await ask(asking, url))
    groups.push(...found.groups)
    if (found.next_page == null) return groups
  }
}

function isoOf(at: number | null | undefined): string | null {
  return at == null ? null : new Date(at).toISOString()
}

function inHundreds(ids: readonly string[]): string[][] {
  const unique = [...new Set(ids)]
  return Array.from({ length: Math.ceil(unique.length / mostIds) }, (_, part) =>
    unique.slice(part * mostIds, (part + 1) * mostIds),
  )
}
