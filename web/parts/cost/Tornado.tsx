import type { CostEstimate } from '../../../core/cost/cost-inputs.ts'
import { formatMoney } from '../../ui/format.ts'

/** More than these are too narrow to see. */
const shown = 8

/** Each uncertain number as a bar: what the whole would be with it low and with it high, the widest on top. */
export function Tornado({ cost }: { readonly cost: CostEstimate }) {
  const swings = cost.swings.slice(0, shown)
  if (swings.length === 0) return <p>Nothing is uncertain here: every range is a single number.</p>
  const ends = swings.flatMap(({ low, high }) => [low, high])
  const least = Math.min(...ends)
  const width = Math.max(1e-9, Math.max(...ends) - least)
  const at = (money: number) => `${((money - least) / width) * 100}%`
  const money = (amount: number) => formatMoney(amount, cost.currency)
  return (
    <ol className="tornado">
      {swings.map(({ name, meaning, low, high }) => (
        <li key={name}>
          <span>{meaning}</span>
          <span
            className="share range"
            role="img"
            aria-label={`${money(low)} with it low, ${money(high)} with it high`}
          >
            <span
              className="share-band"
              style={{ left: at(Math.min(low, high)), right: `calc(100% - ${at(Math.max(low, high))})` }}
            />
            <span className="share-mark" style={{ left: at(cost.mid) }} />
          </span>
          <span className="small soft">
            {money(low)} with it low, {money(high)} with it high
          </span>
        </li>
      ))}
    </ol>
  )
}
