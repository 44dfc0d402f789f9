import { describe, expect, it } from 'vitest'
import { dayMs } from '../base/time.ts'
import { countReturns } from './count-returns.ts'
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

describe('countReturns', () => {
  it('counts strictly less than the window as within, and watches only whole windows', () => {
    const counter = countReturns([1], 3 * dayMs)
    counter.add({ at: 0, minutesToFollower: 24 * 60 - 1 })
    counter.add({ at: 0, minutesToFollower: 24 * 60 })
    counter.add({ at: 2 * dayMs, minutesToFollower: null })
    counter.add({ at: 2 * dayMs + 1, minutesToFollower: 5 })
    expect(counter.result()).toEqual([
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

  it('says nothing of a share when no window has passed', () => {
    const counter = countReturns([7], 0)
    counter.add({ at: 0, minutesToFollower: null })
    expect(counter.result()[0]?.share).toEqual({ cannotSay: 'no contact has 7 days of data after it' })
  })
})
