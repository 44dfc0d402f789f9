import type { ChangeRow } from '../../../contract/changes.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { formatDay, startWithCapital } from '../../ui/format.ts'
import { sayMoneyRange } from './say-change.ts'

/** Each step with who took it, why, and the figures of that day; nothing here is ever changed. */
export function DecisionLog({ decisions }: { readonly decisions: ChangeRow['decisions'] }) {
  return (
    <ol className="whys">
      {decisions.map(({ step, who, reason, on, at, figures: { value, verdict, assumptions } }) => (
        <li key={`${step} ${at}`}>
          <p>
            <strong>{startWithCapital(step)}</strong> on {formatDay(`${on}T12:00:00`)} by {who}: {reason}
          </p>
          <details className="small">
            <summary className="soft">What was known when it was entered, on {formatDay(at)}</summary>
            {verdict !== null && <p>{verdict.sentence}</p>}
            {isKnown(value) ? (
              <p>
                Doing nothing would cost {sayMoneyRange(value.doNothing, value.currency)} over {value.months}{' '}
                months; the change was expected to be worth {sayMoneyRange(value.netValue, value.currency)}.
              </p>
            ) : (
              <p>What it would bring could not be said: {value.cannotSay}.</p>
            )}
            <Assumptions value={value} assumptions={assumptions} />
          </details>
        </li>
      ))}
    </ol>
  )
}

type Figures = ChangeRow['decisions'][number]['figures']

/** Those that count for something; one that is nothing at all moves no figure. */
function Assumptions({ value, assumptions }: Pick<Figures, 'value' | 'assumptions'>) {
  const counting = assumptions.filter(({ low, high }) => low !== 0 || high !== 0)
  if (counting.length === 0) return null
  const currency = isKnown(value) ? value.currency : 'of the currency'
  return (
    <ul className="kept-assumptions">
      {counting.map(({ name, meaning, low, mid, high, unit }) => (
        <li key={name}>
          {meaning}: {round(mid)} {unit.replace('currency', currency)} ({round(low)} to {round(high)})
        </li>
      ))}
    </ul>
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
