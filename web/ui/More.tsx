import { formatCount, type Total } from './format.ts'

type Props = {
  readonly shown: number
  readonly counted: Total
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** How much of a list stands on the page, and the rest on demand. */
export function More({ shown, counted: { total, isAtLeast }, query }: Props) {
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
