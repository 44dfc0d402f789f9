import type { CostJson } from '../../../contract/report.ts'
import { paths } from '../../paths.ts'
import { formatCount, formatMoney } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'

/** As many as the overview adds up. */
const shown = 10

type Props = { readonly workspace: string; readonly cost: CostJson }

/** Each cause as a range from low to high on one scale, its middle marked; dearest first. */
export function CostRanges({ workspace, cost }: Props) {
  const causes = [...cost.byCause].sort((left, right) => right.mid - left.mid)
  const most = Math.max(1, ...causes.map(({ high }) => high))
  if (causes.length === 0) return <p>No cause is known, so there is nothing to add up.</p>
  const rest = causes.length - shown
  const list = (some: CostJson['byCause']) => (
    <ol className="ranges">
      {some.map((cause) => (
        <OneCause key={cause.id} workspace={workspace} cause={cause} most={most} currency={cost.currency} />
      ))}
    </ol>
  )
  return (
    <>
      {list(causes.slice(0, shown))}
      {rest > 0 && (
        <details className="more-ranges">
          <summary>{rest === 1 ? 'The one smaller' : `The ${rest} smaller ones`}</summary>
          {list(causes.slice(shown))}
        </details>
      )}
    </>
  )
}

function OneCause({ workspace, cause, most, currency }: RangeProps & { readonly workspace: string }) {
  return (
    <li>
      <Go data-row href={paths.cause(workspace, cause.id)}>
        {cause.name}
      </Go>
      <span className="number">{formatMoney(cause.mid, currency)}</span>
      <Range cause={cause} most={most} currency={currency} />
      <span className="small soft">
        {formatMoney(cause.low, currency)} to {formatMoney(cause.high, currency)}, for about{' '}
        {formatCount(cause.contacts)} contacts
      </span>
    </li>
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
