import type { ChangeRow } from '../../contract/changes.ts'
import type { CostJson } from '../../contract/cost.ts'
import type { Known } from '../../core/base/cannot-say.ts'
import type { Range } from '../../core/base/figure.ts'
import { daysPerMonth } from '../../core/base/time.ts'
import { isFelt } from '../../core/changes/change.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import { judgeChange, toVerdictJson } from './judge-change.ts'
import { type KnownChange, toChangeJson } from './known-changes.ts'
import { valueOfPlan } from './value-changes.ts'

type Asked = {
  readonly cost: Known<CostJson>
  readonly wanted: readonly KnownChange[]
  /** All changes of the workspace: others may have been felt by the same customers. */
  readonly all: readonly KnownChange[]
}

/** Changes with what each would bring, and what those that customers felt have done. */
export async function toChangeRows(
  service: Service,
  scope: Scope,
  { cost, wanted, all }: Asked,
): Promise<ChangeRow[]> {
  const changes = all.map(({ change }) => change)
  const rows: ChangeRow[] = []
  for (const known of wanted) {
    const { change } = known
    const value = await valueOfPlan(service, scope, { cost, plan: change.plan })
    const judged = isFelt(change) ? await judgeChange(service, scope, { change, all: changes }) : null
    const verdict = judged === null ? null : toVerdictJson(judged, { change, cost })
    rows.push({ ...toChangeJson(known), value, verdict })
  }
  return rows
}

export function weekOf({ low, mid, high }: Range, months: number): Range {
  const weeks = (months * daysPerMonth) / 7
  return { low: low / weeks, mid: mid / weeks, high: high / weeks }
}
