import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure, type FailureCode } from '../../contract/failures.ts'
import { Failed } from './Failed.tsx'

type Props<T> = {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  readonly waiting: ReactNode
  readonly children: (data: T) => ReactNode
}

/** What was seen before is not theirs to see any more, or not there. Who must sign in again keeps what they were typing. */
const ends: readonly FailureCode[] = ['notFound', 'notAllowed']

/**
 * Draws the answer of a query in its state: loading as the shape of what comes, failed with the way out, or ready. What was
 * seen before stays when a look again fails, unless it has ended.
 */
export function Answer<T>({ query, waiting, children }: Props<T>) {
  const hasEnded = query.error instanceof Failure && ends.includes(query.error.code)
  if (query.data !== undefined && !hasEnded) return children(query.data)
  if (query.error !== null) return <Failed error={query.error} onAgain={() => query.refetch()} />
  return (
    <div aria-busy="true">
      <p className="unseen" role="status">
        Loading
      </p>
      {waiting}
    </div>
  )
}
