import { type RawBuilder, sql } from 'kysely'
import { isWithin, type Range } from './contacts.ts'
import type { Client } from './postgres/client.ts'
import { type Counted, countFrom, listPage, type Order, type Page } from './postgres/page.ts'
import {
  counted,
  fromRow,
  type InteractionRow,
  interactionColumns,
  type StoredInteraction,
} from './rows/interaction-row.ts'
import type { Scope } from './scope.ts'

export type SurveyFilter = {
  readonly source: string
  /** From the one to the other, both among them. */
  readonly rating?: Range | undefined
}

const newest: Order<InteractionRow> = {
  by: 'time',
  column: 'at',
  id: sql.ref('id'),
  idType: 'uuid',
  key: ({ at, id }) => ({ value: at, id }),
}

/** Answers to one survey that name no case, newest first. */
export async function listSurveyAnswers(
  client: Client,
  scope: Scope,
  { after, ...filter }: SurveyFilter & { readonly after?: string | undefined },
): Promise<Page<StoredInteraction>> {
  const { rows, next } = await listPage<InteractionRow>(client, {
    select: sql`select * from (select ${interactionColumns}
      from (select * from interactions where ${answersTo(scope, filter)}) i
      left join identities d on d.workspace_id = i.workspace_id and d.identity = i.identity
      where ${counted}) answers`,
    where: [sql`true`],
    order: newest,
    after,
  })
  return { rows: rows.map(fromRow), next }
}

export async function countSurveyAnswers(
  client: Client,
  scope: Scope,
  filter: SurveyFilter,
): Promise<Counted> {
  return countFrom(client, {
    table: 'interactions',
    within: [answersTo(scope, filter)],
    where: [
      sql`not exists (select from superseded gone where gone.workspace_id = ${scope} and gone.id = c.id)`,
    ],
    order: newest,
  })
}

/** As the indexes of these answers have it: all of a survey, and those of one rating, in the order of the list. */
function answersTo(scope: Scope, { source, rating }: SurveyFilter): RawBuilder<unknown> {
  const within = rating === undefined ? sql`` : sql`and ${isWithin(rating)}`
  return sql`workspace_id = ${scope} and kind = 'survey' and case_id is null and source = ${source}
    and rating is not null ${within}`
}
