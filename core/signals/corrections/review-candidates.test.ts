import fc from 'fast-check'
import { expect, it } from 'vitest'
import { customerId } from '../../base/ids.ts'
import { anInteraction } from '../../interactions/test-kit.ts'
import type { Signal } from '../signal.ts'
import { joinReviewCandidates, startReviewCandidates } from './review-candidates.ts'

type Message = { readonly id: number; readonly strength: number }

function pass(messages: readonly Message[]) {
  const candidates = startReviewCandidates()
  for (const { id, strength } of messages) {
    const signal: Signal = { kind: 'anger', start: 0, end: 5, strength, method: 'cues-1' }
    const interaction = anInteraction({ id: String(id).padStart(32, '0'), text: 'angry' })
    candidates.addMessage(customerId('account:1'), interaction, [signal])
  }
  return candidates.result()
}

it('keeps what we are least sure of, and draws by the fingerprint alone', () => {
  const found = pass(Array.from({ length: 100 }, (_, id) => ({ id, strength: id / 100 })))
  expect(found['unsure anger']?.slice(0, 3).map(({ strength }) => strength)).toEqual([0.5, 0.49, 0.51])
  expect(found['lot anger']?.map(({ strength }) => strength)).toEqual(
    Array.from({ length: 60 }, (_, id) => id / 100),
  )
  expect(found.customer).toHaveLength(100)
})

it('asks nobody about what a person said', () => {
  const candidates = startReviewCandidates()
  const said: Signal = { kind: 'anger', start: 0, end: 5, strength: 0.5, method: 'person' }
  candidates.addMessage(customerId('account:1'), anInteraction({ id: 'm1', text: 'angry' }), [said])
  expect(Object.keys(candidates.result())).toEqual(['customer'])
})

it('is the same in whatever order and parts it was read', () => {
  const messages = fc.uniqueArray(
    fc.record({ id: fc.nat(10_000), strength: fc.integer({ min: 0, max: 20 }).map((n) => n / 20) }),
    { selector: ({ id }) => id, maxLength: 150 },
  )
  fc.assert(
    fc.property(messages, fc.nat(150), (all, cut) => {
      const parts = joinReviewCandidates(pass(all.slice(cut)), pass(all.slice(0, cut)))
      expect(parts).toEqual(joinReviewCandidates(pass(all.toReversed()), {}))
    }),
    { numRuns: 30 },
  )
})
