/** How a column writes its numbers. */
type Style = 'point' | 'comma'

const missing = /^(|\?|-|--|\.|n\/?a|#n\/a|nan|null|none|nil|\\n|missing)$/i

/**
 * The numbers of one column, null where nothing was measured; null as a whole when it is no column of numbers.
 * Reads `1234.5`, `1,234.5`, `1.234,5`, `1 234,5`, `1'234.5`, `12 %`, `€ 12`, `(12)` and `1.2e3`.
 */
export function parseAmounts(cells: readonly string[]): (number | null)[] | null {
  const bare = cells.map(bareNumber)
  const given = bare.filter((cell) => !missing.test(cell))
  if (given.length === 0) return null
  const styles: readonly Style[] = prefersComma(given) ? ['comma', 'point'] : ['point', 'comma']
  for (const style of styles) {
    const numbers = bare.map((cell) => (missing.test(cell) ? null : parseAmount(cell, style)))
    if (numbers.every((number) => number === null || Number.isFinite(number))) return numbers
  }
  return null
}

export function isMissing(cell: string): boolean {
  return missing.test(cell.trim())
}

function bareNumber(cell: string): string {
  const trimmed = cell
    .trim()
    .replace(/^[\p{Sc}]\s*|\s*(%|[\p{Sc}])$/gu, '')
    .replace(/[\s\u00a0\u202f'’](?=\d{3})/g, '')
    .replace(/^[−–]/, '-')
  return /^\(.*\)$/.test(trimmed) ? `-${trimmed.slice(1, -1)}` : trimmed
}

/** Whether commas stand before decimals: after a point, before other than three digits, or after a leading zero. */
function prefersComma(cells: readonly string[]): boolean {
  return cells.some((cell) => /\.\d{3},|^[-+]?\d+,(\d{1,2}|\d{4,})$|^[-+]?0,/.test(cell))
}

function parseAmount(cell: string, style: Style): number {
  const [thousand, decimal] = style === 'point' ? [',', '.'] : ['.', ',']
  const grouped = style === 'point' ? /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/ : /^[-+]?\d{1,3}(\.\d{3})+(,\d*)?$/
  const plain = grouped.test(cell) ? cell.replaceAll(thousand, '') : cell
  const written = decimal === ',' ? plain.replace(',', '.') : plain
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(written) ? Number(written) : Number.NaN
}
