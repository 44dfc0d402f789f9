import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityOf } from '../base/ids.ts'
import { joinIdentities } from './join-identities.ts'

function joined(...links: [string, string][]) {
  const all = links.map(([one, other]) => ({ one: identityOf(one), other: identityOf(other) }))
  return Object.fromEntries(joinIdentities(all))
}

describe('joinIdentities', () => {
  it('gives e-mail and phone to the account they were named with', () => {
    expect(joined(['account:1', 'email:a@x.org'], ['account:1', 'phone:555'])).toEqual({
      'email:a@x.org': 'account:1',
      'phone:555': 'account:1',
    })
  })

  it('reaches the account through an e-mail address', () => {
    expect(joined(['account:1', 'email:a@x.org'], ['email:a@x.org', 'phone:555'])).toEqual({
      'email:a@x.org': 'account:1',
      'phone:555': 'account:1',
    })
  })

  it('joins nobody over a phone that two accounts share', () => {
    expect(joined(['account:1', 'phone:555'], ['account:2', 'phone:555'])).toEqual({})
  })

  it('gives a case to its customer', () => {
    expect(joined(['account:1', 'case:desk/7'])).toEqual({ 'case:desk/7': 'account:1' })
  })

  it('does not care in which order links are found', () => {
    const identity = fc.constantFrom(
      'account:1',
      'account:2',
      'email:a@x',
      'email:b@x',
      'phone:1',
      'phone:2',
      'case:s/1',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(identity, identity), { maxLength: 12 }), (links) => {
        expect(joined(...links.toReversed())).toEqual(joined(...links))
      }),
    )
  })
})
