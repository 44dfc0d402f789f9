import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { openStore, type StorePlace } from '../../store/open.ts'
import { type Driven, drive } from './drive.ts'
import { anInteraction } from './tell.ts'

const insert = `insert into bare
  (workspace_id, identity, id, source, external_id, sequence, at, case_id, kind, side, channel, team, text)
  values (1, $1, $2, 'bench', $3, $4, $5, $6, 'message', $7, 'chat', $8, $9)`

/** What PostgreSQL itself keeps from so many connections: the same rows, one a commit, with interactions' indexes and nothing else. */
export async function insertBare(
  place: StorePlace,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Driven> {
  const store = await openStore(place)
  try {
    await store.pool.query('create table bare (like interactions)')
    await store.pool.query('create index on bare (workspace_id, identity, at, sequence)')
    await store.pool.query('create unique index on bare (workspace_id, id)')
    const clients = await Promise.all(Array.from({ length: connections }, () => store.pool.connect()))
    const free = [...clients]
    const driven = await drive({
      connections,
      seconds,
      work: async (n) => {
        const client = free.pop()
        if (client === undefined) return false
        await insertOne(client, n)
        free.push(client)
        return true
      },
    })
    for (const client of clients) client.release()
    await store.pool.query('drop table bare')
    return driven
  } finally {
    await store.close()
  }
}

async function insertOne(client: PoolClient, n: number) {
  const { externalId, at, customer, case: caseId, from, team, text } = anInteraction('bare', n)
  const values = [`account:${customer.account}`, randomUUID(), externalId, n, at, caseId, from, team, text]
  await client.query({ name: 'bare', text: insert, values })
}
