import type { RatingsOfCauseJson } from '../../../contract/ratings.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { useSourceName } from '../sources/useSourceName.ts'
import { formatAverage, sayInterval, toRange } from './say-ratings.ts'
import { useRatingNames } from './useRatingNames.ts'

type Props = { readonly workspace: string; readonly cause: string; readonly ratings: RatingsOfCauseJson }

/** How those who came about a cause and answered rated it, source by source; nothing where none did. */
export function CauseRatings({ workspace, cause, ratings }: Props) {
  return ratings.map((one) => (
    <OneSource
      key={one.source}
      workspace={workspace}
      cause={cause}
      rated={one}
      isOneOfSeveral={ratings.length > 1}
    />
  ))
}

type OneProps = {
  readonly workspace: string
  readonly cause: string
  readonly rated: RatingsOfCauseJson[number]
  readonly isOneOfSeveral: boolean
}

function OneSource({ workspace, cause, rated, isOneOfSeveral }: OneProps) {
  const { source, average } = rated
  const names = useRatingNames(workspace)
  const sourceName = useSourceName(workspace, isOneOfSeveral ? source : undefined)
  const inSource = sourceName === null ? '' : ` in ${sourceName}`
  if (!isKnown(average))
    return <CannotSay what={`how they rated it${inSource}`} because={average.cannotSay} />
  const href = paths.contacts(workspace, { cause, rating: toRange(rated), source })
  return (
    <p className="page-intro">
      Those who answered{inSource} rated it <Figure href={href}>{formatAverage(average.value)}</Figure> on
      average, {sayInterval(rated, average, names)}.
    </p>
  )
}
