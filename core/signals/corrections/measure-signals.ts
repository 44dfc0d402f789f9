import { cannotSay, type Known } from '../../base/cannot-say.ts'
import type { Share } from '../../base/figure.ts'
import { type Alpha, estimateAlpha } from '../../stats/krippendorff.ts'
import { wilson } from '../../stats/wilson.ts'
import type { SignalKind } from '../signal.ts'
import { byPerson, type Correction } from './correction.ts'

const leastJudged = 20

/**
 * How often a method is right when it reads this kind of signal, as people judged it: of each judged place the last
 * word. Only places drawn by lot count: people click on what is wrong, and a queue asks what is doubtful, so that
 * these would make the method look worse than it is.
 * Assumes corrections that stand, oldest first. Refuses: fewer than 20 places. Cost: O(corrections).
 */
export function estimatePrecision(
  corrections: readonly Correction[],
  { kind, method }: { kind: SignalKind; method: string },
): Known<Share> {
  const judged = lastWords(
    corrections.filter((said) => said.kind === kind && said.method === method && said.chosen === 'lot'),
  )
  const right = judged.filter(({ verdict }) => verdict === 'right').length
  const share = judged.length < leastJudged ? null : wilson(right, judged.length)
  return share ?? cannotSay(`${judged.length} of at least ${leastJudged} drawn by lot were judged`)
}

/**
 * How far people who judged the same places agree: right, wrong, or which signal instead.
 * Assumes corrections that stand, oldest first. Refuses: fewer than 20 places judged by two. See core/stats/krippendorff.ts.
 */
export function estimateAgreement(corrections: readonly Correction[]): Known<Alpha> {
  const places = Map.groupBy(
    corrections.filter(({ kind, method }) => kind !== null && method !== byPerson),
    placeOf,
  )
  return estimateAlpha(
    [...places.values()].map((said) => {
      const words = new Map(said.map(({ reviewer, verdict, instead }) => [reviewer, instead ?? verdict]))
      return [...words.values()]
    }),
  )
}

function lastWords(corrections: readonly Correction[]): readonly Correction[] {
  return [...new Map(corrections.map((said) => [placeOf(said), said])).values()]
}

/** What was judged: these words of this text, for this kind of signal. */
export function placeOf({
  interaction,
  kind,
  span,
}: Pick<Correction, 'interaction' | 'kind' | 'span'>): string {
  return [interaction, kind ?? '', span?.start ?? '', span?.end ?? ''].join(' ')
}
