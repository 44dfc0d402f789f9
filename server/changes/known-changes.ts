import { z } from 'zod'
import {
  type ChangeJson,
  decisionSchema,
  type FiguresJson,
  figuresSchema,
  planSchema,
} from '../../contract/changes.ts'
import { Failure } from '../../contract/failures.ts'
import { causeId, changeId } from '../../core/base/ids.ts'
import { toIso } from '../../core/base/time.ts'
import { type Change, type ChangePlan, nextSteps, toChange } from '../../core/changes/change.ts'
import { findChange, listChanges, type StoredChange } from '../../store/changes.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'

/** A change with the figures that each of its decisions rested on, in the order of the decisions. */
export type KnownChange = { readonly change: Change; readonly figures: readonly FiguresJson[] }

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

export function toChangeJson({ change, figures }: KnownChange): ChangeJson {
  const { id, plan, state, decisions } = change
  return {
    id,
    plan: toPlanJson(plan),
    state,
    startedOn: 'startedOn' in change ? change.startedOn : null,
    decisions: decisions.map(({ step, who, reason, on, at }, index) => ({
      step,
      who,
      reason,
      on,
      at: toIso(at),
      figures: figures[index] ?? { value: { cannotSay: 'nothing was kept' }, assumptions: [], readAt: null },
    })),
    nextSteps: [...nextSteps[state]],
  }
}

export function toPlanJson({ scope, ...plan }: ChangePlan): z.infer<typeof planSchema> {
  return {
    ...plan,
    scope: { causes: [...scope.causes], channels: [...scope.channels], segments: [...scope.segments] },
  }
}

const storedDecisionSchema = decisionSchema.omit({ figures: true, at: true }).extend({ at: z.number() })

function parseChange({ id, plan, decisions }: StoredChange): KnownChange {
  const { scope, ...parsed } = planSchema.parse(plan)
  const causes = scope.causes.map((cause) => ({ id: causeId(cause.id), name: cause.name }))
  return {
    change: toChange(
      id,
      { ...parsed, scope: { ...scope, causes } },
      decisions.map((decision) => storedDecisionSchema.parse(decision)),
    ),
    figures: decisions.map(({ figures }) => figuresSchema.parse(figures)),
  }
}
