import type { CustomerReading } from '../core/causes/read-customer.ts'
import { readCues } from '../core/signals/read-signals.ts'
import type { SignalKind } from '../core/signals/signal.ts'
import type { InteractionTruth } from '../demo/truth.ts'

/** Messages whose words were chosen to carry a signal, and in how many of them it was read, by cues alone and in all. */
export type PlantedSignals = { planted: number; cued: number; read: number }

/** Counts by kind. Says nothing of what was read beside: the words carry more than they were chosen for. */
export function countPlanted(
  readings: readonly CustomerReading[],
  truths: ReadonlyMap<string, InteractionTruth>,
): ReadonlyMap<SignalKind, PlantedSignals> {
  const counts = new Map<SignalKind, PlantedSignals>()
  for (const { record, signals } of readings) {
    for (const { id, externalId, text, from } of record.interactions) {
      const planted = truths.get(externalId)?.signals ?? []
      if (planted.length === 0 || text === null) continue
      const cued = new Set(readCues(text, from).map(({ kind }) => kind))
      const read = new Set((signals.get(id) ?? []).map(({ kind }) => kind))
      for (const kind of planted) {
        const own = counts.get(kind) ?? { planted: 0, cued: 0, read: 0 }
        own.planted += 1
        own.cued += Number(cued.has(kind))
        own.read += Number(read.has(kind))
        counts.set(kind, own)
      }
    }
  }
  return counts
}
