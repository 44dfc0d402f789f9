import type { CostJson } from '../../../contract/cost.ts'
import { paths } from '../../paths.ts'
import { formatCount, formatMoney } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { noCause } from '../overview/say-overview.ts'

/** As many as the overview adds up. */
const shown = 10

type Props = { readonly workspace: string; readonly cost: CostJson }

/** Each cause as a range from low to high on one scale, its middle marked; dearest first. */
export function CostRanges({ workspace, cost }: Props) {
  const causes = [...cost.byCause].sort(dearestFirst)
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
      <Go data-row href={toEvidence(workspace, cause.id)}>
        {cause.id === noCause ? 'Contacts that fit no cause' : cause.name}
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

/** What fits no cause stands last: it is no cause to work on. */
function dearestFirst(left: CauseCost, right: CauseCost): number {
  const isLast = Number(left.id === noCause) - Number(right.id === noCause)
  return isLast === 0 ? right.mid - left.mid : isLast
}

function toEvidence(workspace: string, cause: string): string {
  return cause === noCause ? paths.contacts(workspace, { unassigned: 'yes' }) : paths.cause(workspace, cause)
}

type CauseCost = CostJson['byCause'][number]
type RangeProps = {
  readonly cause: CauseCost
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
