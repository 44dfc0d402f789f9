import { formatCount } from './format.ts'

type Props = {
  readonly shown: number
  readonly total: number
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** How much of a list stands on the page, and the rest on demand. */
export function More({ shown, total, query }: Props) {
  return (
    <p className="more">
      <span className="soft">
        {formatCount(shown)} of {formatCount(total)}
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
