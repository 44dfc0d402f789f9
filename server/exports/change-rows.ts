import { isKnown } from '../../core/base/cannot-say.ts'
import type { Scope } from '../../store/scope.ts'
import { listChangeRows } from '../changes/change-page.ts'
import type { Service } from '../service.ts'
import type { ExportRow } from './export-rows.ts'

/** One row a change, with the sentence of its verdict as screen and command line say it. */
export async function* changeRows(service: Service, scope: Scope): AsyncGenerator<ExportRow> {
  for (const { id, plan, state, startedOn, value, verdict } of await listChangeRows(service, scope)) {
    const avoided = verdict !== null && isKnown(verdict.avoided) ? verdict.avoided : null
    const kept = verdict !== null && isKnown(verdict.moneyKept) ? verdict.moneyKept : null
    const net = isKnown(value) ? value.netValue : null
    yield {
      id,
      what: plan.what,
      owner: plan.owner,
      causes: plan.scope.causes.map(({ name }) => name).join('; '),
      state,
      startedOn,
      verdict: verdict?.kind ?? null,
      says: verdict?.sentence ?? null,
      contactsAvoided: avoided?.value ?? null,
      contactsAvoidedLow: avoided?.low ?? null,
      contactsAvoidedHigh: avoided?.high ?? null,
      moneyKept: kept?.value ?? null,
      moneyKeptLow: kept?.low ?? null,
      moneyKeptHigh: kept?.high ?? null,
      currency: kept?.currency ?? null,
      expectedNetValue: net?.mid ?? null,
    }
  }
}
