import { describe, expect, it } from 'vitest'
import { dayMs } from '../../base/time.ts'
import { normalDraws } from '../../stats/draws.ts'
import { randomFrom } from '../../stats/random.ts'
import { judgeSeries, type Surroundings } from './judge-series.ts'
import { isVague } from './measure-effect.ts'
import { sayVerdict } from './say-verdict.ts'
import type { ProofSeries, Values } from './series.ts'
import { defaultProof, type GuardName, type Judgement } from './verdict.ts'

const bare: Surroundings = { otherChanges: null, mix: null }
const settings = { ...defaultProof, good: 'up' } as const
const monday = Date.UTC(2024, 0, 1)

/** Ninety quiet days around 100, then thirty around 100 plus the effect. */
function aSeries(effect: number, part: Partial<ProofSeries> = {}): ProofSeries {
  const normal = normalDraws(randomFrom(11, 1))
  const values = Array.from({ length: 120 }, (_, day) => 100 + 4 * normal() + (day >= 90 ? effect : 0))
  return toSeries(values, 90, part)
}

function toSeries(values: Values, changeAt: number, part: Partial<ProofSeries> = {}): ProofSeries {
  const times = values.map((_, day) => monday + day * dayMs)
  return { name: 'contacts', rhythm: 'day', times, values, controls: [], changeAt, ...part }
}

function judge(series: ProofSeries, surroundings = bare): Judgement {
  return judgeSeries(series, settings, surroundings).judgement
}

function guardOf({ guards }: Judgement, name: GuardName) {
  return guards.find((guard) => guard.name === name)
}

function noise(days: number, seed: number, around: number): number[] {
  const normal = normalDraws(randomFrom(seed, 1))
  return Array.from({ length: days }, () => around + normal())
}

describe('judgeSeries', () => {
  it('finds a rise better where more is good, worse where less is', () => {
    expect(judge(aSeries(12)).verdict.kind).toBe('better')
    const { judgement } = judgeSeries(aSeries(12), { ...settings, good: 'down' }, bare)
    expect(judgement.verdict.kind).toBe('worse')
  })

  it('has the true effect in its interval, and what happened less what would have is the effect', () => {
    const { effect } = judge(aSeries(12))
    if (effect === null) throw new Error('expected an effect')
    expect(effect.average.low).toBeLessThan(12)
    expect(effect.average.high).toBeGreaterThan(12)
    expect(effect.anyLook.low).toBeLessThan(effect.average.low)
    expect(effect.actualAverage - effect.expectedAverage.value).toBeCloseTo(effect.average.value, 9)
    expect(effect.total.value).toBeCloseTo(30 * effect.average.value, 6)
  })

  it('says neither where nothing changed', () => {
    expect(judge(aSeries(0)).verdict.kind).toBe('cannotSay')
  })

  it('says that nothing of matter changed where the whole interval is immaterial', () => {
    const { judgement } = judgeSeries(aSeries(0), { ...settings, materialShare: 0.1 }, bare)
    expect(judgement.verdict).toEqual({ kind: 'noMaterialChange', materialShare: 0.1 })
    expect(sayVerdict(judgement)).toContain('all within 10 % either way')
  })

  it('mirrors: turned upside down, a rise is a fall of the same size', () => {
    const up = judge(aSeries(12))
    const down = judge(aSeries(12, { values: aSeries(12).values.map((value) => 200 - (value ?? 0)) }))
    expect(down.verdict.kind).toBe('worse')
    expect(down.effect?.average.value).toBeCloseTo(-(up.effect?.average.value ?? 0), 0)
  })

  it('judges no further than the history can foretell, and says so', () => {
    const judged = judge(toSeries(noise(200, 1, 5), 30))
    expect(judged.effect?.count).toBe(60)
    expect(guardOf(judged, 'history')?.sentence).toContain('foretell the first 60 of 170 since')
  })

  it('gives the same bytes each time', () => {
    expect(JSON.stringify(judge(aSeries(5)))).toBe(JSON.stringify(judge(aSeries(5))))
  })

  it('sees through a dip that a control shares, and names a fall that it does not', () => {
    const shared = noise(120, 3, 0).map((value, day) => 3 * value + (day >= 95 ? -20 : 0))
    const control = { name: 'other region', values: shared.map((value) => 50 + value) }
    const own = noise(120, 4, 100).map((value, day) => value + (shared[day] ?? 0))
    expect(judge(toSeries(own, 90, { controls: [control] })).verdict.kind).toBe('cannotSay')
    const fallen = own.map((value, day) => value - (day >= 90 ? 8 : 0))
    expect(judge(toSeries(fallen, 90, { controls: [control] })).verdict.kind).toBe('worse')
  })

  it('says of a short history that it does not show whether the level wanders, and finds what is clear even so', () => {
    const days = noise(120, 12, 20)
    const settled = (judgement: ReturnType<typeof judge>) =>
      judgement.guards.find(({ name }) => name === 'settled')
    const small = judge(
      toSeries(
        days.map((value, day) => value + (day >= 90 ? 0.8 : 0)),
        90,
      ),
    )
    expect(small.verdict).toEqual({
      kind: 'cannotSay',
      because: expect.stringContaining(
        '90 days before the change are too few to tell whether it goes up and down by itself',
      ),
    })
    expect(settled(small)?.status).toBe('failed')
    const large = judge(
      toSeries(
        days.map((value, day) => value + (day >= 90 ? 5 : 0)),
        90,
      ),
    )
    expect(large.verdict.kind).toBe('better')
    expect(settled(large)?.status).toBe('passed')
    const long = noise(430, 12, 20)
    expect(
      judge(
        toSeries(
          long.map((value, day) => value + (day >= 400 ? 1 : 0)),
          400,
        ),
      ).verdict.kind,
    ).toBe('better')
  })

  it('judges small counts as counts: none of them below nothing', () => {
    const random = noise(270, 9, 0)
    const counts = random.map((value, day) => Math.max(0, Math.round(1.5 + value + (day >= 240 ? 2 : 0))))
    const judged = judge(toSeries(counts, 240))
    expect(judged.scale).toBe('count')
    expect(judged.effect?.expectedAverage.low).toBeGreaterThanOrEqual(0)
    expect(judged.verdict.kind).toBe('better')
  })
})

