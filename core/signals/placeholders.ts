import type { Span } from '../text/sentences.ts'

/** Names of fields and buttons that were meant for the company's own eyes: `[Record Reason]`, `[Customer Name]`. */
export function findPlaceholders(text: string): readonly Span[] {
  const spans: Span[] = []
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
    const close = text.indexOf(']', open)
    if (close < 0) break
    if (
      close - open <= longest &&
      text.charAt(close + 1) !== '(' &&
      /^[A-Z][a-z]+([ /][A-Za-z]+){0,4}$/.test(text.slice(open + 1, close))
    )
      spans.push({ start: open, end: close + 1 })
  }
  return spans
}

const longest = 40
