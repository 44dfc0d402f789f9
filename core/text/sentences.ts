/** A sentence's span in its text, end exclusive, without surrounding space. */
export type Span = { readonly start: number; readonly end: number }

/**
 * Cuts a text at sentence marks followed by space, and at line breaks. `Dr. Smith` and `3.50` stay whole.
 * Cost: linear.
 */
export function splitSentences(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (let index = 0; index < text.length; index++) {
    if (!endsSentence(text, index)) continue
    addSpan(text, start, index + 1, spans)
    start = index + 1
  }
  addSpan(text, start, text.length, spans)
  return spans
}

function endsSentence(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit === 10 || unit === 0x3002 || unit === 0xff1f || unit === 0xff01) return true
  if (unit !== 46 && unit !== 33 && unit !== 63 && unit !== 0x2026) return false
  const next = text.charCodeAt(index + 1)
  const closes =
    Number.isNaN(next) || next === 32 || next === 10 || next === 9 || next === 34 || next === 0x201d
  return (
    closes &&
    !(
      unit === 46 &&
      /(?:^|\s)(?:mr|mrs|ms|dr|no|st|vs|e\.g|i\.e|approx)$/i.test(text.slice(Math.max(0, index - 7), index))
    )
  )
}

function addSpan(text: string, from: number, to: number, spans: Span[]): void {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (end > start) spans.push({ start, end })
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0
}
