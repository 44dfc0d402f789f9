import type { RatingsOfCauseJson } from '../../../contract/ratings.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatAverage, sayInterval, toRange } from './say-ratings.ts'
import { useRatingNames } from './useRatingNames.ts'

type Props = { readonly workspace: string; readonly cause: string; readonly ratings: RatingsOfCauseJson }

/** How those who came about a cause and answered rated it, source by source; nothing where none did. */
export function CauseRatings({ workspace, cause, ratings }: Props) {
  const names = useRatingNames(workspace, ratings.length > 0)
  return ratings.map((one) => {
    const { source, average } = one
    const inSource = ratings.length > 1 ? ` in ${source}` : ''
    if (!isKnown(average))
      return <CannotSay key={source} what={`how they rated it${inSource}`} because={average.cannotSay} />
    const href = paths.contacts(workspace, { cause, rating: toRange(one), source })
    return (
      <p key={source} className="page-intro">
        Those who answered{inSource} rated it <Figure href={href}>{formatAverage(average.value)}</Figure> on
        average, {sayInterval(one, average, names)}.
      </p>
    )
  })
}
