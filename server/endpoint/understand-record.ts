import { withMeanings } from '../../core/causes/prepare-understanding.ts'
import type { CustomerRecord, Understanding } from '../../core/causes/read-customer.ts'
import type { ReadingSettings } from '../../core/issues/settings.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { listReasons } from '../readings/sample-reasons.ts'
import { recallMeanings } from './meanings.ts'

/** The understanding to read one customer by: with what an endpoint said of their reasons, as far as it is kept. Asks nobody. */
export async function understandRecord(
  client: Client,
  scope: Scope,
  { understanding, settings }: { understanding: Understanding; settings: ReadingSettings },
  record: Pick<CustomerRecord, 'interactions'>,
): Promise<Understanding> {
  const engine = understanding.words?.engine ?? null
  if (engine === null) return understanding
  return withMeanings(
    understanding,
    await recallMeanings(client, scope, engine, listReasons(record, settings)),
  )
}
