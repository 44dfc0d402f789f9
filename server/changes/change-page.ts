import type { ChangePage, ChangeRow, Waiting } from '../../contract/changes.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { causeId } from '../../core/base/ids.ts'
import { findOverlaps } from '../../core/changes/can.ts'
import { type ChangeScope, isFelt } from '../../core/changes/change.ts'
import { countDaily, type DailyCount } from '../../core/changes/daily-counts.ts'
import { findOpenDecisions } from '../../core/changes/find-open-decisions.ts'
import { listDayCounts } from '../../store/contacts-in-scope.ts'
import type { Scope } from '../../store/scope.ts'
import { findCurrency } from '../../store/workspaces.ts'
import { readDocuments } from '../reports/read-documents.ts'
import type { Service } from '../service.ts'
import { toChangeRows, weekOf } from './cause-decision.ts'
import { findKnownChange, listKnownChanges } from './known-changes.ts'
import { currentCost } from './value-changes.ts'

/** All changes, newest first. */
export async function listChangeRows(service: Service, scope: Scope): Promise<ChangeRow[]> {
  const known = await listKnownChanges(service.store.pool, scope)
  const rows = await toChangeRows(service, scope, { cost: await currentCost(service, scope), known })
  return rows.toReversed()
}

/** One change with what became of the contacts that it touches. */
export async function findChangePage(service: Service, scope: Scope, id: string): Promise<ChangePage> {
  const known = await findKnownChange(service.store.pool, scope, id)
  const { change } = known
  const cost = await currentCost(service, scope)
  const [row] = await toChangeRows(service, scope, { cost, known: [known] })
  if (row === undefined) throw new Error('Our fault: a change has no row')
  const others = (await listKnownChanges(service.store.pool, scope)).map((other) => other.change)
  return {
    change: row,
    overlaps: findOverlaps(change, others).flatMap((other) =>
      isFelt(other) ? [{ id: other.id, what: other.plan.what, startedOn: other.startedOn }] : [],
    ),
    days: [...(await dailyCounts(service, scope, change.plan.scope))],
  }
}

/** Decisions that nobody has made yet, the dearest first. */
export async function listOpenDecisions(service: Service, scope: Scope): Promise<Waiting[]> {
  const cost = await currentCost(service, scope)
  const known = await listKnownChanges(service.store.pool, scope)
  const rows = await toChangeRows(service, scope, { cost, known })
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

/** Contacts in the scope of a change, day by day. */
async function dailyCounts(
  service: Service,
  scope: Scope,
  { causes, channels, segments }: ChangeScope,
): Promise<readonly DailyCount[]> {
  const { period } = (await readDocuments(service, scope)).report
  if (!isKnown(period)) return []
  const counts = await listDayCounts(service.store.pool, scope, {
    causes: causes.map(({ id }) => id),
    channels,
    segments,
  })
  return countDaily(counts, { from: Date.parse(period.from), to: Date.parse(period.to) })
}
