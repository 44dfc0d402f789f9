import type { Guess, MappedField, Mapping } from '../../../core/interactions/mapping.ts'

/** Feeds a field from a column; `place` 1 is the time of day that some sources keep apart. The empty column takes it away. */
export function setColumn(mapping: Mapping, field: MappedField, place: 0 | 1, column: string): Mapping {
  const columns = [...(mapping.columns[field] ?? [])]
  if (column === '') columns.splice(place)
  else columns[place] = column
  const { [field]: _, ...rest } = mapping.columns
  const { ratingValues: _words, ...other } = mapping
  // Words of one column say nothing of another.
  const isOtherRating = field === 'rating' && columns[0] !== mapping.columns.rating?.[0]
  const isOtherSide = field === 'from' && columns[0] !== mapping.columns.from?.[0]
  const kept = isOtherRating ? other : mapping
  return {
    ...(isOtherSide ? setCompanyValues(kept, []) : kept),
    columns: columns.length === 0 ? rest : { ...rest, [field]: columns },
    attributes: mapping.attributes.filter((name) => name !== column),
  }
}

/** Tells the customer from the others who speak by a column that names the customer, such as the requester; the empty column takes it away. */
export function setCustomerColumn(mapping: Mapping, column: string): Mapping {
  const { customerColumn: _, ...rest } = mapping
  return column === '' ? rest : { ...rest, customerColumn: column }
}

/** Says who the company is where the column that tells the sides names whoever wrote; nobody takes it away. */
export function setCompanyValues(mapping: Mapping, companyValues: readonly string[]): Mapping {
  const { companyValues: _, ...rest } = mapping
  return companyValues.length === 0 ? rest : { ...rest, companyValues }
}

/** Keeps a column as an attribute, or leaves it out; the source's order stays. */
export function keepAttribute(
  mapping: Mapping,
  order: readonly string[],
  { column, isKept }: { readonly column: string; readonly isKept: boolean },
): Mapping {
  const kept = new Set(mapping.attributes)
  if (isKept) kept.add(column)
  else kept.delete(column)
  return { ...mapping, attributes: order.filter((name) => kept.has(name)) }
}

/** What the column that tells the kind of a row is known to say. */
export function listKindValues(columns: Guess['columns'], mapping: Mapping): readonly string[] {
  const name = mapping.columns.kind?.[0]
  const examples = columns.find((column) => column.name === name)?.examples ?? []
  return name === undefined ? [] : [...new Set([...Object.keys(mapping.kindValues), ...examples])]
}

/** What the column of ratings is known to say in words, lowest first, then what has no number yet. */
export function listRatingWords(columns: Guess['columns'], mapping: Mapping): readonly string[] {
  const name = mapping.columns.rating?.[0]
  if (name === undefined) return []
  const known = Object.entries(mapping.ratingValues ?? {}).sort(([, one], [, other]) => one - other)
  const words = known.map(([word]) => word)
  const spelled = new Set(words.map((word) => word.toLowerCase()))
  const examples = columns.find((column) => column.name === name)?.examples ?? []
  const others = examples.filter((value) => isWord(value) && !spelled.has(value.trim().toLowerCase()))
  return [...words, ...new Set(others)]
}

/** Whether it says no number itself, as `5 stars` and `FOUR` do. */
function isWord(value: string): boolean {
  return /\p{L}/u.test(value) && !/\d|[★⭐]|^(one|two|three|four|five)( stars?)?$/iu.test(value)
}

/** Says what a word of the column of ratings means; null where it is no rating. */
export function setRatingValue(mapping: Mapping, word: string, value: number | null): Mapping {
  const { [word]: _, ...rest } = mapping.ratingValues ?? {}
  return { ...mapping, ratingValues: value === null ? rest : { ...rest, [word]: value } }
}

/** `?, n/a` as the values it lists. */
export function parseValues(text: string): readonly string[] {
  return [...new Set(text.split(',').map((value) => value.trim()))].filter((value) => value !== '')
}

/** Columns that a mapping speaks of: all we know of a file that is no longer at hand. */
export function listColumns(mapping: Mapping): readonly string[] {
  const { columns, attributes, customerColumn } = mapping
  const customer = customerColumn === undefined ? [] : [customerColumn]
  return [...new Set([...Object.values(columns).flat(), ...attributes, ...customer])]
}

/** Columns that feed more fields than before, and more than one: almost always a slip. */
export function findDoubles(mapping: Mapping, before: Mapping): readonly string[] {
  const was = countUses(before)
  return [...countUses(mapping)].flatMap(([column, uses]) =>
    uses > 1 && uses > (was.get(column) ?? 0) ? [column] : [],
  )
}

function countUses({ columns }: Mapping): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  for (const column of Object.values(columns).flat()) uses.set(column, (uses.get(column) ?? 0) + 1)
  return uses
}
