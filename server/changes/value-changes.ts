import type { ChangeValueJson } from '../../contract/changes.ts'
import type { CostJson } from '../../contract/cost.ts'
import { cannotSay, isKnown, type Known } from '../../core/base/cannot-say.ts'
import type { Range } from '../../core/base/figure.ts'
import type { ChangePlan, ChangeScope } from '../../core/changes/change.ts'
import { valueChange } from '../../core/changes/value-change.ts'
import { countTouched } from '../../store/contacts-in-scope.ts'
import type { Scope } from '../../store/scope.ts'
import { findCostOf } from '../reports/cost.ts'
import type { Service } from '../service.ts'

/** The same figures at each look: the draws are part of the method, not of the day. */
const seed = 1

/** What a change would bring beside doing nothing, by the costs and assumptions of now. */
export async function valueOfPlan(
  service: Service,
  scope: Scope,
  { cost, plan }: { cost: Known<CostJson>; plan: ChangePlan },
): Promise<Known<ChangeValueJson>> {
  if (!isKnown(cost)) return cost
  const atStake = await stakeOf(service, scope, { cost, touched: plan.scope })
  if (!isKnown(atStake)) return atStake
  const { currency, months } = cost
  return { currency, months, doNothing: atStake, ...valueChange({ plan, atStake, months, seed }) }
}

export async function currentCost(service: Service, scope: Scope): Promise<Known<CostJson>> {
  return (await findCostOf(service, scope, {})).cost
}

/** What doing nothing costs in the scope of a change: all of its causes, or the share of their contacts it touches. */
async function stakeOf(
  service: Pick<Service, 'store'>,
  scope: Scope,
  { cost, touched }: { cost: CostJson; touched: ChangeScope },
): Promise<Known<Range>> {
  const ids = touched.causes.map(({ id }) => String(id))
  const own = cost.byCause.filter(({ id }) => ids.includes(id))
  if (own.length === 0) return cannotSay('no cause of this change is in the current reading')
  const share = await shareTouched(service.store, scope, touched)
  if (share === 0) return cannotSay('no contact lies in the scope of this change')
  const [first, ...more] = own
  // Several causes are nearer together than their ranges added up.
  const joint =
    more.length === 0 ? first : (await findCostOf(service, scope, { causes: own.map(({ id }) => id) })).cost
  if (joint === undefined || !isKnown(joint)) return joint ?? cannotSay('their cost is not known')
  return { low: joint.low * share, mid: joint.mid * share, high: joint.high * share }
}

async function shareTouched({ pool }: Service['store'], scope: Scope, touched: ChangeScope): Promise<number> {
  if (touched.channels.length === 0 && touched.segments.length === 0) return 1
  const causes = touched.causes.map(({ id }) => id)
  const [inScope, all] = await Promise.all([
    countTouched(pool, scope, { ...touched, causes }),
    countTouched(pool, scope, { causes, channels: [], segments: [] }),
  ])
  return all === 0 ? 0 : inScope / all
}
