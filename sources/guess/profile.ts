/** What the values of one column look like in the rows that were sampled. */
export type Profile = {
  readonly name: string
  /** The name in lower-case words: `sys_updatedAt` is `sys updated at`. */
  readonly words: string
  readonly at: number
  /** Values that are not missing, in the order of the file. */
  readonly values: readonly string[]
  readonly rows: number
  readonly distinct: ReadonlyMap<string, number>
  readonly meanLength: number
  readonly meanWords: number
  readonly numbers: number
  readonly emails: number
  readonly phones: number
}

export function profileColumns(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  missing: ReadonlySet<string>,
): Profile[] {
  return columns.map((name, at) => profileColumn(name, at, rows, missing))
}

function profileColumn(
  name: string,
  at: number,
  rows: readonly (readonly string[])[],
  missing: ReadonlySet<string>,
): Profile {
  const values = rows
    .map((cells) => cells[at]?.trim() ?? '')
    .filter((cell) => cell !== '' && !missing.has(cell))
  const distinct = new Map<string, number>()
  for (const value of values) distinct.set(value, (distinct.get(value) ?? 0) + 1)
  return {
    name,
    words: toWords(name),
    at,
    values,
    rows: rows.length,
    distinct,
    meanLength: mean(values.map((value) => value.length)),
    meanWords: mean(values.map((value) => value.split(/\s+/).length)),
    numbers: shareOf(values, (value) => /^[-+]?\d+([.,]\d+)?$/.test(value)),
    emails: shareOf(values, (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)),
    phones: shareOf(values, isPhone),
  }
}

export function toWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}

export function shareOf(values: readonly string[], test: (value: string) => boolean): number {
  if (values.length === 0) return 0
  let found = 0
  for (const value of values) if (test(value)) found += 1
  return found / values.length
}

export function isUnique(profile: Profile): boolean {
  return profile.values.length === profile.rows && profile.distinct.size === profile.rows
}

function isPhone(value: string): boolean {
  return (
    /^\+?[\d ()./-]{7,20}$/.test(value) && value.replace(/\D/g, '').length >= 7 && /[+ ()-]|^0/.test(value)
  )
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
