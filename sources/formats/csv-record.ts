/** A record cut from text: its cells, and where the next one starts. `open` when a quote is still waiting for its end. */
export type CsvRecord =
  | { readonly kind: 'read'; readonly cells: string[]; readonly next: number }
  | { readonly kind: 'broken' | 'open' }

/**
 * Cuts one record with quotes from `text`, as RFC 4180 writes them. A lenient cut takes a quoted field that does not
 * end as it should for plain text up to the next delimiter of the same line.
 */
export function cutRecord(text: string, start: number, delimiter: string, isLenient: boolean): CsvRecord {
  const cells: string[] = []
  let position = start
  for (;;) {
    if (text.charCodeAt(position) === quote) {
      const field = cutQuoted(text, position, delimiter)
      if (field.kind === 'read') {
        cells.push(field.value)
        if (field.isLast) return { kind: 'read', cells, next: field.next }
        position = field.next
        continue
      }
      if (!isLenient) return field
    }
    const end = endOfField(text, position, delimiter)
    cells.push(withoutReturn(text.slice(position, end)))
    if (end >= text.length || text.charCodeAt(end) === newline) return { kind: 'read', cells, next: end + 1 }
    position = end + 1
  }
}

export function withoutReturn(text: string): string {
  return text.charCodeAt(text.length - 1) === carriageReturn ? text.slice(0, -1) : text
}

const quote = 34
const newline = 10
const carriageReturn = 13

type Field =
  | { readonly kind: 'read'; readonly value: string; readonly next: number; readonly isLast: boolean }
  | { readonly kind: 'broken' | 'open' }

function cutQuoted(text: string, start: number, delimiter: string): Field {
  let end = text.indexOf('"', start + 1)
  let hasDoubled = false
  while (end >= 0 && text.charCodeAt(end + 1) === quote) {
    hasDoubled = true
    end = text.indexOf('"', end + 2)
  }
  if (end < 0) return { kind: 'open' }
  const inside = text.slice(start + 1, end)
  const value = hasDoubled ? inside.replaceAll('""', '"') : inside
  let after = end + 1
  if (text.charCodeAt(after) === delimiter.charCodeAt(0)) {
    return { kind: 'read', value, next: after + 1, isLast: false }
  }
  if (text.charCodeAt(after) === carriageReturn) after += 1
  if (after >= text.length) return { kind: 'read', value, next: after + 1, isLast: true }
  if (text.charCodeAt(after) === newline) return { kind: 'read', value, next: after + 1, isLast: true }
  return { kind: 'broken' }
}

function endOfField(text: string, start: number, delimiter: string): number {
  const code = delimiter.charCodeAt(0)
  for (let position = start; position < text.length; position += 1) {
    const current = text.charCodeAt(position)
    if (current === code || current === newline) return position
  }
  return text.length
}
