import { expect, it } from 'vitest'
import { causeId } from '../base/ids.ts'
import type { CostEstimate } from './cost-inputs.ts'
import { sayCost } from './say-cost.ts'

function sayOf(...ids: readonly string[]): string | undefined {
  const range = { low: 1, mid: 2, high: 3 }
  const cause = {
    name: '',
    contacts: 1,
    ...range,
    issues: 1,
    pattern: 'flat',
    projection: '',
    lines: { handling: 2, handOffs: 0, goodwill: 0, lost: 0, silent: 0, wordOfMouth: 0 },
  } as const
  const estimate: CostEstimate = {
    currency: 'EUR',
    months: 12,
    ...range,
    dearest: { causes: ids.length, ...range },
    byCause: ids.map((id) => ({
      ...cause,
      id: causeId(id),
      customersLost: { cannotSay: 'nobody says who left' },
    })),
    assumptions: [],
    lines: [],
    unsaid: [],
    fan: [],
    weekOfDelay: range,
    swings: [],
    simulation: { seed: 1, draws: 1, error: range },
  }
  return sayCost(estimate, String)[0]?.match(/^If nothing changes, (.+) will cost about 2 over/)?.[1]
}

it('says how many causes are in the sum', () => {
  expect(sayOf('late', 'refund')).toBe('these 2 causes')
  expect(sayOf('late')).toBe('this cause')
})

it('says that contacts without a cause are in the sum', () => {
  expect(sayOf('late', 'refund', '')).toBe('these 2 causes and the contacts that fit none')
  expect(sayOf('')).toBe('the contacts that fit no cause')
})
