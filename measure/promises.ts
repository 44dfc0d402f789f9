import type { CustomerReading } from '../core/causes/read-customer.ts'
import { compareInteractions } from '../core/issues/contact.ts'
import { judgePromises } from '../core/issues/judge-promises.ts'
import type { InteractionTruth } from '../demo/truth.ts'

/** How many promises that were made are read; of those read as kept or broken, how many are so. */
export type PromiseScores = {
  readonly made: number
  readonly read: number
  readonly judged: number
  readonly right: number
}

export function scorePromises(
  readings: readonly CustomerReading[],
  truths: ReadonlyMap<string, InteractionTruth>,
): PromiseScores {
  const read = new Map<string, string>()
  for (const { issues, signals } of readings) {
    for (const issue of issues) {
      const told = [...issue.interactions].sort(compareInteractions)
      for (const { interaction, state } of judgePromises(told, ({ id }) => signals.get(id) ?? []))
        read.set(interaction.externalId, state)
    }
  }
  const made = [...truths.values()].filter(({ promise }) => promise !== 'none')
  const judged = made.filter(({ message_id: id }) => ['kept', 'broken'].includes(read.get(id) ?? ''))
  return {
    made: made.length,
    read: made.filter(({ message_id: id }) => read.has(id)).length,
    judged: judged.length,
    right: judged.filter(({ message_id: id, promise }) => read.get(id) === promise).length,
  }
}
