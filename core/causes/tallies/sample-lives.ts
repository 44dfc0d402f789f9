import type { CauseId } from '../../base/ids.ts'
import type { Instant } from '../../base/time.ts'
import { hashText } from '../../text/hash.ts'
import type { CustomerReading } from '../read-customer.ts'

/** A customer as far as leaving is concerned: when they came about what, what was known of them then, when they left. */
export type Life = {
  /** Stands for the customer, and says whether they are in the sample; nobody is named. */
  readonly key: string
  readonly contacts: readonly {
    readonly at: Instant
    readonly cause: CauseId | null
    readonly opensIssue: boolean
    readonly attributes: Readonly<Record<string, string>>
  }[]
  readonly leftAt: Instant | null
}

/** Of one customer with contacts; null for those who are not known or whose contacts have no time. */
export function toLife({ record, contacts }: CustomerReading): Life | null {
  if (!record.isKnown) return null
  const timed = contacts.flatMap(({ at, cause, positionInIssue, opener }) =>
    at === null ? [] : [{ at, cause, opensIssue: positionInIssue === 1, attributes: opener.attributes }],
  )
  const left = record.interactions.flatMap(({ kind, at }) => (kind === 'leaving' && at !== null ? [at] : []))
  if (timed.length === 0) return null
  return {
    key: hashText(record.customer),
    contacts: timed,
    leftAt: left.length === 0 ? null : left.reduce((first, at) => Math.min(first, at)),
  }
}
