import { nestedMark } from '../formats/json-cells.ts'

/** What the values of one column look like in the rows that were sampled. */
export type Profile = {
  readonly name: string
  /** The name in lower-case words: `sys_updatedAt` is `sys updated at`; without the list it is nested in. */
  readonly words: string
  /** The words after the last dot of a nested name, or of a group's: `email` of `requester.email` and of `Requester - Email`. */
  readonly lastWords: string
  readonly at: number
  /** One a row; empty where the value is missing. */
  readonly cells: readonly string[]
  /** Those that are not missing, in the order of the file. */
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
  const bare = withoutList(name)
  const cells = rows.map((row) => {
    const cell = row[at]?.trim() ?? ''
    return missing.has(cell) ? '' : cell
  })
  const values = cells.filter((cell) => cell !== '')
  const distinct = new Map<string, number>()
  for (const value of values) distinct.set(value, (distinct.get(value) ?? 0) + 1)
  return {
    name,
    words: toWords(bare),
    lastWords: toWords(bare.split(/\.| - |: /).at(-1) || bare),
    at,
    cells,
    values,
    rows: rows.length,
    distinct,
    meanLength: mean(values.map((value) => value.length)),
    meanWords: mean(values.map((value) => value.split(/\s+/).length)),
    numbers: shareOf(values, (value) => /^[-+]?\d+([.,]\d+)?$/.test(value)),
    emails: shareOf(values, isEmail),
    phones: shareOf(values, isPhone),
  }
}

/** Whether it is of each message in a record's list, and not of the record. */
export function isListed({ name }: Pick<Profile, 'name'>): boolean {
  return name.includes(nestedMark)
}

/** The name within the list that it is nested in. */
export function withoutList(name: string): string {
  const mark = name.indexOf(nestedMark)
  return mark < 0 ? name : name.slice(mark + nestedMark.length)
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

/** An address, also after a name: `Ann Ray <ann@example.org>`. */
function isEmail(value: string): boolean {
  return /^([^@]{0,80}[<(])?[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+[>)]?$/.test(value)
}

function isPhone(value: string): boolean {
  return (
    /^\+?[\d ()./-]{7,20}$/.test(value) && value.replace(/\D/g, '').length >= 7 && /[+ ()-]|^0/.test(value)
  )
}

/** `t3_1ekr0ts` and `accounts/104/reviews/Ab`: made by a machine, and nobody's name. */
export function isCode(value: string): boolean {
  const isPath = /^[^\s/]+\/[^\s/]+\/[^\s]+$/.test(value)
  return isPath || (value.length < 60 && /^\w+$/.test(value) && /\d/.test(value) && /\w_\w/.test(value))
}

/** `u-17, ann@example.org`: several, and none of them the one. */
export function isListOfIds(value: string): boolean {
  const parts = value.split(', ')
  return parts.length > 1 && parts.every((part) => /^\S+$/.test(part) && /[\d@]/.test(part))
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/** Share of the cases with several rows in which the column has one value only. */
export function shareConstant(column: Profile, caseOf: Profile): number {
  const seen = new Map<string, { rows: number; values: Set<string> }>()
  column.cells.forEach((value, at) => {
    const name = caseOf.cells[at] ?? ''
    const known = seen.get(name) ?? { rows: 0, values: new Set<string>() }
    known.rows += 1
    if (value !== '') known.values.add(value)
    seen.set(name, known)
  })
  const several = [...seen.values()].filter(({ rows }) => rows > 1)
  if (several.length === 0) return 1
  return several.filter(({ values }) => values.size <= 1).length / several.length
}
