import { sql } from 'kysely'
import { type Client, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** An endpoint of a workspace's own. */
export type OwnEndpoint = {
  readonly url: string
  /** Encrypted. */
  readonly key: Uint8Array | null
  readonly embeddingModel: string | null
  readonly wordingModel: string | null
  readonly tokensAReading: number
  readonly tokensAMonth: number
  /** It was of the private network when it was entered, and was let be. */
  readonly isPrivate: boolean
}

/** What a workspace decided about a model elsewhere. */
export type EndpointChoice =
  | { readonly kind: 'server' }
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'own' } & OwnEndpoint)

type Row = Omit<OwnEndpoint, 'url'> & { readonly url: string | null }

/** As the server is set, until somebody decides otherwise. */
export async function findEndpointChoice(client: Client, scope: Scope): Promise<EndpointChoice> {
  const row = await findOne(
    client,
    sql<Row>`
    select url, key, embedding_model as "embeddingModel", wording_model as "wordingModel",
      tokens_a_reading as "tokensAReading", tokens_a_month as "tokensAMonth", is_private as "isPrivate"
    from endpoint_settings where workspace_id = ${scope}`,
  )
  if (row === null) return { kind: 'server' }
  const { url, ...rest } = row
  return url === null ? { kind: 'nothing' } : { kind: 'own', url, ...rest }
}

/** Takes the place of what was decided before, whose key goes. */
export async function saveEndpointChoice(client: Client, scope: Scope, choice: EndpointChoice) {
  if (choice.kind === 'server') {
    await list(client, sql`delete from endpoint_settings where workspace_id = ${scope}`)
    return
  }
  const own = choice.kind === 'own' ? choice : null
  const key = own?.key ? Buffer.from(own.key) : null
  await list(
    client,
    sql`
    insert into endpoint_settings (workspace_id, url, key, embedding_model, wording_model, tokens_a_reading, tokens_a_month,
      is_private)
    values (${scope}, ${own?.url ?? null}, ${key}, ${own?.embeddingModel ?? null}, ${own?.wordingModel ?? null},
      ${own?.tokensAReading ?? null}, ${own?.tokensAMonth ?? null}, ${own?.isPrivate ?? false})
    on conflict (workspace_id) do update set url = excluded.url, key = excluded.key,
      embedding_model = excluded.embedding_model, wording_model = excluded.wording_model,
      tokens_a_reading = excluded.tokens_a_reading, tokens_a_month = excluded.tokens_a_month,
      is_private = excluded.is_private`,
  )
}
