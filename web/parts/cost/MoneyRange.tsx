import type { Range } from '../../../core/base/figure.ts'
import { formatMoney } from '../../ui/format.ts'

type Props = { readonly range: Range; readonly most: number; readonly currency: string }

/** A range of money on a scale that ends at `most`, its middle marked. */
export function MoneyRange({ range: { low, mid, high }, most, currency }: Props) {
  const at = (value: number) => `${(Math.max(0, value) / most) * 100}%`
  const words = `${formatMoney(mid, currency)}, between ${formatMoney(low, currency)} and ${formatMoney(high, currency)}`
  return (
    <span className="share range" role="img" aria-label={words}>
      <span className="share-band" style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
      <span className="share-mark" style={{ left: at(mid) }} />
    </span>
  )
}
