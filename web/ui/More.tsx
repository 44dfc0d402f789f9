import { formatCount } from './format.ts'

type Props = {
  readonly shown: number
  readonly total: number
  /** There may be more than were counted. */
  readonly isAtLeast?: boolean
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** How much of a list stands on the page, and the rest on demand. */
export function More({ shown, total, isAtLeast = false, query }: Props) {
  return (
    <p className="more">
      <span className="soft">
        {formatCount(shown)} of {isAtLeast && 'at least '}
        {formatCount(Math.max(total, shown))}
      </span>
      {query.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          {query.isFetchingNextPage ? 'Fetching more' : 'Show more'}
        </button>
      )}
    </p>
  )
}
