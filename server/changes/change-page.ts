import type { ChangePage, ChangeRow, Waiting } from '../../contract/changes.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { causeId } from '../../core/base/ids.ts'
import { findOverlaps } from '../../core/changes/can.ts'
import { isFelt } from '../../core/changes/change.ts'
import { findOpenDecisions } from '../../core/changes/find-open-decisions.ts'
import type { Scope } from '../../store/scope.ts'
import { findCurrency } from '../../store/workspaces.ts'
import type { Service } from '../service.ts'
import { toChangeRows, weekOf } from './change-rows.ts'
import { judgeChange } from './judge-change.ts'
import { findKnownChange, listKnownChanges } from './known-changes.ts'
import { currentCost } from './value-changes.ts'

/** All changes, newest first. */
export async function listChangeRows(service: Service, scope: Scope): Promise<ChangeRow[]> {
  const known = await listKnownChanges(service.store.pool, scope)
  const rows = await toChangeRows(service, scope, {
    cost: await currentCost(service, scope),
    wanted: known,
    all: known,
  })
  return rows.toReversed()
}

/** One change with what became of the contacts that it touches. */
export async function findChangePage(service: Service, scope: Scope, id: string): Promise<ChangePage> {
  const known = await findKnownChange(service.store.pool, scope, id)
  const { change } = known
  const all = await listKnownChanges(service.store.pool, scope)
  const cost = await currentCost(service, scope)
  const [row] = await toChangeRows(service, scope, { cost, wanted: [known], all })
  if (row === undefined) throw new Error('Our fault: a change has no row')
  const others = all.map((other) => other.change)
  const judged = isFelt(change) ? await judgeChange(service, scope, { change, all: others }) : null
  return {
    change: row,
    overlaps: findOverlaps(change, others).map((other) => ({
      id: other.id,
      what: other.plan.what,
      startedOn: other.startedOn,
    })),
    weeks: [...(judged?.weeks ?? [])],
  }
}

/** Decisions that nobody has made yet, the dearest first. */
export async function listOpenDecisions(service: Service, scope: Scope): Promise<Waiting[]> {
  const cost = await currentCost(service, scope)
  const known = await listKnownChanges(service.store.pool, scope)
  const rows = await toChangeRows(service, scope, { cost, wanted: known, all: known })
  const causes = isKnown(cost) ? cost.byCause.filter(({ id }) => id !== '') : []
  const months = isKnown(cost) ? cost.months : 1
  const currency = await findCurrency(service.store.pool, scope)
  const open = findOpenDecisions(
    causes.map((cause) => ({ id: causeId(cause.id), name: cause.name, week: weekOf(cause, months) })),
    known.map(({ change }, index) => {
      const value = rows[index]?.value ?? { cannotSay: 'it was not valued' }
      return { change, waitingWeek: isKnown(value) ? value.waitingWeek : value }
    }),
  )
  return open.map(({ kind, cause, changes, week }) => ({
    kind,
    cause,
    changes: changes.map(({ id, plan }) => ({ id, what: plan.what })),
    week,
    currency,
  }))
}
