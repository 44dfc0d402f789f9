import type { CustomerRecord } from '../../core/causes/read-customer.ts'
import type { StoredInteraction } from '../../store/interactions.ts'
import { isPerson } from '../imports/place-facts.ts'

export type StoredRecord = Omit<CustomerRecord, 'interactions'> & {
  readonly interactions: readonly StoredInteraction[]
}

/** Cuts a stream that is ordered by customer into one record a customer; holds one customer at a time. */
export async function* groupByCustomer(
  batches: AsyncIterable<readonly StoredInteraction[]>,
): AsyncGenerator<StoredRecord> {
  let open: StoredInteraction[] = []
  for await (const batch of batches) {
    for (const interaction of batch) {
      const [first] = open
      if (first !== undefined && first.customer !== interaction.customer) {
        yield toRecord(first, open)
        open = []
      }
      open.push(interaction)
    }
  }
  const [first] = open
  if (first !== undefined) yield toRecord(first, open)
}

function toRecord({ customer }: StoredInteraction, interactions: readonly StoredInteraction[]): StoredRecord {
  return { customer, isKnown: isPerson(customer), interactions }
}
