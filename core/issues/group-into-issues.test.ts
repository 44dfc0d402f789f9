import { describe, expect, it } from 'vitest'
import { contactId } from '../base/ids.ts'
import { dayMs } from '../base/time.ts'
import type { CausedContact } from './contact.ts'
import { groupIntoIssues } from './group-into-issues.ts'
import type { LinkDecision } from './link-decision.ts'
import { aContact } from './test-kit.ts'

function issuesOf(contacts: readonly CausedContact[], decisions: readonly LinkDecision[] = []) {
  return groupIntoIssues(contacts, { gapDays: 30 }, decisions).map(({ contacts }) =>
    contacts.map(({ id }) => id),
  )
}

describe('groupIntoIssues', () => {
  it('holds to what a person decided about two contacts, whatever cause, case and gap say', () => {
    const [a, b, c] = [
      aContact({ id: 'a', at: 0, cause: 'refund', case: 'T1' }),
      aContact({ id: 'b', at: 1, cause: 'refund', case: 'T1' }),
      aContact({ id: 'c', at: 90 * dayMs, cause: 'router' }),
    ]
    const pair = (kind: LinkDecision['kind'], one: string, other: string) => ({
      kind,
      one: contactId(one),
      other: contactId(other),
    })
    expect(issuesOf([a, b, c])).toEqual([['a', 'b'], ['c']])
    expect(issuesOf([a, b, c], [pair('notSame', 'b', 'a')])).toEqual([['a'], ['b'], ['c']])
    expect(issuesOf([a, b, c], [pair('same', 'c', 'a')])).toEqual([['a', 'b', 'c']])
    expect(issuesOf([a, b, c], [pair('same', 'a', 'c'), pair('notSame', 'a', 'c')])).toEqual([
      ['a', 'b'],
      ['c'],
    ])
  })

  it('joins contacts about one cause across cases', () => {
    expect(
      issuesOf([
        aContact({ id: 'a', at: 0, cause: 'refund' }),
        aContact({ id: 'b', at: dayMs, cause: 'router' }),
        aContact({ id: 'c', at: 2 * dayMs, cause: 'refund' }),
      ]),
    ).toEqual([['a', 'c'], ['b']])
  })

  it('starts a new issue after thirty quiet days', () => {
    const first = aContact({ id: 'a', at: 0, cause: 'refund' })
    expect(issuesOf([first, aContact({ id: 'b', at: 30 * dayMs - 1, cause: 'refund' })])).toEqual([
      ['a', 'b'],
    ])
    expect(issuesOf([first, aContact({ id: 'b', at: 30 * dayMs, cause: 'refund' })])).toEqual([['a'], ['b']])
  })

  it('keeps a case together when its later contact does not say why', () => {
    expect(
      issuesOf([
        aContact({ id: 'a', at: 0, cause: 'refund', case: 'T1' }),
        aContact({ id: 'b', at: 1, case: 'T1' }),
      ]),
    ).toEqual([['a', 'b']])
  })

  it('links a contact that probably goes on with an open issue', () => {
    // 4.2 - 0.35 a day - 8.4 x otherness + 1.4 if they refer back + 3.2 for a number named before: linked from 0.62 (65 %).
    const first = aContact({ id: 'a', at: 0, cause: 'refund', numbers: ['149'] })
    const isLinked = (second: Omit<Parameters<typeof aContact>[0], 'id'>) =>
      issuesOf([first, aContact({ id: 'b', ...second })]).length === 1
    expect(isLinked({ at: dayMs, otherness: 0.35 })).toBe(true) // 0.91
    expect(isLinked({ at: dayMs, otherness: 0.4 })).toBe(false) // 0.49
    expect(isLinked({ at: dayMs, otherness: 0.5, refersBack: true })).toBe(true)
    expect(isLinked({ at: dayMs, otherness: 0.8, refersBack: true })).toBe(false)
    expect(isLinked({ at: dayMs, otherness: 0.75, numbers: ['149'] })).toBe(true)
    expect(isLinked({ at: 13 * dayMs, otherness: 0 })).toBe(false)
    expect(isLinked({ at: dayMs })).toBe(false)
  })

  it('links to the issue that the words most likely go on with', () => {
    const contact = aContact({ id: 'c', at: 2 })
    const otherness = (cause: string | null) => (cause === 'refund' ? 0.3 : 0.1)
    expect(
      issuesOf([
        aContact({ id: 'a', at: 0, cause: 'refund' }),
        aContact({ id: 'b', at: 1, cause: 'router' }),
        { ...contact, otherness },
      ]),
    ).toEqual([['a'], ['b', 'c']])
  })

  it('guesses no link for contacts without a time', () => {
    expect(
      issuesOf([
        aContact({ id: 'a', at: null, cause: 'refund' }),
        aContact({ id: 'b', at: null, cause: 'refund' }),
      ]),
    ).toEqual([['a'], ['b']])
  })
})
