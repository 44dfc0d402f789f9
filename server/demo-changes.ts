import { type FiledChange, tellFiledChanges } from '../demo/filed-changes.ts'
import { tellTruth } from '../demo/truth.ts'
import type { StorySettings } from '../demo/walk.ts'
import { streamOpeners } from '../store/openers.ts'
import { inTransaction } from '../store/postgres/client.ts'
import type { Scope } from '../store/scope.ts'
import { planChange, takeStep } from './changes/plan-change.ts'
import type { Service } from './service.ts'

const who = 'Larkmoor'

/** Files what Larkmoor changed in its year and what it thinks of changing, as people there would have. */
export async function fileDemoChanges(service: Service, scope: Scope, story: StorySettings): Promise<void> {
  const found = await findPlantedCauses(service, scope, story)
  for (const filed of tellFiledChanges(story.end)) {
    const causes = found.get(filed.cause) ?? []
    if (causes.length > 0) await file(service, scope, filed, causes)
  }
}

async function file(
  service: Service,
  scope: Scope,
  { cause: _, plannedOn, startedOn, ...plan }: FiledChange,
  causes: readonly string[],
): Promise<void> {
  const input = { ...plan, causes: [...causes], channels: [], segments: [], who }
  const id = await planChange(service, scope, { input, on: plannedOn })
  if (startedOn === null) return
  const asked = { step: 'started', who, reason: plan.reason, on: startedOn } as const
  await takeStep(service, scope, { id: String(id), asked })
}

/**
 * Which causes of the reading are mostly a planted one: who files a change knows what it is for, and picks by the words.
 */
export async function findPlantedCauses(
  { store }: Service,
  scope: Scope,
  story: StorySettings,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const truths = new Map([...tellTruth(story)].map(({ message_id, cause }) => [message_id, cause]))
  const counts = new Map<string, Map<string, number>>()
  await inTransaction(store.pool, async (client) => {
    for await (const openers of streamOpeners(client, scope)) {
      for (const { cause, externalId } of openers) {
        const planted = truths.get(externalId) ?? ''
        const known = counts.get(cause) ?? new Map<string, number>()
        counts.set(cause, known.set(planted, (known.get(planted) ?? 0) + 1))
      }
    }
  })
  const mostly = [...counts].map(([cause, planted]) => ({ cause, planted: majorityOf(planted) }))
  return new Map(
    [...Map.groupBy(mostly, ({ planted }) => planted)].map(([planted, own]) => [
      planted,
      own.map(({ cause }) => cause),
    ]),
  )
}

/** The planted cause of more than half of them; of none, where they are mixed. */
function majorityOf(counts: ReadonlyMap<string, number>): string {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [...counts].find(([, count]) => count > all / 2)?.[0] ?? ''
}
