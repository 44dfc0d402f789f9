import { expect, test } from 'vitest'
import { caseIdOf, customerId } from '../../base/ids.ts'
import { dayMs, hourMs } from '../../base/time.ts'
import type { Interaction } from '../../interactions/interaction.ts'
import { anInteraction } from '../../interactions/test-kit.ts'
import { defaultSettings } from '../../issues/settings.ts'
import { readSignals } from '../../signals/read-signals.ts'
import { causeOfCategory } from '../category-causes.ts'
import { readCustomer, type Understanding } from '../read-customer.ts'
import { topicOfRule } from './cited-rule.ts'
import { findMarks, writeMark } from './find-marks.ts'

const understanding: Understanding = {
  words: null,
  categorised: new Set(),
  links: [],
  corrections: new Map(),
  learned: [],
  readSignals,
}

/** The marks of each contact that are values, by the contact's opener. */
function marksOf(interactions: readonly Interaction[]) {
  const record = { customer: customerId('account:ann'), isKnown: true, interactions }
  const marks = findMarks(readCustomer(record, understanding, defaultSettings))
  return Object.fromEntries([...marks].map(([id, all]) => [id, all.map(writeMark)]))
}

const desk = { caseId: caseIdOf('T1') }

test('a cited rule, a hand-off and being sent elsewhere are marks of the contact in which they came', () => {
  const marks = marksOf([
    anInteraction({ ...desk, id: 'ask', at: 0, team: 'Billing', category: 'late' }),
    anInteraction({
      ...{ ...desk, id: 'no', at: hourMs, from: 'company', team: 'Billing' },
      text: 'According to our terms, the contract runs on. You need to contact our logistics team about this.',
    }),
    anInteraction({ ...desk, id: 'on', at: 2 * hourMs, from: 'company', team: 'Logistics', text: 'Hello.' }),
  ])
  expect(marks.ask).toEqual([
    'step:handling',
    'step:handling=passed on',
    'step:handling=told to turn elsewhere',
    'rule:cited',
    'rule:cited=any rule',
    'rule:cited=terms and contract',
    'before:cause',
  ])
})

test('what an entry of a log records later is a step, unless the first said it or it is a time or a name with digits', () => {
  const entry = (id: string, at: number, attributes: Interaction['attributes']) =>
    anInteraction({ ...desk, id, at, kind: 'event', from: 'company', attributes })
  const marks = marksOf([
    entry('a', 0, { state: 'New', group: 'Group 7' }),
    entry('b', hourMs, { state: 'New', group: 'Group 9' }),
    entry('c', 2 * hourMs, { state: 'Awaiting vendor' }),
  ])
  expect(Object.values(marks)).toEqual([
    ['step:handling', 'step:state', 'step:state=Awaiting vendor', 'step:group', 'before:cause'],
  ])
})

test('another cause within thirty days before the first contact of an issue came before it', () => {
  const about = (id: string, day: number, category: string) =>
    anInteraction({ id, at: day * dayMs, category, caseId: caseIdOf(id) })
  const marks = marksOf([
    about('move', 0, 'move'),
    about('bill', 29, 'bill'),
    about('more', 30, 'bill'),
    about('slow', 61, 'slow'),
  ])
  const before = (id: string) => marks[id]?.filter((mark) => mark.startsWith('before'))
  expect(before('move')).toEqual(['before:cause'])
  expect(before('bill')).toEqual(['before:cause', `before:cause=${causeOfCategory('move')?.id}`])
  expect(before('more')).toEqual([])
  expect(before('slow')).toEqual(['before:cause'])
})

test.each([
  ['Our refund policy', 'returns and refunds'],
  ['for reasons of data protection', 'security or privacy'],
  ['our policy', 'policy or procedure'],
  ['no exceptions', null],
])('the rule cited by “%s” is about %s', (words, topic) => {
  expect(topicOfRule(words)).toBe(topic)
})
