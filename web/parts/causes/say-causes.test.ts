import { expect, it } from 'vitest'
import { sayCauses } from './say-causes.ts'

function causes(shares: readonly number[], from: 'text' | 'category' = 'text') {
  return shares.map((value, index) => ({
    name: `cause ${index + 1}`,
    share: { value, low: value, high: value, n: 100 },
    from,
  }))
}

it('says how few causes bring half of all contacts, whatever order they come in', () => {
  expect(sayCauses(causes([0.1, 0.3, 0.25, 0.05, 0.2]))).toBe(
    'Two of 5 causes bring half of all contacts; the largest is “cause 2”. They are read from what customers said.',
  )
})

it.each([
  ['one cause that is most', [0.7, 0.2, 0.1]],
  ['causes that leave most contacts out', [0.2, 0.1, 0.1]],
])('of %s it only counts them', (_, shares) => {
  expect(sayCauses(causes(shares, 'category'))).toBe(
    '3 causes; the largest is “cause 1”. They are the source’s own categories.',
  )
})
