import { expect, test } from 'vitest'
import { type IdentityKind, toIdentity } from './identity.ts'

test.each<[IdentityKind, string, string | null]>([
  ['email', ' Ann@Example.org ', 'email:ann@example.org'],
  ['email', 'Ann Ray <ann@example.org>', 'email:ann@example.org'],
  ['email', 'Ann Ray (Ann@example.org)', 'email:ann@example.org'],
  ['email', '<ann@example.org>', 'email:ann@example.org'],
  ['email', 'Ann <ann@example.org>, Bob <bob@example.org>', null],
  ['email', 'ann@example.org; bob@example.org', null],
  ['email', 'write to ann@example.org', null],
  ['email', '('.repeat(300_000), null],
  ['phone', 'tel:+1 (555) 010-0000', 'phone:+15550100000'],
  ['phone', '0049 30 1234567', 'phone:+49301234567'],
  ['phone', '12', null],
  ['account', ' A  17 ', 'account:A 17'],
  ['name', '  ', null],
])('%s of “%s” is %s', (kind, raw, identity) => {
  expect(toIdentity(kind, raw)).toBe(identity)
})
