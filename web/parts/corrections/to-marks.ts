import type { CorrectionJson } from '../../../contract/corrections.ts'
import type { InteractionJson } from '../../../contract/screens.ts'

type SignalJson = InteractionJson['signals'][number]

/** A signal in a text with the last word of a person on it, if anyone has spoken; struck out where they said no. */
export type Mark = Pick<SignalJson, 'kind' | 'start' | 'end' | 'strength' | 'method' | 'place'> & {
  readonly isStruck: boolean
  readonly word: CorrectionJson | null
}

type Marks = {
  /** At their words. */
  readonly inText: readonly Mark[]
  /** Said of the message as a whole. */
  readonly ofWhole: readonly Mark[]
}

/** What to draw in a text: what it shows, and what people took away, so that they can put it back. */
export function toMarks({ text, signals, corrections }: InteractionJson): Marks {
  const length = text?.length ?? 0
  const shown = signals.map((signal) => ({
    ...signal,
    isStruck: false,
    word: corrections.findLast((correction) => brought(correction, signal)) ?? null,
  }))
  const marks = [...shown, ...struckIn(signals, corrections, length)]
  const isWhole = ({ start, end, method }: Mark) => method === 'person' && start === 0 && end === length
  return { inText: marks.filter((mark) => !isWhole(mark)), ofWhole: marks.filter(isWhole) }
}

/** Whether this correction keeps the signal or put it there. */
function brought(correction: CorrectionJson, signal: SignalJson): boolean {
  const named = correction.verdict === 'right' ? correction.kind : correction.instead
  return named === signal.kind && overlaps(correction, signal)
}

function struckIn(
  signals: readonly SignalJson[],
  corrections: readonly CorrectionJson[],
  length: number,
): readonly Mark[] {
  return corrections.flatMap((correction, index) => {
    const { kind, verdict, instead, start, end, place } = correction
    const isLast = !corrections
      .slice(index + 1)
      .some((later) => later.kind === kind && overlaps(later, correction))
    if (kind === null || verdict === 'right' || instead !== null || !isLast) return []
    if (signals.some((signal) => signal.kind === kind && overlaps(correction, signal))) return []
    const at = { start: start ?? 0, end: end ?? length }
    return [
      { kind, ...at, place: place ?? at, strength: 0, method: 'person', isStruck: true, word: correction },
    ]
  })
}

type Place = { readonly start: number | null; readonly end: number | null }

function overlaps(one: Place, other: Place): boolean {
  if (one.start === null || one.end === null || other.start === null || other.end === null) return true
  return one.start < other.end && other.start < one.end
}
