import type { CostEstimate } from '../../../core/cost/cost-inputs.ts'
import { lineNames } from '../../../core/cost/say-cost.ts'
import { formatMoney } from '../../ui/format.ts'

/** Where the money goes, line by line; what cannot be said stands in the same place with its reason. */
export function CostLines({ cost }: { readonly cost: CostEstimate }) {
  const money = (amount: number) => formatMoney(amount, cost.currency)
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">What for</th>
          <th scope="col" className="number">
            Middle
          </th>
          <th scope="col" className="number">
            Range
          </th>
        </tr>
      </thead>
      <tbody>
        {cost.lines.map(({ line, low, mid, high }) => (
          <tr key={line}>
            <th scope="row">{lineNames[line]}</th>
            <td className="number">{high === 0 && low === 0 ? 'none entered' : money(mid)}</td>
            <td className="number">{high === 0 && low === 0 ? '' : `${money(low)} to ${money(high)}`}</td>
          </tr>
        ))}
        {cost.unsaid.map(({ line, cannotSay }) => (
          <tr key={line}>
            <th scope="row">{lineNames[line]}</th>
            <td colSpan={2}>Cannot say, because {cannotSay}. It is not in the sum.</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
