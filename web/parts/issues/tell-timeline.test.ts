import { expect, it } from 'vitest'
import type { InteractionJson } from '../../../contract/screens.ts'
import { type Entry, tellTimeline } from './tell-timeline.ts'

function anInteraction(about: Partial<InteractionJson> & { readonly id: string }): InteractionJson {
  return {
    at: '2025-03-01T10:00:00Z',
    kind: 'message',
    from: 'company',
    channel: 'email',
    team: null,
    agent: null,
    case: null,
    text: null,
    category: null,
    rating: null,
    durationSeconds: null,
    attributes: {},
    source: 'desk',
    opensContact: false,
    corrections: [],
    signals: [],
    ...about,
  }
}

const tell = (entries: readonly Entry[]) =>
  entries.map((entry) => {
    if (entry.kind === 'interaction') return entry.interaction.id
    if (entry.kind === 'handOff') return `${entry.fromTeam} > ${entry.toTeam}`
    return `${entry.isWaiting ? 'waits' : 'pause'} ${entry.minutes}`
  })

it('stands a hand-off before the first interaction of the new team, across what has no team', () => {
  const entries = tellTimeline(
    [
      anInteraction({ id: 'a', team: 'Billing' }),
      anInteraction({ id: 'b', from: 'customer' }),
      anInteraction({ id: 'c', kind: 'event' }),
      anInteraction({ id: 'd', team: 'Returns' }),
      anInteraction({ id: 'e', team: 'Returns' }),
    ],
    [],
  )
  expect(tell(entries)).toEqual(['a', 'b', 'c', 'Billing > Returns', 'd', 'e'])
})

it('calls a long pause a wait while the customer spoke last', () => {
  const entries = tellTimeline(
    [
      anInteraction({ id: 'a', from: 'customer' }),
      anInteraction({ id: 'b', at: '2025-03-02T10:00:00Z' }),
      anInteraction({ id: 'c', at: '2025-03-02T20:00:00Z', from: 'customer', kind: 'call' }),
      anInteraction({ id: 'd', at: '2025-03-05T20:00:00Z', from: 'customer' }),
    ],
    [],
  )
  expect(tell(entries)).toEqual(['a', 'waits 1440', 'b', 'c', 'pause 4320', 'd'])
})

it('says no pause where a time is not known', () => {
  const entries = tellTimeline([anInteraction({ id: 'a', at: null }), anInteraction({ id: 'b' })], [])
  expect(tell(entries)).toEqual(['a', 'b'])
})
