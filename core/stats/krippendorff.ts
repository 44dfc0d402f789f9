import { cannotSay, type Known } from '../base/cannot-say.ts'

/** Agreement beyond chance: 1 is perfect, 0 what chance gives, below 0 worse; with a 95 % interval. */
export type Alpha = {
  readonly value: number
  readonly low: number
  readonly high: number
  /** Things that at least two people judged. */
  readonly n: number
}

const leastUnits = 20

/**
 * Krippendorff's alpha for names without an order: how well people who judged the same things agree. Each unit lists the
 * values that its judges gave; units with one judge tell nothing and are left out. The interval is a jackknife's: each
 * unit left out in turn.
 * Refuses: fewer than 20 units judged twice, or a single value throughout (then nothing could disagree).
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section C. Cost: units x values².
 */
export function estimateAlpha(units: readonly (readonly string[])[], least = leastUnits): Known<Alpha> {
  const paired = units.filter(({ length }) => length >= 2)
  if (paired.length < least)
    return cannotSay(`${paired.length} of at least ${least} were judged by two people`)
  const values = [...new Set(paired.flat())]
  const all = sumOf(paired.map((unit) => coincidencesOf(unit, values)))
  const value = alphaOf(all, values.length)
  if (value === null) return cannotSay('all were judged alike, so that nothing could have disagreed')
  const partial = paired.map((unit) => {
    const own = coincidencesOf(unit, values)
    return alphaOf(
      all.map((count, cell) => count - (own[cell] ?? 0)),
      values.length,
    )
  })
  const error = jackknifeError(partial.map((alpha) => alpha ?? value))
  return {
    value,
    low: Math.max(-1, value - 1.96 * error),
    high: Math.min(1, value + 1.96 * error),
    n: paired.length,
  }
}

/** How often each pair of values stands in one unit, each unit weighing as much as it has judges. */
function coincidencesOf(unit: readonly string[], values: readonly string[]): number[] {
  const counts = values.map((value) => unit.filter((given) => given === value).length)
  return counts.flatMap((left, row) =>
    counts.map((right, column) => (left * (row === column ? right - 1 : right)) / (unit.length - 1)),
  )
}

function sumOf(tables: readonly (readonly number[])[]): number[] {
  const sum = [...(tables[0] ?? [])].map(() => 0)
  for (const table of tables)
    table.forEach((count, cell) => {
      sum[cell] = (sum[cell] ?? 0) + count
    })
  return sum
}

function alphaOf(coincidences: readonly number[], size: number): number | null {
  const totals = Array.from({ length: size }, (_, row) =>
    coincidences.slice(row * size, (row + 1) * size).reduce((sum, count) => sum + count, 0),
  )
  const total = totals.reduce((sum, count) => sum + count, 0)
  const alike = totals.reduce((sum, _, row) => sum + (coincidences[row * size + row] ?? 0), 0)
  const expected = total ** 2 - totals.reduce((sum, count) => sum + count ** 2, 0)
  return expected <= 1e-9 ? null : 1 - ((total - 1) * (total - alike)) / expected
}

function jackknifeError(partial: readonly number[]): number {
  const count = partial.length
  const mean = partial.reduce((sum, value) => sum + value, 0) / count
  return Math.sqrt(((count - 1) / count) * partial.reduce((sum, value) => sum + (value - mean) ** 2, 0))
}
