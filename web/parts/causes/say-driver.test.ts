import { expect, it } from 'vitest'
import { sayDriverKind, sayDriverOnset, sayUnknownOnsets } from './say-driver.ts'

it('says what kind of thing goes with a cause', () => {
  expect(sayDriverKind({ kind: 'attribute', attribute: 'home_region' })).toBe('home region')
  expect(sayDriverKind({ kind: 'step', attribute: 'handling' })).toBe('step')
  expect(sayDriverKind({ kind: 'step', attribute: 'incident_state' })).toBe('step, incident state')
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
  expect(sayUnknownOnsets([unknown, unknown])).toEqual(['Since when, cannot say: nobody looked.'])
  expect(sayUnknownOnsets([unknown, known])).toEqual(['Since when, cannot say for 1 of 2: nobody looked.'])
  expect(sayUnknownOnsets([known])).toEqual([])
})
