/** One labelled text, and what two methods said of it. */
export type Compared = { readonly isTrue: boolean; readonly cues: boolean; readonly learned: boolean }

export type Comparison = {
  /** F1: how well what was found fits what is there, 0 to 1. */
  readonly cues: number
  readonly learned: number
  /** 95 % interval of learned - cues. */
  readonly low: number
  readonly high: number
  readonly labels: number
  readonly trues: number
}

/**
 * How much better one method finds a signal than another on the same texts: the difference of their F1 with a 95 %
 * interval by linearisation (each text's share in both F1), which keeps the pairs together.
 * Assumes texts that neither method was trained on. Source: Särndal, Swensson & Wretman (1992), ch. 5.5, ratio of totals.
 */
export function compareReadings(texts: readonly Compared[]): Comparison {
  const cues = partsOf(texts.map(({ isTrue, cues: found }) => ({ isTrue, found })))
  const learned = partsOf(texts.map(({ isTrue, learned: found }) => ({ isTrue, found })))
  const difference = learned.f1 - cues.f1
  const variance = learned.shares.reduce(
    (sum, share, index) => sum + (share - (cues.shares[index] ?? 0)) ** 2,
    0,
  )
  const reach = 1.96 * Math.sqrt(variance)
  return {
    cues: cues.f1,
    learned: learned.f1,
    low: difference - reach,
    high: difference + reach,
    labels: texts.length,
    trues: texts.filter(({ isTrue }) => isTrue).length,
  }
}

/** F1 = 2 hits / (trues + found), and what each text adds to its error. */
function partsOf(texts: readonly { readonly isTrue: boolean; readonly found: boolean }[]) {
  const hits = texts.filter(({ isTrue, found }) => isTrue && found).length
  const named = texts.reduce((sum, { isTrue, found }) => sum + Number(isTrue) + Number(found), 0)
  const f1 = named === 0 ? 0 : (2 * hits) / named
  const shares = texts.map(({ isTrue, found }) =>
    named === 0 ? 0 : (2 * Number(isTrue && found) - f1 * (Number(isTrue) + Number(found))) / named,
  )
  return { f1, shares }
}
