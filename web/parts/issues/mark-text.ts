import type { InteractionJson } from '../../../contract/screens.ts'

export type SignalMark = InteractionJson['signals'][number]

/** A stretch of text with the signals read in it; `ended` are those whose evidence ends here, to be named there. */
export type Segment = {
  readonly start: number
  readonly text: string
  readonly signals: readonly SignalMark[]
  readonly ended: readonly SignalMark[]
}

/**
 * Cuts a text at the edges of its signals, so that overlapping evidence can be marked. The segments joined are the
 * text again; spans that lie outside it are cut to fit, empty ones left out.
 */
export function markText(text: string, signals: readonly SignalMark[]): readonly Segment[] {
  const inside = signals
    .map((signal) => ({ ...signal, start: clamp(signal.start, text), end: clamp(signal.end, text) }))
    .filter(({ start, end }) => start < end)
  const edges = [0, text.length, ...inside.flatMap(({ start, end }) => [start, end])]
  const cuts = [...new Set(edges)].sort((left, right) => left - right)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0
    return {
      start,
      text: text.slice(start, end),
      signals: inside.filter((signal) => signal.start <= start && signal.end >= end),
      ended: inside.filter((signal) => signal.end === end),
    }
  })
}

function clamp(position: number, text: string): number {
  return Math.min(text.length, Math.max(0, position))
}
