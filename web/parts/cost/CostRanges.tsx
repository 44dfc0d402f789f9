import { isKnown } from '../../../core/base/cannot-say.ts'
import type { CostEstimate } from '../../../core/cost/cost-inputs.ts'
import { paths } from '../../paths.ts'
import { formatCount, formatMoney } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { noCause } from '../../views.ts'
import { MoneyRange } from './MoneyRange.tsx'

/** As many as the overview adds up. */
const shown = 10

type Props = {
  readonly workspace: string
  /** Of all causes, whether they are chosen or not. */
  readonly whole: CostEstimate
  readonly cost: CostEstimate
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** Each cause as a range from low to high on one scale, its middle marked, dearest first; a tick says whether it is in the sum. */
export function CostRanges({ whole, cost, chosen, onChoose, workspace }: Props) {
  const now = new Map(cost.byCause.map((cause) => [String(cause.id), cause]))
  const causes = whole.byCause.map((cause) => now.get(cause.id) ?? cause).sort(dearestFirst)
  const most = Math.max(1, ...causes.map(({ high }) => high))
  if (causes.length === 0) return <p>No cause is known, so there is nothing to add up.</p>
  const rest = causes.length - shown
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    // A sum of nothing says nothing: the last one stays.
    if (next.size > 0) onChoose(next)
  }
  const list = (some: readonly CauseCost[]) => (
    <ol className="ranges">
      {some.map((cause) => (
        <OneCause
          key={cause.id}
          workspace={workspace}
          cause={cause}
          most={most}
          currency={cost.currency}
          isIn={chosen.has(cause.id)}
          onToggle={() => toggle(cause.id)}
        />
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

type CauseCost = CostEstimate['byCause'][number]
type CauseProps = {
  readonly cause: CauseCost
  readonly most: number
  readonly currency: string
  readonly workspace: string
  readonly isIn: boolean
  readonly onToggle: () => void
}

function OneCause({ workspace, cause, most, currency, isIn, onToggle }: CauseProps) {
  const name = cause.id === noCause ? 'Contacts that fit no cause' : cause.name
  return (
    <li className={isIn ? undefined : 'range-out'}>
      <span className="range-name">
        <input type="checkbox" checked={isIn} onChange={onToggle} aria-label={`Count ${name} in`} />
        <Go data-row href={toEvidence(workspace, cause.id)}>
          {name}
        </Go>
      </span>
      <span className="number">{formatMoney(cause.mid, currency)}</span>
      <MoneyRange range={cause} most={most} currency={currency} />
      <span className="small soft">
        {formatMoney(cause.low, currency)} to {formatMoney(cause.high, currency)}, for about{' '}
        {formatCount(cause.contacts)} contacts
        {cause.contacts > cause.issues && ` in ${formatCount(cause.issues)} issues`}. {cause.projection}
        {isKnown(cause.customersLost) && ` ${sayLost(cause.customersLost)}`}
      </span>
    </li>
  )
}

function sayLost({
  low,
  mid,
  high,
}: {
  readonly low: number
  readonly mid: number
  readonly high: number
}): string {
  const range = `(${formatCount(low)} to ${formatCount(high)})`
  if (low <= 0 && high >= 0) return `Whether customers leave because of it cannot be told ${range}.`
  return mid > 0
    ? `About ${formatCount(mid)} more customers leave because of it ${range}.`
    : `About ${formatCount(-mid)} fewer customers leave than among the others ${range}.`
}

/** What fits no cause stands last: it is no cause to work on. */
function dearestFirst(left: CauseCost, right: CauseCost): number {
  const isLast = Number(left.id === noCause) - Number(right.id === noCause)
  return isLast === 0 ? right.mid - left.mid : isLast
}

function toEvidence(workspace: string, cause: string): string {
  return cause === noCause ? paths.contacts(workspace, { unassigned: 'yes' }) : paths.cause(workspace, cause)
}
