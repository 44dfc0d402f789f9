import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sayShare, sayWhole } from './say-share.ts'

describe('a share is said as one would aloud', () => {
  it.each([
    [0, 'none'],
    [0.0041, 'one in 240'],
    [0.02, 'one in 50'],
    [0.06, 'one in 17'],
    [0.11, 'one in ten'],
    [0.15, 'one in seven'],
    [0.19, 'one in five'],
    [0.26, 'one in four'],
    [0.29, 'three in ten'],
    [0.34, 'one in three'],
    [0.41, 'two in five'],
    [0.45, 'nearly half'],
    [0.5, 'half'],
    [0.56, 'more than half'],
    [0.59, 'three in five'],
    [0.66, 'two in three'],
    [0.76, 'three in four'],
    [0.86, 'six in seven'],
    [0.97, 'nearly all'],
    [1, 'all'],
  ])('%f as %s', (share, words) => {
    expect(sayShare(share)).toBe(words)
  })

  it('never far from the truth', () => {
    const halves: Readonly<Record<string, number>> = {
      half: 0.5,
      'nearly half': 0.45,
      'more than half': 0.55,
    }
    const worth = (words: string) => {
      const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
      const [part, whole] = words.split(' in ').map((word) => numbers.indexOf(word) + 1 || Number(word))
      return halves[words] ?? (part ?? 0) / (whole ?? 1)
    }
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.924, noNaN: true }), (share) => {
        expect(Math.abs(worth(sayShare(share)) - share)).toBeLessThanOrEqual(0.035)
      }),
    )
  })
})

it('small numbers are words, large ones are rounded', () => {
  expect([sayWhole(3), sayWhole(10), sayWhole(37), sayWhole(1376)]).toEqual(['three', 'ten', '37', '1400'])
})
