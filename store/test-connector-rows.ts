import { addConnector, saveExample } from './connectors.ts'
import type { Client } from './postgres/client.ts'
import type { Scope } from './scope.ts'
import { type SetAside, saveSetAside } from './set-aside.ts'

/** For tests: a connector that holds something of Mia's wherever it can. */
export async function fillConnector(
  client: Client,
  scope: Scope,
  { id, row }: { id: string; row: SetAside },
) {
  const made = { settings: {}, secrets: Buffer.from('sealed'), createdAt: Date.UTC(2016, 1, 29) }
  await addConnector(client, scope, { id, kind: 'webhook', name: 'Shop', source: 'shop', ...made })
  await saveExample(client, scope, { id, example: Buffer.from('{"by":"Mia@Example.org"}') })
  await saveSetAside(client, scope, { connectorId: id, rows: [row] })
}
