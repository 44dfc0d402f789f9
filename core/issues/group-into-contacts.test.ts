import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseIdOf, identityOf } from '../base/ids.ts'
import { hourMs } from '../base/time.ts'
import type { Interaction } from '../interactions/interaction.ts'
import { anInteraction } from '../interactions/test-kit.ts'
import { groupIntoContacts } from './group-into-contacts.ts'

const settings = { pauseHours: 24 }
const ticket = caseIdOf('T1')

function contactsOf(interactions: readonly Interaction[]): [string, string[]][] {
  return groupIntoContacts(interactions, settings).map((contact) => [
    contact.id,
    contact.interactions.map(({ id }) => id),
  ])
}

describe('groupIntoContacts', () => {
  it('continues a contact while the company owes an answer, however long that takes', () => {
    const asked = anInteraction({ id: 'a', at: 0, caseId: ticket })
    const reminded = anInteraction({ id: 'b', at: 90 * hourMs, caseId: ticket })
    expect(contactsOf([asked, reminded])).toEqual([['a', ['a', 'b']]])
  })

  it('starts a new contact when the customer writes 24 hours after the answer, not a second before', () => {
    const asked = anInteraction({ id: 'a', at: 0, caseId: ticket })
    const answered = anInteraction({ id: 'b', at: hourMs, caseId: ticket, from: 'company' })
    const justBefore = anInteraction({ id: 'c', at: 25 * hourMs - 1, caseId: ticket })
    const after = anInteraction({ id: 'd', at: 25 * hourMs, caseId: ticket })
    expect(contactsOf([asked, answered, justBefore])).toEqual([['a', ['a', 'b', 'c']]])
    expect(contactsOf([asked, answered, after])).toEqual([
      ['a', ['a', 'b']],
      ['d', ['d']],
    ])
  })

  it('where messages name no case, owes an answer only once the company has spoken there', () => {
    const post = (id: string, hours: number, from: 'customer' | 'company' = 'customer') =>
      anInteraction({ id, at: hours * hourMs, from, identities: [identityOf('name:ann')] })
    expect(contactsOf([post('a', 0), post('b', 23), post('c', 47), post('d', 90)])).toEqual([
      ['a', ['a', 'b']],
      ['c', ['c']],
      ['d', ['d']],
    ])
    expect(contactsOf([post('a', 0), post('b', 1, 'company'), post('c', 30), post('d', 90)])).toEqual([
      ['a', ['a', 'b']],
      ['c', ['c', 'd']],
    ])
  })

  it('takes a change of state as no answer', () => {
    const asked = anInteraction({ id: 'a', at: 0, caseId: ticket })
    const closed = anInteraction({ id: 'b', at: hourMs, caseId: ticket, from: 'company', kind: 'event' })
    const again = anInteraction({ id: 'c', at: 80 * hourMs, caseId: ticket })
    expect(contactsOf([asked, closed, again])).toEqual([['a', ['a', 'b', 'c']]])
  })

  it('counts each call', () => {
    const calls = [0, 1].map((hour) => anInteraction({ id: `call${hour}`, at: hour * hourMs, kind: 'call' }))
    expect(contactsOf(calls)).toHaveLength(2)
  })

  it('takes an incident log as one contact at its opening', () => {
    const log = [3, 4, 90].map((hour) =>
      anInteraction({
        id: `e${hour}`,
        at: hour * hourMs,
        caseId: ticket,
        caseOpenedAt: hourMs,
        kind: 'event',
        from: 'company',
      }),
    )
    const [contact, ...others] = groupIntoContacts(log, settings)
    expect(contact).toMatchObject({ id: 'e3', at: hourMs })
    expect(others).toEqual([])
  })

  it('is no contact when only the company speaks and there is no case', () => {
    expect(contactsOf([anInteraction({ id: 'a', at: 0, from: 'company' })])).toEqual([])
  })

  it('keeps every interaction of a case in exactly one contact, whatever the order they come in', () => {
    const anyTurn = fc.record({
      hour: fc.integer({ min: 0, max: 300 }),
      from: fc.constantFrom('customer' as const, 'company' as const),
      kind: fc.constantFrom('message' as const, 'call' as const, 'event' as const),
    })
    fc.assert(
      fc.property(fc.array(anyTurn, { minLength: 1, maxLength: 20 }), (turns) => {
        const interactions = turns.map(({ hour, from, kind }, index) =>
          anInteraction({
            id: `i${String(index).padStart(2, '0')}`,
            at: hour * hourMs,
            sequence: index,
            caseId: ticket,
            from: kind === 'event' ? 'company' : from,
            kind,
          }),
        )
        const contacts = contactsOf(interactions)
        expect(contacts.flatMap(([, ids]) => ids).sort()).toEqual(interactions.map(({ id }) => id).sort())
        expect(contactsOf([...interactions].reverse())).toEqual(contacts)
      }),
    )
  })
})
