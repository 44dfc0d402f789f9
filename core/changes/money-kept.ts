import type { Range } from '../base/figure.ts'
import type { Estimate } from './proof/measure-effect.ts'

/**
 * What contacts that did not come would have cost. Low and high put the fewest contacts at their lowest cost and the most
 * at their highest, so the range is wide on purpose; fewer than none is money lost.
 */
export function moneyKept(avoided: Estimate, perContact: Range): Estimate {
  const at = (contacts: number, [small, large]: readonly [number, number]) =>
    contacts * (contacts < 0 ? large : small)
  return {
    value: avoided.value * perContact.mid,
    low: at(avoided.low, [perContact.low, perContact.high]),
    high: at(avoided.high, [perContact.high, perContact.low]),
  }
}
