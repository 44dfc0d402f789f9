import { describe, expect, it } from 'vitest'
import { scoreSettings } from '../../measure/proof/score.ts'

const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1)
const length = { history: 200, after: 20 }

/** A small part of `npm run measure -- proof`; with 60 series, 95 % may look like 88 to 100 %. */
describe('verdicts on simulated series', () => {
  it.each([
    { name: 'a week and a trend', season: 2, trend: 1 },
    { name: 'autocorrelation', persistence: 0.5 },
    { name: 'small counts', count: 2 },
  ])('cover the truth and see large effects: %o', { timeout: 60_000 }, (setting) => {
    const { covered, found } = scoreSettings({ setting, length, look: 'planned', effects: [0, 3] }, seeds)
    expect(covered).toBeGreaterThan(0.88)
    expect(found[0]).toBeLessThan(0.12)
    expect(found[1]).toBeGreaterThan(0.6)
  })

  it('do not take a level that wanders by itself for a change, from however short a history', () => {
    const setting = { name: 'wanders', walk: 0.1 }
    const task = { setting, length: { history: 60, after: 20 }, look: 'planned', effects: [0] } as const
    const { found, unsettled, unsettledCovered } = scoreSettings(task, seeds)
    expect(unsettled).toBeGreaterThan(0.8)
    expect(unsettledCovered).toBeGreaterThan(0.88)
    expect(found[0]).toBeLessThan(0.12)
  })

  it('find next to nothing where nothing is, however often one looks', { timeout: 60_000 }, () => {
    const task = {
      setting: { name: 'noise' },
      length: { history: 60, after: 120 },
      look: 'any',
      effects: [0],
    } as const
    expect(scoreSettings(task, seeds.slice(0, 40)).found[0]).toBeLessThanOrEqual(0.1)
  })
})
