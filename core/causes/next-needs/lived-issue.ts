import type { CauseId, CustomerId, IssueId } from '../../base/ids.ts'
import type { Instant } from '../../base/time.ts'

/** An issue of a known customer, as far as it matters what came before and after it. */
export type LivedIssue = {
  readonly id: IssueId
  readonly customer: CustomerId
  readonly cause: CauseId | null
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly contacts: number
}
