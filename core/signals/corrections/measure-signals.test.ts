import { describe, expect, it } from 'vitest'
import { interactionId } from '../../base/ids.ts'
import type { Correction } from './correction.ts'
import { estimateAgreement, estimatePrecision } from './measure-signals.ts'
import { aCorrection } from './test-kit.ts'

const anger = { kind: 'anger', method: 'cues-1' } as const

function judged(count: number, given: (index: number) => Partial<Correction>): Correction[] {
  return Array.from({ length: count }, (_, index) =>
    aCorrection({ interaction: interactionId(`m${index}`), chosen: 'lot', ...given(index) }),
  )
}

describe('the precision of a signal', () => {
  it('is the share of right among those drawn by lot, with its interval and count', () => {
    const said = judged(40, (index) => ({ verdict: index < 30 ? 'right' : 'wrong' }))
    const share = estimatePrecision(said, anger)
    // R: binom::binom.wilson(30, 40) is 0.75, 0.598 to 0.858.
    expect(share).toMatchObject({ value: 0.75, n: 40 })
    expect(share).toHaveProperty('low', expect.closeTo(0.598, 3))
    expect(share).toHaveProperty('high', expect.closeTo(0.858, 3))
  })

  it('counts the last word on a place once', () => {
    const said = judged(20, () => ({ verdict: 'wrong' }))
    const later = judged(20, () => ({ verdict: 'right', reviewer: 'Ben' }))
    expect(estimatePrecision([...said, ...later], anger)).toMatchObject({ value: 1, n: 20 })
  })

  it('leaves out what was met or asked about, other kinds and other methods', () => {
    const others = [
      ...judged(20, () => ({ chosen: 'met' })),
      ...judged(20, () => ({ chosen: 'unsure' })),
      ...judged(20, () => ({ kind: 'worry' })),
      ...judged(20, () => ({ method: 'cues-0' })),
    ]
    expect(estimatePrecision([...others, ...judged(19, () => ({}))], anger)).toEqual({
      cannotSay: '19 of at least 20 drawn by lot were judged',
    })
  })
})

describe('agreement', () => {
  it('compares what different people said of the same places', () => {
    const ann = judged(30, (index) => ({ verdict: index % 2 === 0 ? 'right' : 'wrong' }))
    const ben = ann.map((said) => ({ ...said, reviewer: 'Ben' }))
    expect(estimateAgreement([...ann, ...ben])).toMatchObject({ value: 1, n: 30 })
    const contrary = ben.map((said, index) =>
      index < 10 ? { ...said, verdict: 'wrong' as const, instead: 'worry' as const } : said,
    )
    const alpha = estimateAgreement([...ann, ...contrary])
    expect(alpha).toHaveProperty(
      'value',
      expect.toSatisfy((value: number) => value > 0.3 && value < 0.8),
    )
  })

  it('is not one person agreeing with themselves', () => {
    const ann = judged(30, () => ({}))
    expect(estimateAgreement([...ann, ...ann])).toHaveProperty('cannotSay')
  })
})
