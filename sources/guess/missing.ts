/** Markers that systems write where they know nothing. */
const markers = [
  '?',
  'N/A',
  'n/a',
  'NA',
  '#N/A',
  'null',
  'NULL',
  'None',
  'none',
  'nil',
  'NaN',
  'nan',
  '-',
  '--',
  '(blank)',
  'MISSING',
  'undefined',
  'Unknown',
  'unknown',
  'UNKNOWN',
  '[null]',
  '\\N',
]

/** The markers that a table uses: a value of its own that stands in for others, not the whole of a column. */
export function findMissing(rows: readonly (readonly string[])[]): string[] {
  const found = new Set<string>()
  for (const cells of rows) {
    for (const cell of cells) if (cell.length <= 10 && markers.includes(cell.trim())) found.add(cell.trim())
  }
  return markers.filter((marker) => found.has(marker))
}
