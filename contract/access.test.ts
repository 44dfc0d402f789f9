import { expect, it } from 'vitest'
import { may, roles, verbs, whyMayNot } from './access.ts'

it('every role may do something, and every verb is open to somebody', () => {
  expect(roles.filter((role) => !verbs.some((verb) => may(role, verb)))).toEqual([])
  expect(verbs.filter((verb) => !roles.some((role) => may(role, verb)))).toEqual([])
})

it('whoever may not is told who can', () => {
  expect(whyMayNot('executive', 'erase')).toBe('As an executive you can’t erase a person; an admin can.')
  expect(whyMayNot('owner', 'know')).toBe(
    'As an owner you can’t see who the customers are; a rep or a lead can.',
  )
  for (const role of roles) {
    for (const verb of verbs) expect(whyMayNot(role, verb) === null).toBe(may(role, verb))
  }
})
