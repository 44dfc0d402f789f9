import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityOf } from '../base/ids.ts'
import { type IdentityRuling, joinIdentities } from './join-identities.ts'

function joined(...links: [string, string][]) {
  const all = links.map(([one, other]) => ({ one: identityOf(one), other: identityOf(other) }))
  return Object.fromEntries(joinIdentities(all))
}

type Said = [IdentityRuling['kind'], string, string]

function ruled(links: readonly [string, string][], rulings: readonly Said[]) {
  const all = links.map(([one, other]) => ({ one: identityOf(one), other: identityOf(other) }))
  const said = rulings.map(([kind, one, other]) => ({ kind, one: identityOf(one), other: identityOf(other) }))
  return Object.fromEntries(joinIdentities(all, said))
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

  it('makes one customer of two accounts that somebody joined, with all that is theirs', () => {
    const links: [string, string][] = [
      ['account:1', 'email:a@x'],
      ['account:2', 'phone:555'],
    ]
    expect(ruled(links, [['same', 'phone:555', 'account:1']])).toEqual({
      'account:2': 'account:1',
      'email:a@x': 'account:1',
      'phone:555': 'account:1',
    })
  })

  it('gives an address that two accounts share to the one that somebody said', () => {
    const shared: [string, string][] = [
      ['account:1', 'email:a@x'],
      ['account:2', 'email:a@x'],
    ]
    expect(ruled(shared, [['same', 'email:a@x', 'account:2']])).toEqual({ 'email:a@x': 'account:2' })
    expect(ruled(shared, [['notSame', 'email:a@x', 'account:1']])).toEqual({ 'email:a@x': 'account:2' })
  })

  it('takes a phone number from whom it is not, by whatever way it came there', () => {
    const links: [string, string][] = [
      ['account:1', 'email:a@x'],
      ['email:a@x', 'phone:555'],
    ]
    expect(ruled(links, [['notSame', 'phone:555', 'account:1']])).toEqual({ 'email:a@x': 'account:1' })
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

  it('knows one customer by one strongest identity, whatever was said in whatever order of different people', () => {
    const identity = fc.constantFrom('account:1', 'account:2', 'email:a@x', 'email:b@x', 'phone:1', 'phone:2')
    const pair = fc.tuple(identity, identity)
    const said = fc.tuple(fc.constantFrom('same' as const, 'notSame' as const), identity, identity)
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 8 }), fc.array(said, { maxLength: 6 }), (links, rulings) => {
        const owners = ruled(links, rulings)
        expect(ruled(links, rulings.toReversed())).toEqual(owners)
        expect(Object.values(owners).filter((owner) => owner in owners)).toEqual([])
        for (const [kind, one, other] of rulings) {
          if (kind === 'same') expect(owners[one] ?? one).toBe(owners[other] ?? other)
        }
      }),
    )
  })
})
