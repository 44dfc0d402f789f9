import type { CauseDecision, ChangeRow, ChangeValueJson } from '../../../contract/changes.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatMoney } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { sayBrought, sayMoneyRange, sayPayback, sayState, sayWorse } from './say-change.ts'

type Props = { readonly workspace: string; readonly decision: CauseDecision }

/** Doing nothing and each candidate change, side by side on one scale of net value; of what has started, what came of it. */
export function Options({ workspace, decision }: Props) {
  const { changes, doNothing } = decision
  const open = changes.filter(({ verdict }) => verdict === null)
  const values = open.map(({ value }) => value).filter(isKnown)
  const ends = values.flatMap(({ netValue }) => [netValue.low, netValue.high])
  const scale = { from: Math.min(0, ...ends), to: Math.max(1, ...ends) }
  if (!isKnown(doNothing)) return <CannotSay what="what doing nothing costs" because={doNothing.cannotSay} />
  const { currency, months, week } = doNothing
  return (
    <ul className="options">
      <li>
        <div className="option-name">
          <strong>Doing nothing</strong>
          <span className="soft">for {months} months</span>
        </div>
        <p>
          Costs{' '}
          <Figure href={paths.cost(workspace)} note="Open the cost and its assumptions">
            {sayMoneyRange(doNothing, currency)}
          </Figure>
          ; each week {formatMoney(week.low, currency)} to {formatMoney(week.high, currency)}.
        </p>
      </li>
      {changes.map((change) => (
        <Option key={change.id} workspace={workspace} change={change} scale={scale} />
      ))}
    </ul>
  )
}

type Scale = { readonly from: number; readonly to: number }
type OptionProps = { readonly workspace: string; readonly change: ChangeRow; readonly scale: Scale }

function Option({ workspace, change, scale }: OptionProps) {
  const { id, plan, value, verdict } = change
  return (
    <li>
      <div className="option-name">
        <Go data-row href={paths.change(workspace, String(id))}>
          {plan.what}
        </Go>
        <span className="soft">{sayState(change)}</span>
      </div>
      {verdict !== null ? (
        <p>
          {verdict.sentence} {verdict.kind !== 'cannotSay' && sayBrought(verdict)}
        </p>
      ) : isKnown(value) ? (
        <Value value={value} scale={scale} />
      ) : (
        <CannotSay what="what it would bring" because={value.cannotSay} />
      )}
    </li>
  )
}

function Value({ value, scale }: { readonly value: ChangeValueJson; readonly scale: Scale }) {
  const { netValue, currency, months, waitingWeek } = value
  return (
    <>
      <NetValue value={value} scale={scale} />
      <p>
        Worth {sayMoneyRange(netValue, currency)} over {months} months, all costs taken off.{' '}
        {sayPayback(value)}. The chance that it ends worse than doing nothing is {sayWorse(value)}; each week
        of waiting {waitingWeek.mid < 0 ? 'saves' : 'loses'}{' '}
        {formatMoney(Math.abs(waitingWeek.mid), currency)}.
      </p>
    </>
  )
}

/** The net value with its interval, and nought where doing nothing stands. */
function NetValue({
  value: { netValue, currency },
  scale,
}: {
  readonly value: ChangeValueJson
  readonly scale: Scale
}) {
  const at = (amount: number) => `${((amount - scale.from) / (scale.to - scale.from)) * 100}%`
  const words = `Net value ${sayMoneyRange(netValue, currency)}; doing nothing is nought`
  return (
    <span className="share" role="img" aria-label={words} title={words}>
      <span
        className="share-band"
        style={{ left: at(netValue.low), right: `calc(100% - ${at(netValue.high)})` }}
      />
      <span className="share-one" style={{ left: at(0) }} />
      <span className="share-mark" style={{ left: at(netValue.mid) }} />
    </span>
  )
}
