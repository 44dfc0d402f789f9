import { expect, it } from 'vitest'
import { issueKeys, readView } from './views.ts'

it('takes from a URL what the page knows and what is set', () => {
  const search = { cause: 'c1', team: '', minContacts: '2', colour: 'red', pingPong: 4 }
  expect(readView(issueKeys)(search)).toEqual({ cause: 'c1', minContacts: '2' })
})
