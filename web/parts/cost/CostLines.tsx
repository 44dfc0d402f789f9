import type { CostEstimate } from '../../../core/cost/cost-inputs.ts'
import { lineNames } from '../../../core/cost/say-cost.ts'
import { formatMoney } from '../../ui/format.ts'
import { MoneyRange } from './MoneyRange.tsx'

/** Where the money goes, line by line; what cannot be said stands in the same place with its reason. */
export function CostLines({ cost }: { readonly cost: CostEstimate }) {
  const money = (amount: number) => formatMoney(amount, cost.currency)
  const most = Math.max(1, ...cost.lines.map(({ high }) => high))
  return (
    <ul className="ranges">
      {cost.lines.map(({ line, ...range }) => (
        <li key={line}>
          <span>{lineNames[line]}</span>
          {range.low === 0 && range.high === 0 ? (
            <span className="soft">none entered</span>
          ) : (
            <>
              <span className="number">{money(range.mid)}</span>
              <MoneyRange range={range} most={most} currency={cost.currency} />
              <span className="small soft">
                {money(range.low)} to {money(range.high)}
              </span>
            </>
          )}
        </li>
      ))}
      {cost.unsaid.map(({ line, cannotSay }) => (
        <li key={line}>
          <span>{lineNames[line]}</span>
          <span />
          <span className="small">Cannot say, because {cannotSay}. It is not in the sum.</span>
        </li>
      ))}
    </ul>
  )
}
