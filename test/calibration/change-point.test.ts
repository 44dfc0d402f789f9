import { describe, expect, it } from 'vitest'
import { findChangePoint } from '../../core/stats/change-point.ts'
import { drawGamma, drawPoisson, normalDraws } from '../../core/stats/draws.ts'
import { randomFrom } from '../../core/stats/random.ts'

type Course = (week: number) => number

const runs = 80
const weeks = 50
const exposure = 80

/** Weekly counts around a course that vary `dispersion` times as much as Poisson counts. */
function simulate(course: Course, dispersion: number, run: number) {
  const random = randomFrom(7, run)
  const normal = normalDraws(random)
  const exposures = Array.from({ length: weeks }, () => drawPoisson(exposure, random) + 1)
  const counts = exposures.map((exposed, week) => {
    const mean = (course(week) * exposed) / exposure
    const excess = dispersion - 1
    return drawPoisson(excess > 0 ? excess * drawGamma(mean / excess, random, normal) : mean, random)
  })
  return findChangePoint(counts, exposures)
}

function shareFound(course: Course, dispersion: number): number {
  const found = Array.from({ length: runs }, (_, run) => simulate(course, dispersion, run))
  return found.filter((point) => point !== null && point.pValue <= 0.05).length / runs
}

describe('findChangePoint', { timeout: 60_000 }, () => {
  it.each<[string, Course, number]>([
    ['an even course', () => 4, 1],
    ['a small one', () => 0.8, 1],
    ['one that varies twice as much as chance', () => 4, 2],
    ['a slope', (week) => 2 + week / 10, 1],
    ['a season', (week) => 4 + 2 * Math.sin((week / 52) * 2 * Math.PI), 1.5],
  ])('finds a step in %s in at most 5 of 100 runs', (_, course, dispersion) => {
    expect(shareFound(course, dispersion)).toBeLessThanOrEqual(0.05)
  })

  it('finds most causes that set in from nothing, and when', () => {
    const setsIn: Course = (week) => (week < 30 ? 0.001 : 4)
    const found = Array.from({ length: runs }, (_, run) => simulate(setsIn, 1.5, run))
    const sure = found.filter((point) => point !== null && point.pValue <= 0.05)
    expect(sure.length / runs).toBeGreaterThan(0.8)
    const within = sure.filter((point) => point !== null && point.earliest <= 30 && point.latest >= 30)
    expect(within.length / sure.length).toBeGreaterThan(0.9)
  })
})
