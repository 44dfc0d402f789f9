import { expect, it } from 'vitest'
import { fitCounts, fitRows } from './count-regression.ts'

// By hand: two groups of exposure 2 and 4 with 6 and 20 counts have rates 3 and 5, log ratio ln(5/3), variance 1/6 + 1/20.
it('finds the rates of two groups exactly', () => {
  const fit = fitCounts(
    [
      [1, 1],
      [0, 1],
    ],
    [6, 20],
    [2, 4],
  )
  expect(fit?.coefficients[0]).toBeCloseTo(Math.log(3), 9)
  expect(fit?.coefficients[1]).toBeCloseTo(Math.log(5 / 3), 9)
  expect(fit?.covariance[1]?.[1]).toBeCloseTo(1 / 6 + 1 / 20, 6)
  expect(fit?.deviance).toBeCloseTo(0, 9)
})

// Dobson's randomized controlled trial, R: glm(counts ~ outcome + treatment, family = poisson()), from ?glm
it('agrees with R on the example of glm', () => {
  const counts = [18, 17, 15, 20, 10, 20, 25, 13, 12]
  const column = (isIn: (index: number) => boolean) => counts.map((_, index) => (isIn(index) ? 1 : 0))
  const fit = fitCounts(
    [
      column(() => true),
      column((index) => index % 3 === 1),
      column((index) => index % 3 === 2),
      column((index) => index >= 3 && index < 6),
      column((index) => index >= 6),
    ],
    counts,
    new Array(9).fill(1),
  )
  expect(fit?.coefficients.map((value) => Math.round(value * 1e4) / 1e4 + 0)).toEqual([
    3.0445, -0.4543, -0.293, 0, 0,
  ])
  expect(Math.sqrt(fit?.covariance[1]?.[1] ?? 0)).toBeCloseTo(0.2022, 4)
  expect(fit?.deviance).toBeCloseTo(5.1291, 4)
})

it('fits nothing to nothing, or to columns that say the same', () => {
  expect(fitCounts([[1, 1]], [0, 0], [1, 1])).toBeNull()
  expect(
    fitCounts(
      [
        [1, 1],
        [1, 1],
      ],
      [1, 2],
      [1, 1],
    ),
  ).toBeNull()
})

// By hand: 5 of 20 against 12 of 20 where the odds would be 1: log odds ratio ln(12/8) - ln(5/15), variance 1/5 + 1/15 + 1/12 + 1/8.
it('finds the odds of two groups exactly where counts are parts of totals', () => {
  const columns = [
    [1, 1],
    [0, 1],
  ]
  const fit = fitRows(columns, { counts: [5, 12], exposures: [1, 1], totals: [20, 20] })
  expect(fit?.coefficients[1]).toBeCloseTo(Math.log(4.5), 9)
  expect(fit?.covariance[1]?.[1]).toBeCloseTo(1 / 5 + 1 / 15 + 1 / 12 + 1 / 8, 6)
  expect(fit?.deviance).toBeCloseTo(0, 9)
})
