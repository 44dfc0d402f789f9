import { expect, it } from 'vitest'
import { addOption, changeAuthority, changeOption, emptyGuideline, removeOption } from './guideline-draft.ts'

it('an option gets an id of its own, also after another was taken away', () => {
  const two = addOption(addOption(emptyGuideline))
  expect(two.options.map(({ id }) => id)).toEqual(['option-1', 'option-2'])
  const again = addOption(removeOption(two, 'option-1'))
  expect(again.options.map(({ id }) => id)).toEqual(['option-2', 'option-3'])
  expect(changeOption(two, 'option-2', { cost: 5 }).options.map(({ cost }) => cost)).toEqual([0, 5])
})

it('a role keeps the rest of its authority when one part changes, and none is nobody', () => {
  const some = changeAuthority(emptyGuideline, 'rep', { perGrant: 5, perIssue: 5, perDay: 9 })
  expect(changeAuthority(some, 'rep', { perDay: 12 }).authorities).toMatchObject([
    { perGrant: 5, perDay: 12 },
  ])
  expect(changeAuthority(some, 'rep', { perGrant: 0, perIssue: 0, perDay: 0 }).authorities).toEqual([])
})
