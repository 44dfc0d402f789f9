import { useQuery } from '@tanstack/react-query'
import { isKnown } from '../../core/base/cannot-say.ts'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Figure } from '../ui/Figure.tsx'
import { formatMoney } from '../ui/format.ts'

type Props = { readonly workspace: string; readonly cause: string }

/** What leaving one cause alone costs, where that can be said. */
export function CauseCost({ workspace, cause }: Props) {
  const cost = useQuery(queries.cost(workspace)).data?.cost
  if (cost === undefined || !isKnown(cost)) return null
  const own = cost.byCause.find(({ id }) => id === cause)
  if (own === undefined) return null
  return (
    <p className="page-intro">
      Left alone, it will cost{' '}
      <Figure href={paths.cost(workspace)} note="Open the cost and its assumptions">
        {formatMoney(own.low, cost.currency)} to {formatMoney(own.high, cost.currency)}
      </Figure>{' '}
      over the next {cost.months} months.
    </p>
  )
}
