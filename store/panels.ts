import { sql } from 'kysely'
import { type Client, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** How a workspace's desk shows inside another help desk; without a secret nobody can open it there. */
export type Panel = {
  /** Whose pages may frame it, as https://company.zendesk.com. */
  readonly origins: readonly string[]
  /** Encrypted. */
  readonly secret: Uint8Array | null
}

export async function findPanel(client: Client, scope: Scope): Promise<Panel> {
  const found = await findOne(
    client,
    sql<Panel>`
    select panel_origins as origins, panel_secret as secret from workspaces where id = ${scope}`,
  )
  return found ?? { origins: [], secret: null }
}

export async function savePanelOrigins(client: Client, scope: Scope, origins: readonly string[]) {
  await list(client, sql`update workspaces set panel_origins = ${origins} where id = ${scope}`)
}

/** What was signed with the secret before opens nothing from now on. */
export async function savePanelSecret(client: Client, scope: Scope, secret: Uint8Array | null) {
  await list(
    client,
    sql`update workspaces set panel_secret = ${secret && Buffer.from(secret)} where id = ${scope}`,
  )
}
