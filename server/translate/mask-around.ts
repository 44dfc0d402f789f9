import { maskText } from '../../core/text/mask.ts'

type Span = { readonly start: number; readonly end: number }

/** Masks a text piece by piece between the ends of its spans, so that each span still marks the same words. */
export function maskAround<S extends Span>(text: string, spans: readonly S[]): { text: string; spans: S[] } {
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (left, right) => left - right,
  )
  const moved = new Map<number, number>()
  let masked = ''
  cuts.forEach((cut, index) => {
    moved.set(cut, masked.length)
    masked += maskText(text.slice(cut, cuts[index + 1] ?? cut))
  })
  const move = (at: number) => moved.get(at) ?? at
  return {
    text: masked,
    spans: spans.map((span) => ({ ...span, start: move(span.start), end: move(span.end) })),
  }
}
