import { sql } from 'kysely'
import type { Instant } from '../core/base/time.ts'
import { build, type Client, findOne, list } from './postgres/client.ts'

/** Whom a link lets in; without a person, the first keeper. */
export type OneTimeLink = { readonly personId: string | null }

export async function addOneTimeLink(
  client: Client,
  link: { fingerprint: Buffer; personId: string | null; expiresAt: Instant },
): Promise<void> {
  const { fingerprint, personId, expiresAt } = link
  await list(
    client,
    build
      .insertInto('one_time_links')
      .values({ fingerprint, person_id: personId, expires_at: new Date(expiresAt) }),
  )
}

/** The link, spent by this: nobody finds it a second time. Call it in a transaction with what it is spent on. */
export async function spendOneTimeLink(
  client: Client,
  { fingerprint, at }: { fingerprint: Buffer; at: Instant },
): Promise<OneTimeLink | null> {
  return findOne(
    client,
    build
      .deleteFrom('one_time_links')
      .where('fingerprint', '=', fingerprint)
      .where(sql<boolean>`expires_at > ${new Date(at)}`)
      .returning('person_id as personId'),
  )
}

/** Links for the first keeper are void once there is one. */
export async function removeKeeperLinks(client: Client): Promise<void> {
  await list(client, build.deleteFrom('one_time_links').where('person_id', 'is', null))
}
