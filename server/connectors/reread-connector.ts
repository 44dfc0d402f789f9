import { hear } from '../../sources/receivers/hear.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { markSetAsideRead, type StoredSetAside, streamSetAside } from '../../store/set-aside.ts'
import type { Service } from '../service.ts'
import { keepHeard } from './keep-heard.ts'
import { type KnownConnector, receivingOf } from './known-connector.ts'

export type MendedRow = { readonly id: string; readonly raw: string }

/** Hears what was set aside once more, as the connector is set up now, or as a person mended it. What still can't be read stays. */
export async function rereadConnector(
  service: Service,
  scope: Scope,
  { connector, mended }: { connector: KnownConnector; mended: readonly MendedRow[] },
): Promise<void> {
  const given = new Map(mended.map(({ id, raw }) => [id, new TextEncoder().encode(raw)]))
  await inTransaction(service.store.pool, async (reading) => {
    for await (const rows of streamSetAside(reading, scope, { connectorId: connector.id })) {
      for (const row of rows)
        await rereadRow(service, scope, connector, { ...row, raw: given.get(String(row.id)) ?? row.raw })
    }
  })
}

async function rereadRow(service: Service, scope: Scope, connector: KnownConnector, row: StoredSetAside) {
  const heard = await hear(receivingOf(connector, service.now()), row.raw)
  if (heard.setAside.length > 0) return
  await keepHeard(service, scope, { connector, heard })
  await markSetAsideRead(service.store.pool, scope, [row.id])
}
