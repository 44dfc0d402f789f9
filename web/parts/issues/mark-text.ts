import type { Mark } from '../corrections/to-marks.ts'

/**
 * A stretch of text with what was read in it, strongest first, so that what is strongest is shown over all of its words; `ended` are those
 * whose evidence ends here, to be named there.
 */
export type Segment = {
  readonly start: number
  readonly text: string
  readonly marks: readonly Mark[]
  readonly ended: readonly Mark[]
}

/**
 * Cuts a text at the edges of its marks, so that overlapping evidence can be marked. The segments joined are the
 * text again; spans that lie outside it are cut to fit, empty ones left out.
 */
export function markText(text: string, marks: readonly Mark[]): readonly Segment[] {
  const inside = marks
    .map((mark) => ({ ...mark, start: clamp(mark.start, text), end: clamp(mark.end, text) }))
    .filter(({ start, end }) => start < end)
  const strongestFirst = inside.toSorted((left, right) => right.strength - left.strength)
  const edges = [0, text.length, ...inside.flatMap(({ start, end }) => [start, end])]
  const cuts = [...new Set(edges)].sort((left, right) => left - right)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0
    return {
      start,
      text: text.slice(start, end),
      marks: strongestFirst.filter((mark) => mark.start <= start && mark.end >= end),
      ended: inside.filter((mark) => mark.end === end),
    }
  })
}

function clamp(position: number, text: string): number {
  return Math.min(text.length, Math.max(0, position))
}
