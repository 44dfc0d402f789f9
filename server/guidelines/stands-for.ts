import type { GuidelinePage } from '../../contract/desk/guidelines.ts'
import { cannotSay, isKnown } from '../../core/base/cannot-say.ts'
import { dayMs, type Instant } from '../../core/base/time.ts'
import type { Objection } from '../../core/guidelines/objection.ts'
import type { Scope } from '../../store/scope.ts'
import { listCauseLoads, listCausesOf } from '../../store/weighed-guidelines.ts'
import { currentCost } from '../changes/value-changes.ts'
import type { Service } from '../service.ts'

type StandsFor = GuidelinePage['objections'][number]['standsFor']

/**
 * What each objection stands for: all that came about the cause of its issue in the 30 days before now, and what doing
 * nothing about that cause costs. An issue whose cause the reading does not know stands for itself only.
 */
export async function whatTheyStandFor(
  service: Service,
  scope: Scope,
  {
    objections,
    names,
    now,
  }: { objections: readonly Objection[]; names: ReadonlyMap<string, string>; now: Instant },
): Promise<(objection: Objection) => StandsFor> {
  if (objections.length === 0) return () => nothingKnown
  const { pool } = service.store
  const of = await listCausesOf(
    pool,
    scope,
    objections.map(({ issue }) => issue),
  )
  const causeOf = new Map(of.map(({ issue, cause }) => [issue, cause]))
  const [loads, cost] = await Promise.all([
    listCauseLoads(pool, scope, { causes: [...new Set(causeOf.values())], from: now - 30 * dayMs, to: now }),
    currentCost(service, scope),
  ])
  return ({ issue }) => {
    const cause = causeOf.get(issue)
    if (cause === undefined) return nothingKnown
    const load = loads.find((one) => one.cause === cause)
    return {
      cause: names.get(cause) ?? null,
      issues: load?.issues ?? 0,
      contacts: load?.contacts ?? 0,
      customers: load?.customers ?? 0,
      cost: costOf(cause),
    }
  }

  function costOf(cause: string): StandsFor['cost'] {
    if (!isKnown(cost)) return cost
    const own = cost.byCause.find(({ id }) => id === cause)
    if (own === undefined) return cannotSay('the cost of this cause is not known')
    const { low, mid, high } = own
    return { low, mid, high, months: cost.months, currency: cost.currency }
  }
}

const nothingKnown: StandsFor = {
  cause: null,
  issues: 0,
  contacts: 0,
  customers: 0,
  cost: cannotSay('the current reading knows no cause of the issue'),
}
