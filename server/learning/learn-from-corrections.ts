import { toLabel } from '../../core/signals/learning/labels.ts'
import { type LearnedSignals, learnSignals, leastLabels } from '../../core/signals/learning/learn-signals.ts'
import { readSignals } from '../../core/signals/read-signals.ts'
import { companySignals, customerSignals } from '../../core/signals/signal.ts'
import type { WordTable } from '../../core/text/word-table.ts'
import { listCorrections } from '../../store/corrections.ts'
import { listInteractions } from '../../store/interactions.ts'
import type { Store } from '../../store/open.ts'
import type { Scope } from '../../store/scope.ts'

/** Learns signals from what people said of texts, each side from its own messages; nothing while that is little. */
export async function learnFromCorrections(
  pool: Store['pool'],
  scope: Scope,
  words: WordTable,
): Promise<LearnedSignals> {
  const corrections = Map.groupBy(await listCorrections(pool, scope), ({ interaction }) => interaction)
  if (corrections.size < leastLabels) return []
  const texts = await listInteractions(pool, scope, [...corrections.keys()])
  const labelsOf = (side: 'customer' | 'company') =>
    texts.flatMap(({ id, from, text }) =>
      from !== side || text === null
        ? []
        : [toLabel(text, readSignals(text, from), corrections.get(id) ?? [])],
    )
  return [
    ...learnSignals(labelsOf('customer'), customerSignals, words),
    ...learnSignals(labelsOf('company'), companySignals, words),
  ]
}
