/** Markers that mean "not known" wherever they stand. */
const always = [
  '?',
  'N/A',
  'n/a',
  '#N/A',
  'NULL',
  'null',
  '[null]',
  '(null)',
  'NaN',
  'nan',
  '\\N',
  '[None]',
  '[deleted]',
  '[removed]',
  'undefined',
]

/** Words that may also be values; taken for markers where a table uses them beside other values. */
const whenSeen = [
  '-',
  '--',
  'NA',
  'None',
  'none',
  'nil',
  '(blank)',
  'MISSING',
  'Unknown',
  'unknown',
  'UNKNOWN',
  // Names that sites give to those who keep theirs to themselves.
  'A Google user',
  'Amazon Customer',
  'Kindle Customer',
  'Anonymous',
  'anonymous',
]

const longest = 16

/** The values of a table that mean "not known", and which of them the sampled rows hold. */
export function findMissing(rows: readonly (readonly string[])[]): { markers: string[]; seen: string[] } {
  const found = new Set<string>()
  const known = new Set([...always, ...whenSeen])
  for (const cells of rows) {
    for (const cell of cells) if (cell.length <= longest && known.has(cell.trim())) found.add(cell.trim())
  }
  const seen = [...always, ...whenSeen].filter((marker) => found.has(marker))
  return { markers: [...always, ...whenSeen.filter((marker) => found.has(marker))], seen }
}

/** In what people wrote, `?` and `none` are words of theirs; only what machines write means nothing. */
export function missingInText(missing: readonly string[]): string[] {
  return missing.filter((marker) =>
    /^(#?n\/a|null|\[null\]|\(null\)|\[none\]|\[deleted\]|\[removed\]|nan|\\n|undefined|\(blank\)|missing)$/i.test(
      marker,
    ),
  )
}
