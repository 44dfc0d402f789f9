import type { z } from 'zod'
import { type ChangeJson, decisionSchema, planSchema } from '../../contract/changes.ts'
import { Failure } from '../../contract/failures.ts'
import { causeId, changeId } from '../../core/base/ids.ts'
import { toIso } from '../../core/base/time.ts'
import { type Change, type ChangePlan, isFelt, nextSteps, toChange } from '../../core/changes/change.ts'
import { findChange, listChanges, type StoredChange } from '../../store/changes.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'

/** A change, and its decisions with the figures that each of them rested on. */
export type KnownChange = { readonly change: Change; readonly decisions: ChangeJson['decisions'] }

export async function listKnownChanges(client: Client, scope: Scope): Promise<KnownChange[]> {
  return (await listChanges(client, scope)).map(parseChange)
}

/** The change of that number; a foreign one and a missing one answer alike. */
export async function findKnownChange(client: Client, scope: Scope, id: string): Promise<KnownChange> {
  const stored = /^\d{1,9}$/.test(id) ? await findChange(client, scope, changeId(Number(id))) : null
  if (stored === null) {
    throw new Failure('notFound', 'There is no such change.', 'Choose one from the list of changes.')
  }
  return parseChange(stored)
}

export function toChangeJson({ change, decisions }: KnownChange): ChangeJson {
  const { id, plan, state } = change
  return {
    id,
    plan: toPlanJson(plan),
    state,
    startedOn: isFelt(change) ? change.startedOn : null,
    decisions,
    nextSteps: [...nextSteps[state]],
  }
}

export function toPlanJson({ scope, ...plan }: ChangePlan): z.infer<typeof planSchema> {
  return {
    ...plan,
    scope: { causes: [...scope.causes], channels: [...scope.channels], segments: [...scope.segments] },
  }
}

function parseChange({ id, plan, decisions }: StoredChange): KnownChange {
  const { scope, ...parsed } = planSchema.parse(plan)
  const causes = scope.causes.map((cause) => ({ id: causeId(cause.id), name: cause.name }))
  const taken = decisions.map(({ at, ...decision }) => ({
    at,
    json: decisionSchema.parse({ ...decision, at: toIso(at) }),
  }))
  const steps = taken.map(({ at, json: { figures: _, ...step } }) => ({ ...step, at }))
  return {
    change: toChange(id, { ...parsed, scope: { ...scope, causes } }, steps),
    decisions: taken.map(({ json }) => json),
  }
}
