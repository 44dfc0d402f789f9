import type { Span } from '../../core/text/sentences.ts'
import type { Sight } from './sight.ts'

/** Masks a text piece by piece between the ends of its spans; `move` says where the words of a span stand afterwards. */
export function maskAround(
  text: string,
  spans: readonly Span[],
  sight: Pick<Sight, 'text'>,
): { readonly text: string; move(span: Span): Span } {
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (left, right) => left - right,
  )
  const moved = new Map<number, number>()
  let masked = ''
  cuts.forEach((cut, index) => {
    moved.set(cut, masked.length)
    masked += sight.text(text.slice(cut, cuts[index + 1] ?? cut))
  })
  const place = (at: number) => moved.get(at) ?? at
  return { text: masked, move: ({ start, end }) => ({ start: place(start), end: place(end) }) }
}
