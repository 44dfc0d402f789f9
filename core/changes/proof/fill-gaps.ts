import type { Values } from './series.ts'

/** A control without gaps: what is missing lies on the line between its neighbours, beyond the ends at the last known. */
export function fillGaps(values: Values): number[] {
  const filled: number[] = []
  let before = -1
  values.forEach((value, at) => {
    if (value === null) return
    const start = before < 0 ? value : (values[before] ?? value)
    for (let gap = before + 1; gap < at; gap += 1)
      filled.push(before < 0 ? value : start + ((value - start) * (gap - before)) / (at - before))
    filled.push(value)
    before = at
  })
  const last = filled.at(-1) ?? 0
  while (filled.length < values.length) filled.push(last)
  return filled
}
