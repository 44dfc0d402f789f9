import { type Span, splitSentences } from './sentences.ts'

export type Excerpt = {
  readonly text: string
  readonly marks: readonly Span[]
  readonly hasMoreBefore: boolean
  readonly hasMoreAfter: boolean
}

/**
 * Cuts a text down to whole sentences from the first mark on, about `length` characters; a short text stays whole. A sentence
 * is never cut, however long it is. Assumes marks in the order of the text, none across two sentences it must keep together.
 * Example: excerptAround('One. Two. Three.', [{ start: 5, end: 8 }], 6).text is 'Two.'. Cost: linear.
 */
export function excerptAround(text: string, marks: readonly Span[], length: number): Excerpt {
  const [first] = marks
  if (text.length <= length || first === undefined) return cut(text, marks, { start: 0, end: text.length })
  const sentences = splitSentences(text)
  const opening = sentences.findLastIndex(({ start }) => start <= first.start)
  const start = sentences[opening]?.start ?? 0
  const fitting = sentences.filter((sentence) => sentence.start >= start && sentence.end - start <= length)
  const end = Math.max(fitting.at(-1)?.end ?? 0, sentences[opening]?.end ?? text.length)
  return cut(text, marks, { start, end })
}

function cut(text: string, marks: readonly Span[], { start, end }: Span): Excerpt {
  return {
    text: text.slice(start, end),
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start - start, end: mark.end - start })),
    hasMoreBefore: text.slice(0, start).trim() !== '',
    hasMoreAfter: text.slice(end).trim() !== '',
  }
}

/** Takes written marks out of a text and says where they stood. Assumes each start is followed by its end. Cost: linear. */
export function takeMarks(
  marked: string,
  { start, end }: { readonly start: string; readonly end: string },
): { readonly text: string; readonly marks: readonly Span[] } {
  const marks: Span[] = []
  let text = ''
  for (const [index, piece] of marked.split(start).entries()) {
    const [inside = '', ...after] = index === 0 ? ['', piece] : piece.split(end)
    if (inside !== '') marks.push({ start: text.length, end: text.length + inside.length })
    text += inside + after.join('')
  }
  return { text, marks }
}
