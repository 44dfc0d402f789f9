import { type RawBuilder, sql } from 'kysely'
import { type InteractionId, interactionId } from '../../core/base/ids.ts'
import type { Instant } from '../../core/base/time.ts'
import type { Side } from '../../core/interactions/interaction.ts'
import { type Client, type Connection, findOne, list } from '../postgres/client.ts'
import { type Counted, findTimeOfPage, listFrom, type Order, type Page, toPage } from '../postgres/page.ts'
import type { Scope } from '../scope.ts'
import { channelMark, sideMark, stretchesBefore, toMarkQuery, workspaceMark } from './marks.ts'

export type SearchFilter = {
  /** As one writes in a search box: words, "a phrase", or, -without. */
  readonly words: string
  readonly from?: Side | undefined
  readonly channel?: string | undefined
}

export type Found = { readonly id: InteractionId; readonly at: Instant | null }

/** Texts that say so, newest first. */
export type FoundPage = Page<Found> & { readonly total: Counted }

const mostCounted = 1000
/** Texts are long, and marking them costs more than finding them. */
export const textsAPage = 20

const newest: Order<Found> = {
  by: 'time',
  column: 'at',
  id: sql.ref('interaction_id'),
  idType: 'uuid',
  key: ({ at, id }) => ({ value: at, id }),
}

/**
 * A page of the texts that say so. It looks at the last days first and at more only while they do not fill the page, so
 * that a common word costs no more in ten years of texts than in one. Call it in a transaction.
 */
export async function searchTexts(
  client: Connection,
  scope: Scope,
  { after, newestAt, ...filter }: SearchFilter & { after?: string | undefined; newestAt: Instant | null },
): Promise<FoundPage> {
  // Only the index of words is of use here; the planner can't know how rare a word is that it has not seen.
  await list(client, sql`set local enable_seqscan = off`)
  const start = findTimeOfPage(after)
  const stretches = stretchesBefore(start === undefined ? newestAt : start)
  let rows: Found[] = []
  let isWhole = false
  for (const stretch of stretches) {
    rows = await listFound(client, { scope, filter, stretch, after })
    isWhole = stretch.length === 0 && rows.length <= mostCounted
    if (rows.length > textsAPage) break
  }
  return {
    ...toPage(rows, newest, textsAPage),
    total: { count: Math.min(rows.length, mostCounted), isAtLeast: !isWhole },
  }
}

type Looking = {
  readonly scope: Scope
  readonly filter: SearchFilter
  readonly stretch: readonly string[]
  readonly after: string | undefined
}

async function listFound(client: Connection, { scope, filter, stretch, after }: Looking): Promise<Found[]> {
  const { words, from, channel } = filter
  const marks = [
    workspaceMark(scope),
    ...(from === undefined ? [] : [sideMark(from)]),
    ...(channel === undefined ? [] : [channelMark(channel)]),
  ]
  const where = [
    sql`workspace_id = ${scope}`,
    sql`numnode(${toQuery(words)}) > 0`,
    sql`words @@ (${toQuery(words)} && ${toMarkQuery(marks, stretch)}::tsquery)`,
  ]
  const select = sql`select interaction_id as id, at from search_texts`
  const rows = await listFrom<Found>(client, { select, where, order: newest, after }, mostCounted + 1)
  return rows.map(({ id, at }) => ({ id: interactionId(id), at }))
}

/** Whether anything is left to look for, once words that nearly every text has are taken out. */
export async function asksForWords(client: Client, words: string): Promise<boolean> {
  const row = await findOne(client, sql<{ nodes: number }>`select numnode(${toQuery(words)}) as nodes`)
  return (row?.nodes ?? 0) > 0
}

/** Stand around every word that was looked for, as `markWords` writes them; no text of ours holds them. */
export const wordMarks = { start: '\ue000', end: '\ue001' } as const

/** The texts with marks around the words that were looked for, in the order given. */
export async function markWords(client: Client, words: string, texts: readonly string[]): Promise<string[]> {
  const options = `HighlightAll=true, StartSel=${wordMarks.start}, StopSel=${wordMarks.end}`
  const plain = texts.map((text) => text.replace(/[\ue000\ue001]/g, ' '))
  const rows = await list(
    client,
    sql<{ text: string }>`
    select ts_headline('english', t.text, ${toQuery(words)}, ${options}) as text
    from unnest(${plain}::text[]) with ordinality as t (text, position) order by position`,
  )
  return rows.map(({ text }) => text)
}

function toQuery(words: string): RawBuilder<unknown> {
  return sql`websearch_to_tsquery('english', ${words})`
}
