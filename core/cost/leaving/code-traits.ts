import { compareText } from '../../base/order.ts'

export type Traits = Readonly<Record<string, string>>

/** Traits as columns of numbers, each with mean 0 and standard deviation 1 over all people. */
export type CodedTraits = {
  readonly rows: readonly Float64Array[]
  /** What each column says, in words: `plan: monthly`, `tenure`. */
  readonly names: readonly string[]
}

/** A trait with more values than this counts as a number where it is one, else it is left out: it names people. */
const mostValues = 12
/** Values of fewer people are put together. */
const leastPeople = 10

type Column = { readonly name: string; readonly read: (traits: Traits) => number }

/**
 * Codes what is known of people: a column for each value of a trait but the commonest, a number as itself and its square, so that
 * not only means but spreads can be made equal. Cost: O(people x columns).
 */
export function codeTraits(people: readonly Traits[]): CodedTraits {
  const names = [...new Set(people.flatMap((traits) => Object.keys(traits)))].sort(compareText)
  const columns = names.flatMap((name) => columnsOf(name, people))
  const coded = columns.map(({ name, read }) => standardise(name, people.map(read)))
  const kept = coded.filter((column) => column !== null)
  return {
    names: kept.map(({ name }) => name),
    rows: people.map((_, person) => Float64Array.from(kept, ({ values }) => values[person] ?? 0)),
  }
}

function columnsOf(trait: string, people: readonly Traits[]): readonly Column[] {
  const counts = new Map<string, number>()
  for (const traits of people) counts.set(traits[trait] ?? '', (counts.get(traits[trait] ?? '') ?? 0) + 1)
  const values = [...counts.keys()].filter((value) => value !== '')
  if (counts.size > mostValues) {
    return values.every((value) => Number.isFinite(Number(value))) ? numberColumns(trait, people) : []
  }
  const ordered = [...counts].sort(([one, many], [other, few]) => few - many || compareText(one, other))
  const own = ordered.slice(1).filter(([, count]) => count >= leastPeople)
  const rare = new Set(ordered.slice(1).flatMap(([value, count]) => (count < leastPeople ? [value] : [])))
  return [
    ...own.map(([value]) => ({
      name: `${trait}: ${value || 'not known'}`,
      read: (traits: Traits) => ((traits[trait] ?? '') === value ? 1 : 0),
    })),
    ...(rare.size === 0
      ? []
      : [
          {
            name: `${trait}: rare ones`,
            read: (traits: Traits) => (rare.has(traits[trait] ?? '') ? 1 : 0),
          },
        ]),
  ]
}

/** What is not known stands at the mean, with a column of its own. */
function numberColumns(trait: string, people: readonly Traits[]): readonly Column[] {
  const known = people.flatMap((traits) => (traits[trait] ? [Number(traits[trait])] : []))
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const spread = Math.sqrt(
    known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length),
  )
  const scaled = (traits: Traits) =>
    traits[trait] && spread > 0 ? (Number(traits[trait]) - mean) / spread : 0
  return [
    { name: trait, read: scaled },
    { name: `${trait}, squared`, read: (traits) => scaled(traits) ** 2 },
    { name: `${trait}: not known`, read: (traits) => (traits[trait] ? 0 : 1) },
  ]
}

function standardise(name: string, values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const spread = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length),
  )
  return spread < 1e-9 ? null : { name, values: values.map((value) => (value - mean) / spread) }
}
