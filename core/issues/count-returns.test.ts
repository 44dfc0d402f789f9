import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayMs, type Instant } from '../base/time.ts'
import { bareTree } from '../stats/sum-trees.ts'
import { addFollowed, edgeDays, type Followable, type FollowedDays, sumReturns } from './count-returns.ts'
import { findFollowUps } from './follow-ups.ts'
import { aContact } from './test-kit.ts'

describe('findFollowUps', () => {
  it('finds the next contact, and the next about the same thing', () => {
    const contacts = [
      aContact({ id: 'a', at: 0, cause: 'refund' }),
      aContact({ id: 'b', at: 60_000, cause: 'router' }),
      aContact({ id: 'c', at: 180_000, cause: 'refund' }),
    ]
    expect(findFollowUps(contacts)).toEqual([
      { minutesToNext: 1, minutesToSame: 3 },
      { minutesToNext: 2, minutesToSame: null },
      { minutesToNext: null, minutesToSame: null },
    ])
  })
})

/** As a reading does it: by day, and on the days in which a window ends contact by contact. */
function returnsOf(contacts: readonly Followable[], windowsDays: readonly number[], periodEnd: Instant) {
  const days: FollowedDays = bareTree()
  for (const contact of contacts) addFollowed(days, contact, windowsDays)
  const edges = edgeDays(windowsDays, periodEnd)
  const edge = contacts.filter(({ at }) => edges.some((start) => at >= start && at < start + dayMs))
  return sumReturns(days, { windowsDays, periodEnd, edge })
}

describe('returns', () => {
  it('count strictly less than the window as within, and watch only whole windows', () => {
    const contacts = [
      { at: 0, minutesToFollower: 24 * 60 - 1 },
      { at: 0, minutesToFollower: 24 * 60 },
      { at: 2 * dayMs, minutesToFollower: null },
      { at: 2 * dayMs + 1, minutesToFollower: 5 },
    ]
    expect(returnsOf(contacts, [1], 3 * dayMs)).toEqual([
      {
        windowDays: 1,
        contacts: 4,
        followed: 2,
        observed: 3,
        followedObserved: 1,
        share: expect.objectContaining({ value: 1 / 3, n: 3 }),
      },
    ])
  })

  it('say nothing of a share when no window has passed', () => {
    expect(returnsOf([{ at: 0, minutesToFollower: null }], [7], 0)[0]?.share).toEqual({
      cannotSay: 'no contact has 7 days of data after it',
    })
  })

  it('are what counting contact by contact gives, wherever the windows end', () => {
    const contact = fc.record({
      at: fc.integer({ min: 0, max: 20 * dayMs }),
      minutesToFollower: fc.option(fc.integer({ min: 0, max: 10 * 24 * 60 })),
    })
    fc.assert(
      fc.property(fc.array(contact), fc.integer({ min: 0, max: 20 * dayMs }), (contacts, periodEnd) => {
        const until = periodEnd - 3 * dayMs
        const observed = contacts.filter(({ at }) => at <= until)
        const isFollowed = ({ minutesToFollower }: Followable) =>
          minutesToFollower !== null && minutesToFollower < 3 * 24 * 60
        expect(returnsOf(contacts, [3], periodEnd)).toMatchObject([
          {
            contacts: contacts.length,
            followed: contacts.filter(isFollowed).length,
            observed: observed.length,
            followedObserved: observed.filter(isFollowed).length,
          },
        ])
      }),
    )
  })
})
