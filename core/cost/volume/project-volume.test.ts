import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../stats/random.ts'
import { coverWeeks } from './exposures.ts'
import { projectVolume } from './project-volume.ts'

const whole = (weeks: number) => new Array<number>(weeks).fill(1)
const yearOf = (months: readonly number[]) => months.reduce((sum, month) => sum + month, 0)

describe('projectVolume', () => {
  it('goes on flat where nothing stands out', () => {
    const { months, pattern } = projectVolume(new Array(30).fill(7), whole(30), 12)
    expect(pattern).toBe('flat')
    expect(yearOf(months)).toBeCloseTo(7 * 52.1775, 0)
  })

  it('goes on from the level that a cause changed to', () => {
    const weeks = [...new Array(30).fill(0), ...new Array(22).fill(6)]
    const { months, pattern, weight } = projectVolume(weeks, whole(52), 12)
    expect(pattern).toBe('newLevel')
    expect(weight).toBeGreaterThan(0.99)
    expect(yearOf(months)).toBeCloseTo(6 * 52.1775, -1)
  })

  it('lets a trend fade', () => {
    const weeks = Array.from({ length: 110 }, (_, week) => Math.round(5 * 1.015 ** week))
    const { months, pattern } = projectVolume(weeks, whole(110), 24)
    expect(pattern).toBe('trend')
    const [first = 0, second = 0] = months
    const [last = 0, before = 0] = months.toReversed()
    expect(second / first).toBeGreaterThan(1.02)
    expect(last / before).toBeLessThan(1.01)
  })

  it('follows the season that a year shows', () => {
    const weeks = Array.from({ length: 53 }, (_, week) =>
      Math.round(10 + 8 * Math.cos((week / 52) * 2 * Math.PI)),
    )
    const { months, pattern } = projectVolume(weeks, whole(53), 12)
    expect(pattern).toBe('season')
    expect(months[0]).toBeGreaterThan(3 * (months[6] ?? 0))
  })

  // Poisson counts by Knuth's multiplication
  it('covers the next year of a flat cause about as often as it says', () => {
    const hits = Array.from({ length: 200 }, (_, run) => {
      const random = randomFrom(run, 5)
      const draw = () => {
        let count = 0
        for (let left = random(); left > Math.exp(-3); left *= random()) count += 1
        return count
      }
      const past = Array.from({ length: 52 }, draw)
      const coming = Array.from({ length: 52 }, draw).reduce((sum, count) => sum + count, 0)
      const { months, variation, dispersion } = projectVolume(past, whole(52), 12)
      const expected = (yearOf(months) * 52) / 52.1775
      const deviation = Math.sqrt((variation * expected) ** 2 + dispersion * expected)
      return Math.abs(coming - expected) < 1.96 * deviation
    })
    expect(hits.filter(Boolean).length).toBeGreaterThanOrEqual(184)
  })
})

describe('coverWeeks', () => {
  it('counts a cut week by the weekdays it has', () => {
    // Wednesday to the Tuesday after next, with nothing at weekends
    const covered = coverWeeks({ from: '2026-04-01', to: '2026-05-05', weekdays: [2, 2, 2, 2, 2, 0, 0] })
    expect(covered.map((share) => Math.round(share * 10) / 10)).toEqual([0.6, 1, 1, 1, 1, 0.4])
  })

  it('counts days alike while there are few', () => {
    const covered = coverWeeks({ from: '2026-04-01', to: '2026-04-07', weekdays: [9, 0, 0, 0, 0, 0, 0] })
    expect(covered).toEqual([expect.closeTo(5 / 7, 9), expect.closeTo(2 / 7, 9)])
  })
})
