import type { CostJson } from '../../../contract/report.ts'
import { paths } from '../../paths.ts'
import { formatCount, formatMoney } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'

type Props = { readonly workspace: string; readonly cost: CostJson }

/** Each cause as a range from low to high on one scale, its middle marked; dearest first. */
export function CostRanges({ workspace, cost }: Props) {
  const causes = [...cost.byCause].sort((left, right) => right.mid - left.mid)
  const most = Math.max(1, ...causes.map(({ high }) => high))
  if (causes.length === 0) return <p>No cause is known, so there is nothing to add up.</p>
  return (
    <ol className="ranges">
      {causes.map((cause) => (
        <li key={cause.id}>
          <Go data-row href={paths.cause(workspace, cause.id)}>
            {cause.name}
          </Go>
          <span className="number">{formatMoney(cause.mid, cost.currency)}</span>
          <Range cause={cause} most={most} currency={cost.currency} />
          <span className="small soft">
            {formatMoney(cause.low, cost.currency)} to {formatMoney(cause.high, cost.currency)}, for about{' '}
            {formatCount(cause.contacts)} contacts
          </span>
        </li>
      ))}
    </ol>
  )
}

type RangeProps = {
  readonly cause: CostJson['byCause'][number]
  readonly most: number
  readonly currency: string
}

function Range({ cause, most, currency }: RangeProps) {
  const at = (value: number) => `${(value / most) * 100}%`
  const words = `${formatMoney(cause.mid, currency)}, between ${formatMoney(cause.low, currency)} and ${formatMoney(cause.high, currency)}`
  return (
    <span className="share range" role="img" aria-label={words}>
      <span className="share-band" style={{ left: at(cause.low), right: `calc(100% - ${at(cause.high)})` }} />
      <span className="share-mark" style={{ left: at(cause.mid) }} />
    </span>
  )
}
