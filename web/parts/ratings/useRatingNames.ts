import { useQuery } from '@tanstack/react-query'
import type { RatingNames } from '../../../contract/ratings.ts'
import { queries } from '../../queries.ts'

const none: RatingNames = {}

/** What customers said for a number, source by source; `isNeeded` where anything is rated at all. */
export function useRatingNames(workspace: string, isNeeded = true): RatingNames {
  const { data } = useQuery({ ...queries.overview(workspace), enabled: isNeeded })
  return data?.ratingNames ?? none
}
