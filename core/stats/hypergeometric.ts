export type Urn = { readonly population: number; readonly marked: number; readonly drawn: number }

/**
 * The chance of drawing at least `count` marked ones without putting back: one side of Fisher's exact test.
 * Assumes whole numbers, `marked` and `drawn` at most `population`. Cost: O(min(marked, drawn)).
 * Example: atLeast(3, { population: 8, marked: 4, drawn: 4 }) is 17/70, the lady tasting tea.
 */
export function atLeast(count: number, { population, marked, drawn }: Urn): number {
  const most = Math.min(marked, drawn)
  const least = Math.max(0, marked + drawn - population)
  if (count <= least) return 1
  let term = Math.exp(
    logChoose(marked, count) + logChoose(population - marked, drawn - count) - logChoose(population, drawn),
  )
  let total = 0
  for (let at = count; at <= most; at++) {
    total += term
    term *= ((marked - at) * (drawn - at)) / ((at + 1) * (population - marked - drawn + at + 1))
  }
  return Math.min(1, total)
}

function logChoose(from: number, count: number): number {
  return logFactorial(from) - logFactorial(count) - logFactorial(from - count)
}

/** Stirling's series from 20 on: relative error below 1e-12. */
function logFactorial(number: number): number {
  let log = 0
  if (number < 20) {
    for (let factor = 2; factor <= number; factor++) log += Math.log(factor)
    return log
  }
  const inverse = 1 / number
  const series = inverse / 12 - inverse ** 3 / 360 + inverse ** 5 / 1260
  return number * Math.log(number) - number + Math.log(2 * Math.PI * number) / 2 + series
}
