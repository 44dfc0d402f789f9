import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failed } from './Failed.tsx'

type Props<T> = {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  readonly waiting: ReactNode
  readonly children: (data: T) => ReactNode
}

/** Draws the answer of a query in its state: loading as the shape of what comes, failed with the way out, or ready. */
export function Answer<T>({ query, waiting, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data)
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
