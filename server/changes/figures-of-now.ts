import type { FiguresJson } from '../../contract/changes.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { toIso } from '../../core/base/time.ts'
import { type Change, type ChangePlan, isFelt } from '../../core/changes/change.ts'
import type { Scope } from '../../store/scope.ts'
import { findWorkspace } from '../../store/workspaces.ts'
import type { Service } from '../service.ts'
import { judgeChange, toVerdictJson } from './judge-change.ts'
import { listKnownChanges } from './known-changes.ts'
import { currentCost, valueOfPlan } from './value-changes.ts'

/** The figures that a decision made now rests on; a change that is only being planned has no number yet. */
export async function figuresOfNow(
  service: Service,
  scope: Scope,
  { plan, change }: { plan: ChangePlan; change: Change | null },
): Promise<FiguresJson> {
  const cost = await currentCost(service, scope)
  const readAt = (await findWorkspace(service.store.pool, scope))?.readAt ?? null
  return {
    value: await valueOfPlan(service, scope, { cost, plan }),
    verdict: await verdictOfNow(),
    assumptions: isKnown(cost) ? [...cost.assumptions] : [],
    readAt: readAt === null ? null : toIso(readAt),
  }

  async function verdictOfNow() {
    if (change === null || !isFelt(change)) return null
    const all = (await listKnownChanges(service.store.pool, scope)).map((known) => known.change)
    return toVerdictJson(await judgeChange(service, scope, { change, all }), { change, cost })
  }
}
