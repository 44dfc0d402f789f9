import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { causeId, changeId } from '../base/ids.ts'
import { whyNotPlan, whyNotStep } from './can.ts'
import {
  type ChangePlan,
  type ChangeScope,
  type Decision,
  nextSteps,
  overlaps,
  type Step,
  steps,
  toChange,
} from './change.ts'
import { aChange, aPlan, decided } from './test-kit.ts'

const asked = { who: 'Ann', reason: 'It is time', on: '2026-03-09' }

describe('toChange', () => {
  it('is where its decisions have taken it', () => {
    expect(aChange([]).state).toBe('planned')
    expect(aChange(['planned']).state).toBe('planned')
    expect(aChange(['planned', 'started'])).toMatchObject({ state: 'started', startedOn: '2026-01-02' })
    expect(aChange(['planned', 'started', 'measured'])).toMatchObject({
      state: 'measured',
      startedOn: '2026-01-02',
    })
    expect(aChange(['planned', 'started', 'measured', 'kept'])).toMatchObject({
      state: 'kept',
      startedOn: '2026-01-02',
      settledOn: '2026-01-04',
    })
    expect(aChange(['planned', 'declined']).state).toBe('declined')
  })

  it('can only be taken a step that follows, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 8 }), (wanted) => {
        let taken: Step[] = ['planned']
        for (const step of wanted) {
          const change = aChange(taken)
          const why = whyNotStep(change, { ...asked, step }, '2026-12-31')
          expect(why === null).toBe(nextSteps[change.state].includes(step))
          if (why === null) taken = [...taken, step]
          expect(aChange(taken).state).toBe(taken.at(-1))
        }
      }),
    )
  })
})

describe('whyNotStep', () => {
  const planned = aChange(['planned'])
  it.each([
    [{ ...asked, step: 'started', on: '2026-03-10' } as const, 'lies in the future'],
    [{ ...asked, step: 'started', on: '2026-02-30' } as const, 'not a day'],
    [{ ...asked, step: 'started', on: 'soon' } as const, 'not a day'],
    [{ ...asked, step: 'started', who: '  ' } as const, 'Say who decides'],
    [{ ...asked, step: 'started', reason: '' } as const, 'Say the reason'],
    [{ ...asked, step: 'kept' } as const, 'can’t be kept next'],
  ])('refuses %o', (step, because) => {
    expect(whyNotStep(planned, step, '2026-03-09')).toContain(because)
  })

  it('refuses a step before the start, and any after the last', () => {
    const running = aChange(['planned', 'started'])
    const early = { ...asked, step: 'measured', on: '2026-01-01' } as const
    expect(whyNotStep(running, early, '2026-03-09')).toContain('before the change started')
    const kept = aChange(['planned', 'started', 'measured', 'kept'])
    expect(whyNotStep(kept, { ...asked, step: 'started' }, '2026-03-09')).toContain('that is settled')
  })

  it('takes a start on the day itself', () => {
    expect(whyNotStep(planned, { ...asked, step: 'started' }, '2026-03-09')).toBeNull()
  })
})

describe('whyNotPlan', () => {
  const range = { low: 1, mid: 2, high: 3 }
  it.each<[Partial<ChangePlan>, string]>([
    [{ what: ' ' }, 'Say what is to change'],
    [{ owner: '' }, 'Say who owns it'],
    [{ what: 'x'.repeat(501) }, '501 characters'],
    [{ promise: 'x'.repeat(501) }, '501 characters'],
    [{ scope: { causes: [], channels: [], segments: [] } }, 'at least one cause'],
    [{ effect: { low: 0, mid: 0.5, high: 1.1 } }, 'from -100 to 100 %'],
    [{ effect: { low: 0.3, mid: 0.2, high: 0.5 } }, 'low must not be above the middle'],
    [{ costToMake: { ...range, low: -1 } }, 'from 0 to one thousand million'],
    [{ costToMake: { ...range, high: 1e12 } }, 'from 0 to one thousand million'],
    [{ costToRun: { ...range, mid: Number.NaN } }, 'needs a number'],
    [{ costToRun: { ...range, high: Number.POSITIVE_INFINITY } }, 'needs a number'],
    [{ leadDays: -1 }, 'five years'],
    [{ leadDays: Number.NaN }, 'number of days'],
  ])('refuses %o', (part, because) => {
    expect(whyNotPlan({ ...aPlan, ...part })).toContain(because)
  })

  it('takes a sensible one', () => {
    expect(whyNotPlan(aPlan)).toBeNull()
  })
})

describe('overlaps', () => {
  const scope = (part: Partial<ChangeScope>): ChangeScope => ({ ...aPlan.scope, ...part })
  const north = { attribute: 'region', value: 'North' }
  const south = { attribute: 'region', value: 'South' }
  it.each<[string, ChangeScope, ChangeScope, boolean]>([
    ['one cause', scope({}), scope({}), true],
    ['other causes', scope({}), scope({ causes: [{ id: causeId('other'), name: 'Other' }] }), false],
    ['one channel of all', scope({ channels: ['chat'] }), scope({}), true],
    ['other channels', scope({ channels: ['chat'] }), scope({ channels: ['phone'] }), false],
    ['other regions', scope({ segments: [north] }), scope({ segments: [south] }), false],
    ['a region of both', scope({ segments: [north] }), scope({ segments: [north, south] }), true],
    [
      'a region and a product',
      scope({ segments: [north] }),
      scope({ segments: [{ attribute: 'product', value: 'Fiber' }] }),
      true,
    ],
  ])('%s', (_, left, right, expected) => {
    expect(overlaps(left, right)).toBe(expected)
    expect(overlaps(right, left)).toBe(expected)
  })
})

it('keeps the plan and the decisions as they are', () => {
  const decisions: readonly Decision[] = decided(['planned', 'started'])
  expect(toChange(changeId(1), aPlan, decisions)).toMatchObject({ plan: aPlan, decisions })
})
