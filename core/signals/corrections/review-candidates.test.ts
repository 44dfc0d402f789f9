import { expect, it } from 'vitest'
import { customerId } from '../../base/ids.ts'
import { anInteraction } from '../../interactions/test-kit.ts'
import type { Signal } from '../signal.ts'
import { candidatesOf, compareCandidates } from './review-candidates.ts'

const ann = customerId('account:1')

function candidates(id: number, strength: number, method = 'cues-1') {
  const signal: Signal = { kind: 'anger', start: 0, end: 5, strength, method }
  const interaction = anInteraction({ id: String(id).padStart(32, '0'), text: 'angry' })
  return candidatesOf(ann, interaction, [signal])
}

it('a signal may be asked about for doubt and by lot, its message as a whole by lot', () => {
  expect(candidates(1, 0.6).map(({ chosen, kind }) => [chosen, kind])).toEqual([
    ['lot', null],
    ['unsure', 'anger'],
    ['lot', 'anger'],
  ])
})

it('what we are least sure of comes first, and the lot goes by the fingerprint alone', () => {
  const all = [0.9, 0.5, 0.2, 0.49].flatMap((strength, id) => candidates(id, strength))
  const inOrder = (chosen: string) =>
    all.filter(({ kind, ...one }) => kind !== null && one.chosen === chosen).sort(compareCandidates)
  expect(inOrder('unsure').map(({ strength }) => strength)).toEqual([0.5, 0.49, 0.2, 0.9])
  expect(inOrder('lot').map(({ strength }) => strength)).toEqual([0.9, 0.5, 0.2, 0.49])
})

it('nobody is asked about what a person said', () => {
  expect(candidates(1, 0.5, 'person').map(({ kind }) => kind)).toEqual([null])
})
