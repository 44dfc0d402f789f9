import { correctSignals } from '../corrections/correct-signals.ts'
import { byPerson, type Correction } from '../corrections/correction.ts'
import type { Signal, SignalKind } from '../signal.ts'

/** A text with what people said it shows, beside what the cues read. */
export type LabelledText = {
  readonly text: string
  readonly cues: readonly Signal[]
  /** Judged as a whole: what is not among `shown` is not there. */
  readonly isWhole: boolean
  readonly shown: ReadonlySet<SignalKind>
  readonly denied: ReadonlySet<SignalKind>
}

/** Whether it shows the signal; null when nobody said. */
export function truthOf({ shown, denied, isWhole }: LabelledText, kind: SignalKind): boolean | null {
  if (shown.has(kind)) return true
  return denied.has(kind) || isWhole ? false : null
}

/**
 * What people said of one text, as labels. In a message judged as a whole, signals that nobody denied are there too.
 * Assumes the corrections of this text that stand, oldest first, and what the cues read in it.
 */
export function toLabel(
  text: string,
  cues: readonly Signal[],
  corrections: readonly Correction[],
): LabelledText {
  const isWhole = corrections.some(({ kind }) => kind === null)
  const corrected = correctSignals(cues, corrections, text.length)
  const stated = corrected.filter(({ method }) => isWhole || method === byPerson)
  const shown = new Set(stated.map(({ kind }) => kind))
  const judged = corrections.flatMap(({ kind }) => kind ?? [])
  const left = new Set(corrected.map(({ kind }) => kind))
  return { text, cues, isWhole, shown, denied: new Set(judged.filter((kind) => !left.has(kind))) }
}
