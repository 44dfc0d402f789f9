import { useQuery } from '@tanstack/react-query'
import { queries } from '../../queries.ts'
import { useReviewer } from '../corrections/reviewer.ts'

/** The name that goes with what is done at the desk: that of the account, or the one chosen on an open machine. */
export function useDeskName() {
  const [chosen, remember] = useReviewer()
  const me = useQuery(queries.me()).data
  return { who: me?.kind === 'person' ? me.name : chosen, remember }
}
