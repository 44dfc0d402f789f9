import { expect, it } from 'vitest'
import { caseIdOf } from '../base/ids.ts'
import { dayMs } from '../base/time.ts'
import type { Interaction } from '../interactions/interaction.ts'
import { anInteraction } from '../interactions/test-kit.ts'
import { groupIntoContacts } from './group-into-contacts.ts'
import { ratingOf } from './rating-of.ts'

const settings = { pauseHours: 24 }

function ratings(stated: readonly Partial<Interaction>[]) {
  const interactions = stated.map((one, index) => anInteraction({ ...one, id: `i${index}` }))
  return groupIntoContacts(interactions, settings).map(ratingOf)
}

const inCase = { caseId: caseIdOf('c1') }

it('a survey answered a day later rates the contact that it follows, and is none itself', () => {
  expect(
    ratings([
      { ...inCase, at: 0 },
      { ...inCase, at: 1, from: 'company' },
      { ...inCase, at: dayMs, kind: 'survey', rating: 4 },
      { ...inCase, at: 5 * dayMs },
    ]),
  ).toEqual([4, null])
})

it('the last of several counts, whatever it is given on', () => {
  expect(
    ratings([
      { ...inCase, at: 0, kind: 'call', rating: 2 },
      { ...inCase, at: 1, kind: 'survey', rating: 5 },
      { ...inCase, at: 2, kind: 'survey', rating: 0 },
    ]),
  ).toEqual([0])
})

it('a survey that names no case rates no contact', () => {
  expect(ratings([{ at: 0 }, { at: 1, kind: 'survey', rating: 4 }])).toEqual([null])
})

it('what another source says on its own scale is not taken for this one’s', () => {
  const talk = { channel: 'chat', kind: 'message' as const }
  expect(
    ratings([
      { ...talk, at: 0, source: 'desk' },
      { ...talk, at: 1, source: 'survey tool', rating: 9 },
    ]),
  ).toEqual([null])
})