describe('a judgement that cannot be made', () => {
  const flat = Array.from({ length: 120 }, () => 7)
  it.each<[string, ProofSeries, string]>([
    ['one value before', toSeries(noise(60, 1, 5), 1), 'only 1 day before the change'],
    ['nothing before', toSeries(noise(60, 1, 5), 0), 'no values before the change'],
    ['too little since', toSeries(noise(60, 1, 5), 57), 'only 3 days since the change'],
    ['nothing since', toSeries(noise(60, 1, 5), 60), 'no values since the change'],
    ['a constant', toSeries(flat, 90), 'is always 7 before the change'],
    [
      'a gap over the change',
      toSeries(
        noise(120, 1, 5).map((value, day) => (day >= 80 && day < 100 ? null : value)),
        90,
      ),
      '20 days are missing around the change, from 21 Mar 2024 to 9 Apr 2024',
    ],
  ])('says why: %s', (_, series, because) => {
    const judged = judge(series)
    expect(judged.verdict).toEqual({ kind: 'cannotSay', because: expect.stringContaining(because) })
    expect(judged.effect).toBeNull()
    expect(sayVerdict(judged)).toContain(because)
  })

  it('refuses where another change touched the same at the time', () => {
    const other = { name: 'New letters', at: monday + 95 * dayMs }
    const judged = judge(aSeries(12), { otherChanges: [other], mix: null })
    expect(guardOf(judged, 'otherChanges')?.status).toBe('failed')
    expect(judged.verdict.kind).toBe('cannotSay')
    const earlier = { ...other, at: monday + 20 * dayMs }
    expect(judge(aSeries(12), { otherChanges: [earlier], mix: null }).verdict.kind).toBe('better')
  })

  it('refuses where the mix is another one, and not where it moved by chance', () => {
    const mixOf = (after: number) => ({
      of: 'customers',
      kinds: [
        { name: 'business', before: 500, after },
        { name: 'private', before: 500, after: 1000 - after },
      ],
    })
    const shifted = judge(aSeries(12), { otherChanges: [], mix: mixOf(800) })
    expect(sayVerdict(shifted)).toContain('“business” went from 50 % to 80 %')
    expect(guardOf(judge(aSeries(12), { otherChanges: [], mix: mixOf(520) }), 'mix')?.status).toBe('passed')
  })

  it('refuses where it also finds a change when nothing changed', () => {
    const bumpy = noise(240, 6, 100).map((value, day) => value + (day >= 150 && day < 175 ? 25 : 0))
    const judged = judge(toSeries(bumpy, 200))
    expect(guardOf(judged, 'placebo')?.status).toBe('failed')
    expect(judged.verdict.kind).toBe('cannotSay')
  })

  it('refuses where a control moved at the change and decides the verdict', () => {
    const own = noise(120, 4, 100)
    const control = {
      name: 'touched too',
      values: own.map((value, day) => value + 0.3 * Math.sin(5 * day) + (day >= 90 ? 10 : 0)),
    }
    const judged = judge(toSeries(own, 90, { controls: [control] }))
    expect(guardOf(judged, 'controls')?.status).toBe('failed')
    expect(judged.verdict.kind).toBe('cannotSay')
  })
})

it('a time that nothing foretells is said to be so, without bounds that tell nothing', () => {
  const wild = noise(70, 5, 1).map((value, day) => Math.max(0, Math.round(value * Math.exp(day % 9))))
  const { verdict, effect } = judge(toSeries([...wild, ...wild], 70))
  if (effect === null) throw new Error('It was to be compared')
  const vague = { ...effect, anyLook: { low: -1e6, high: 1e6 } }
  expect(isVague(vague)).toBe(true)
  expect(isVague({ ...effect, anyLook: { low: -1, high: 1 } })).toBe(false)
  expect(verdict.kind).toBe('cannotSay')
})
