import { formatCount, type Total } from './format.ts'

type Paged = {
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}
type Props = Paged & { readonly shown: number; readonly counted: Total }

/** How much of a list stands on the page, and the rest on demand. */
export function More({ shown, counted: { total, isAtLeast }, query }: Props) {
  return (
    <div className="more">
      <span className="soft">
        {formatCount(shown)} of {isAtLeast && 'at least '}
        {formatCount(Math.max(total, shown))}
      </span>
      <MoreButton query={query} />
    </div>
  )
}

/** The rest of a list that nobody counted. */
export function MoreButton({ query }: Paged) {
  if (!query.hasNextPage) return null
  return (
    <button
      type="button"
      className="button"
      disabled={query.isFetchingNextPage}
      onClick={() => query.fetchNextPage()}
    >
      {query.isFetchingNextPage ? 'Fetching more' : 'Show more'}
    </button>
  )
}
