import { expect, it } from 'vitest'
import { customerId, interactionId } from '../../base/ids.ts'
import type { SignalKind } from '../signal.ts'
import type { Correction } from './correction.ts'
import { orderReview, type ReviewAsk } from './order-review.ts'
import type { ReviewCandidate } from './review-candidates.ts'
import { aCorrection } from './test-kit.ts'

const span = { start: 0, end: 5 }

function aCandidate(id: string, given: Partial<ReviewCandidate> = {}): ReviewCandidate {
  return {
    chosen: 'unsure',
    customer: customerId('account:1'),
    interaction: interactionId(id),
    kind: 'anger',
    span,
    strength: 0.5,
    method: 'cues-1',
    ...given,
  }
}

function order(
  candidates: readonly ReviewCandidate[],
  ask: ReviewAsk,
  { corrections = [], kind = null }: { corrections?: Correction[]; kind?: SignalKind | null } = {},
) {
  const customers = { anger: 100, worry: 10 }
  const wanted = { ask, kind, reviewer: 'Ann', customers, most: 12 }
  return orderReview(candidates, corrections, wanted).map(({ interaction }) => interaction)
}

it('asks first where we are least sure and most customers are concerned', () => {
  const candidates = [
    aCandidate('sure', { strength: 1 }),
    aCandidate('few', { kind: 'worry' }),
    aCandidate('many'),
    aCandidate('drawn', { chosen: 'lot' }),
  ]
  expect(order(candidates, 'unsure')).toEqual(['many', 'few', 'sure'])
})

it('comes back to kinds that were asked less', () => {
  const angry = Array.from({ length: 20 }, (_, index) => aCandidate(`a${10 + index}`))
  const asked = order([...angry, aCandidate('worried', { kind: 'worry' })], 'unsure')
  // After ten questions about anger the next counts an eleventh of ten times as many customers: worry's turn.
  expect(asked.indexOf(interactionId('worried'))).toBe(10)
})

it('never asks again what the reviewer has answered, but asks what others have', () => {
  const candidates = [aCandidate('m1'), aCandidate('m2')]
  const mine = aCorrection({ interaction: interactionId('m1'), span })
  const theirs = aCorrection({ interaction: interactionId('m2'), span, reviewer: 'Ben' })
  const corrections = [mine, theirs]
  expect(order(candidates, 'unsure', { corrections })).toEqual(['m2'])
  expect(order([], 'second', { corrections })).toEqual(['m2'])
})

it('draws whole messages until they were judged as a whole', () => {
  const whole = [
    aCandidate('m1', { chosen: 'lot', kind: null }),
    aCandidate('m2', { chosen: 'lot', kind: null }),
  ]
  const judged = aCorrection({ interaction: interactionId('m1'), kind: null, span: null })
  expect(order(whole, 'whole', { corrections: [judged] })).toEqual(['m2'])
})

it('keeps to one kind when asked to', () => {
  const candidates = [aCandidate('m1'), aCandidate('m2', { kind: 'worry' })]
  expect(order(candidates, 'unsure', { kind: 'worry' })).toEqual(['m2'])
})
