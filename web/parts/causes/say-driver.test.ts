import { expect, it } from 'vitest'
import { nameDriver, sayDriverOnset, sayUnknownOnsets } from './say-driver.ts'

it('says what goes with a cause as one would', () => {
  const say = (kind: 'attribute' | 'step' | 'rule', attribute: string, value: string) =>
    Object.values(nameDriver({ kind, attribute, value })).join(' ').trim()
  expect(say('attribute', 'home_region', 'West')).toBe('home region West')
  expect(say('step', 'handling', 'passed on')).toBe('it was passed on')
  expect(say('step', 'incident_state', 'closed')).toBe('step, incident state closed')
  expect(say('rule', 'cited', 'any rule')).toBe('a rule was cited')
  expect(say('rule', 'cited', 'a time limit')).toBe('a rule was cited on a time limit')
})

it('says since when', () => {
  const [earliest, week, latest] = ['2026-01-05', '2026-01-12', '2026-02-02']
  const ratio = { value: 2.04, low: 1.5, high: 12.2 }
  expect(sayDriverOnset({ week, earliest, latest, ratio })).toBe(
    'Since the week of 12 Jan 2026 (5 Jan 2026 to 2 Feb 2026) 2.0 times as often as before, 95 % interval 1.5 to 12.',
  )
  expect(
    sayDriverOnset({ week, earliest: week, latest: week, ratio: { value: 0.5, low: 0.25, high: 0.8 } }),
  ).toBe('Since the week of 12 Jan 2026 2.0 times more rarely than before, 95 % interval 1.3 to 4.0.')
})

it('says once for all why nobody can say since when', () => {
  const unknown = { onset: { cannotSay: 'nobody looked' } }
  const week = '2026-01-12'
  const known = { onset: { week, earliest: week, latest: week, ratio: { value: 2, low: 1.5, high: 3 } } }
  expect(sayUnknownOnsets([unknown, unknown])).toEqual(['When this began cannot be said: nobody looked.'])
  expect(sayUnknownOnsets([unknown, known])).toEqual([
    'When this began cannot be said for 1 of 2: nobody looked.',
  ])
  expect(sayUnknownOnsets([known])).toEqual([])
})
