import { z } from 'zod'
import { type Asking, ask, withQuery } from './ask.ts'
import type { Pulled, Pulling } from './pull.ts'

/**
 * Conversations of Chatwoot, the last touched first, until those that were seen. Source: chatwoot.com developer docs,
 * "Conversations List" (25 a page), "Get messages" (the last ones; `before` for those before them) (read in 2026).
 */
export async function* pullChatwoot({ connector, signal, isGuarded, now }: Pulling): AsyncGenerator<Pulled> {
  const { address = '', account = '', since } = connector.settings
  const asking = {
    name: 'Chatwoot',
    headers: { api_access_token: connector.secrets.key ?? '' },
    signal,
    isGuarded,
  }
  const api = `${address}/api/v1/accounts/${account}/conversations`
  const first = Math.floor((since === undefined ? now - monthMs : Date.parse(since)) / 1000)
  let { from, page, newest } = cursorSchema.safeParse(connector.cursor).data ?? {
    from: first,
    page: 1,
    newest: first,
  }
  for (;;) {
    const query = { status: 'all', assignee_type: 'all', sort_by: 'last_activity_at_desc', page }
    const found = pageSchema.parse(await ask(asking, withQuery(api, query))).data.payload
    const touched = found.filter(({ last_activity_at }) => last_activity_at >= from)
    const documents: unknown[] = []
    for (const conversation of touched)
      documents.push(...(await listMessages(asking, api, { conversation, from })))
    newest = Math.max(newest, ...touched.map(({ last_activity_at }) => last_activity_at))
    // What is touched meanwhile moves to the front and is found by the next run.
    const isLast = found.length === 0 || touched.length < found.length
    page = isLast ? 1 : page + 1
    if (isLast) from = newest
    yield { documents, cursor: { from, page, newest }, names: {} }
    if (isLast) return
  }
}

const monthMs = 30 * 86_400_000
const cursorSchema = z.object({ from: z.number(), page: z.number(), newest: z.number() })
const conversationSchema = z.looseObject({ id: z.number(), last_activity_at: z.number() })
const pageSchema = z.object({ data: z.object({ payload: z.array(conversationSchema) }) })
const messagesSchema = z.object({
  payload: z.array(z.looseObject({ id: z.number(), created_at: z.number() })),
})

type Wanted = { readonly conversation: z.infer<typeof conversationSchema>; readonly from: number }

async function listMessages(asking: Asking, api: string, { conversation, from }: Wanted): Promise<unknown[]> {
  // Without its own copy of the last messages, which would be told twice.
  const { messages: _, ...whole } = conversation
  const all: unknown[] = []
  for (let before: number | null = null; ; ) {
    const url = `${api}/${conversation.id}/messages`
    const { payload } = messagesSchema.parse(
      await ask(asking, before === null ? url : withQuery(url, { before })),
    )
    all.push(...payload.map((message) => ({ ...message, conversation: whole })))
    const oldest = payload.reduce<(typeof payload)[number] | null>(
      (left, right) => (left !== null && left.id < right.id ? left : right),
      null,
    )
    if (oldest === null || oldest.created_at < from || oldest.id === before) return all
    before = oldest.id
  }
}
