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

  it('links contacts of other cases that mean the same, and sooner when the customer refers back', () => {
    const first = aContact({ id: 'a', at: 0, meaning: [1, 0] })
    expect(issuesOf([first, aContact({ id: 'b', at: 1, meaning: [0.6, 0.8] })])).toEqual([['a', 'b']])
    expect(issuesOf([first, aContact({ id: 'b', at: 1, meaning: [0.4, 0.9165] })])).toEqual([['a'], ['b']])
    const referring = aContact({ id: 'b', at: 1, meaning: [0.4, 0.9165], refersBack: true })
    expect(issuesOf([first, referring])).toEqual([['a', 'b']])
  })

  it('links to the issue that comes closest in meaning', () => {
    expect(
      issuesOf([
        aContact({ id: 'a', at: 0, meaning: [1, 0] }),
        aContact({ id: 'b', at: 1, meaning: [0, 1] }),
        aContact({ id: 'c', at: 2, meaning: [0.6, 0.8] }),
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
