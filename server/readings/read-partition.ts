import { readCustomer, type Understanding } from '../../core/causes/read-customer.ts'
import { startKeeping } from '../../core/causes/tallies/keep-items.ts'
import { startCounting } from '../../core/causes/tally-customer.ts'
import type { ReadingSettings } from '../../core/issues/settings.ts'
import { saveKeptItems, savePoolFloors } from '../../store/kept-items.ts'
import type { Store } from '../../store/open.ts'
import { streamPartition } from '../../store/partitions.ts'
import { type Connection, inTransaction, withoutWaiting } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { saveTallyPart } from '../../store/tally-parts.ts'
import { understandRecord } from '../endpoint/understand-record.ts'
import { groupByCustomer } from './group-by-customer.ts'
import { saveCustomers } from './save-customers.ts'

export type PartitionTask = {
  readonly scope: Scope
  readonly readingId: number
  readonly partition: number
  readonly settings: ReadingSettings
}

/**
 * Reads all customers of one partition and keeps what was read with what it adds up to, all or nothing. Who makes the
 * reading current waits for the disk.
 */
export async function readPartition(
  pool: Store['pool'],
  task: PartitionTask,
  understanding: Understanding,
): Promise<void> {
  await inTransaction(pool, (reading) =>
    inTransaction(pool, (writing) => pass({ pool, reading, writing }, task, understanding)),
  )
}

async function pass(
  { pool, reading, writing }: { pool: Store['pool']; reading: Connection; writing: Connection },
  { scope, readingId, partition, settings }: PartitionTask,
  understanding: Understanding,
): Promise<void> {
  await withoutWaiting(writing)
  const counting = startCounting()
  const keeping = startKeeping()
  const saved = saveCustomers(writing, scope, readingId)
  for await (const record of groupByCustomer(streamPartition(reading, scope, { readingId, partition }))) {
    const own = await understandRecord(pool, scope, { understanding, settings }, record)
    const understood = readCustomer(record, own, settings)
    counting.add(understood)
    keeping.add(understood)
    await saved.add(record, understood)
  }
  await saved.flush()
  const kept = keeping.result()
  await saveKeptItems(writing, scope, { readingId, items: kept.items })
  await savePoolFloors(writing, scope, { readingId, floors: kept.floors })
  await saveTallyPart(writing, scope, { readingId, partition, counts: counting.result() })
}
