/** Names for the columns of a table: as in the header, numbered where the header is silent or says a name twice. */
export function nameColumns(header: readonly string[]): string[] {
  const taken = new Set<string>()
  return header.map((cell, at) => {
    const wanted = cell.trim().replace(/\s+/g, ' ') || `column ${at + 1}`
    let name = wanted
    for (let copy = 2; taken.has(name); copy += 1) name = `${wanted} (${copy})`
    taken.add(name)
    return name
  })
}

export function numberColumns(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `column ${at + 1}`)
}

/** Without the numbered ones: a list of labels or comments takes as many columns as the longest needs. */
export function withoutCopies(columns: readonly string[]): string[] {
  const names = new Set(columns)
  return columns.filter((name) => !names.has(/^(.+) \(\d+\)$/.exec(name)?.[1] ?? ''))
}
