export type CsvValue = string | number | boolean | null

/** One line of RFC 4180: a field is quoted where a comma, a quote or a line end would mislead; null is empty. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvField).join(',')}\n`
}

/**
 * Keeps a spreadsheet from running a text as a formula (`=HYPERLINK(…)`, `@SUM`): an apostrophe before it, which
 * spreadsheets hide. Numbers and phone numbers stay as they are. Source: OWASP, CSV injection.
 */
export function withoutFormula(value: CsvValue): CsvValue {
  if (typeof value !== 'string' || !/^[=+\-@\t\r]/.test(value)) return value
  return /^[+-][\d\s().,/-]*$/.test(value) ? value : `'${value}`
}

function csvField(value: CsvValue): string {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
