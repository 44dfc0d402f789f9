import type { CostEstimate } from '../../../core/cost/cost-inputs.ts'
import { formatMoney } from '../../ui/format.ts'
import { layOutFan } from './lay-out-fan.ts'

/** What it has cost after each month: the middle as a line, the range as a band that opens with time. */
export function CostFan({ cost }: { readonly cost: CostEstimate }) {
  const { band, middle, ends, labels } = layOutFan(cost.fan)
  const money = (amount: number) => formatMoney(amount, cost.currency)
  // A column may be narrower than an amount with its currency: there the line breaks between the two.
  const cell = (amount: number) => money(amount).replace('\u00a0', ' ')
  const longest = Math.max(...[cost.low, cost.mid, cost.high].map((amount) => money(amount).length))
  return (
    <figure className="fan">
      <div className="fan-plot" aria-hidden="true" style={{ marginRight: `${longest + 1}ch` }}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path className="fan-band" d={band} />
          <path className="fan-middle" d={middle} />
        </svg>
        {(['high', 'mid', 'low'] as const).map((end) => (
          <span key={end} className={`fan-end fan-end-${end}`} style={{ top: `${ends[end]}%` }}>
            {money(cost[end])}
          </span>
        ))}
        {labels.map(({ month, x }) => (
          <span
            key={month}
            className={month === 0 ? 'fan-label fan-label-today' : 'fan-label'}
            style={{ left: `${x}%` }}
          >
            {month === 0 ? 'today' : month}
          </span>
        ))}
        <span className="fan-unit">months from the end of the records</span>
      </div>
      <details>
        <summary className="small soft">As a table</summary>
        <table className="plain-table fan-table">
          <thead>
            <tr>
              <th scope="col">After month</th>
              {['Low', 'Middle', 'High'].map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cost.fan.map(({ month, low, mid, high }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td className="number">{cell(low)}</td>
                <td className="number">{cell(mid)}</td>
                <td className="number">{cell(high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
