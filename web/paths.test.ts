import { expect, it } from 'vitest'
import { paths, withView } from './paths.ts'

it('spells every link of the app', () => {
  const links = Object.entries({
    first: paths.first(),
    today: paths.today('demo'),
    causes: paths.causes('demo'),
    cause: paths.cause('demo', 'c1'),
    issues: paths.issues('demo', { cause: 'c1', team: '' }),
    issue: paths.issue('demo', 'i1'),
    contacts: paths.contacts('demo', { followedWithin: 7, about: 'same' }),
    cases: paths.cases('demo', { handedOff: 'yes' }),
    signals: paths.signals('demo', 'refusal', { team: 'Billing' }),
    search: paths.search('demo', { words: 'my refund', from: 'customer' }),
    said: paths.said('demo', 'a1'),
    inIssue: paths.inIssue('demo', 'i1', 'a1'),
    postures: paths.postures('demo'),
    cost: paths.cost('demo'),
    changes: paths.changes('demo'),
    change: paths.change('demo', '7'),
    desk: paths.desk('demo'),
    deskIssue: paths.deskIssue('demo', 'i1'),
    guidelines: paths.guidelines('demo'),
    guideline: paths.guideline('demo', '3'),
    sources: paths.sources('demo'),
    source: paths.source('demo', 's1'),
    told: paths.told('demo'),
  })
  expect(links.map(([, link]) => link)).toEqual([
    '/',
    '/w/demo',
    '/w/demo/causes',
    '/w/demo/causes/c1',
    '/w/demo/issues?cause=c1',
    '/w/demo/issues/i1',
    '/w/demo/contacts?followedWithin=7&about=same',
    '/w/demo/cases?handedOff=yes',
    '/w/demo/signals/refusal?team=Billing',
    '/w/demo/search?words=my+refund&from=customer',
    '/w/demo/said/a1',
    '/w/demo/issues/i1#a1',
    '/w/demo/postures',
    '/w/demo/cost',
    '/w/demo/changes',
    '/w/demo/changes/7',
    '/w/demo/desk',
    '/w/demo/desk/i1',
    '/w/demo/guidelines',
    '/w/demo/guidelines/3',
    '/w/demo/sources',
    '/w/demo/sources/s1',
    '/w/demo/sources/told',
  ])
})

it('keeps a workspace, an id and a filter of any letters apart from the address itself', () => {
  expect(paths.issue('Ann & Bob/2', 'a/b?c')).toBe('/w/Ann%20%26%20Bob%2F2/issues/a%2Fb%3Fc')
  expect(withView('/x', { team: 'Sales & Care', after: null })).toBe('/x?team=Sales+%26+Care')
})
