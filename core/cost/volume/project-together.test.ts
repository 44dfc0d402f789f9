import { describe, expect, it } from 'vitest'
import { causeId } from '../../base/ids.ts'
import { followOnsOf, weeksBrought } from './follow-on.ts'
import { projectTogether } from './project-together.ts'
import { sayProjection } from './say-projection.ts'

const whole = (weeks: number) => new Array<number>(weeks).fill(1)
const yearOf = (months: readonly number[]) => months.reduce((sum, month) => sum + month, 0)
const aCause = (id: string, weeks: readonly number[]) => ({ id: causeId(id), name: id, weeks })

describe('followOnsOf', () => {
  it('counts for each issue of a cause how many of another it brings beyond those that come anyway', () => {
    const share = { value: 0.3, low: 0.2, high: 0.4, n: 200 }
    const need = { cause: causeId('move'), next: causeId('refund'), share, shareOtherwise: 0.05 }
    expect([...followOnsOf([need])]).toEqual([['refund', [{ after: 'move', share: 0.25 }]]])
  })
})

describe('weeksBrought', () => {
  // By hand: half of the mean of the four weeks up to each.
  it('spreads what a cause brings over the weeks after it', () => {
    const follows = [{ after: causeId('move'), share: 0.5 }]
    expect(weeksBrought(follows, () => [8, 0, 0, 0, 0, 0], 6)).toEqual([4, 2, 4 / 3, 1, 0, 0])
  })
})

describe('projectTogether', () => {
  const moves = [...new Array(40).fill(9), ...new Array(12).fill(1)]
  const refunds = [...new Array(40).fill(6), ...new Array(12).fill(4)]
  const follows = [{ after: causeId('move'), share: 0.25 }]

  it('takes with a cause that nearly ended what came of it', () => {
    const alone = projectTogether([aCause('move', moves), aCause('refund', refunds)], whole(52), 12)
    const together = projectTogether(
      [aCause('move', moves), { ...aCause('refund', refunds), follows }],
      whole(52),
      12,
    )
    expect(yearOf(alone[1]?.months ?? [])).toBeGreaterThan(4.5 * 52)
    expect(yearOf(together[1]?.months ?? []) / (4 * 52.18)).toBeCloseTo(1, 1)
    expect(together[0]).toEqual(alone[0])
  })

  it('says what goes on with which other cause', () => {
    const still = new Array(52).fill(8)
    const [, refund] = projectTogether(
      [aCause('move', still), { ...aCause('refund', new Array(52).fill(6)), follows }],
      whole(52),
      12,
    )
    if (refund === undefined) throw new Error('expected a projection')
    expect(sayProjection(refund)).toContain('33 % of them come after “move” and go on as that does.')
  })

  it('draws what stands out towards the others, but not far, and moves nothing where causes are few', () => {
    const counts = [2, 3, 3, 4, 4, 5, 5, 6, 12]
    const causes = counts.map((count, index) => aCause(`cause ${index}`, new Array(52).fill(count)))
    const [least, ...rest] = projectTogether(causes, whole(52), 12)
    const most = rest.at(-1)
    const perYear = 365.2425 / 7
    expect(yearOf(least?.months ?? [])).toBeGreaterThan(2 * perYear)
    expect(yearOf(most?.months ?? [])).toBeLessThan(12 * perYear)
    expect(yearOf(most?.months ?? [])).toBeGreaterThan(12 * perYear * 0.97)
    const [alone] = projectTogether(causes.slice(8), whole(52), 12)
    expect(yearOf(alone?.months ?? [])).toBeCloseTo(12 * perYear, 0)
  })
})
