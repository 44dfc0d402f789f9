import { expect, it } from 'vitest'
import { cannotSay } from '../base/cannot-say.ts'
import { causeId } from '../base/ids.ts'
import { findOpenDecisions } from './find-open-decisions.ts'
import { aChange } from './test-kit.ts'

const exactly = (value: number) => ({ low: value, mid: value, high: value })
const cause = (name: string, week: number) => ({ id: causeId(name), name, week: exactly(week) })
const scopeOf = (name: string) => ({
  scope: { causes: [{ id: causeId(name), name }], channels: [], segments: [] },
})

it('takes rival plans for one cause as one decision, the best of them first', () => {
  const small = { change: aChange(['planned'], scopeOf('late'), 1), waitingWeek: exactly(5) }
  const large = { change: aChange(['planned'], scopeOf('late'), 2), waitingWeek: exactly(40) }
  const [open, ...others] = findOpenDecisions([cause('late', 100)], [small, large])
  expect(open).toMatchObject({ kind: 'choose', cause: { name: 'late' }, week: { mid: 40 } })
  expect(open?.changes.map(({ id }) => id)).toEqual([2, 1])
  expect(others).toEqual([])
})

it('tells the three dearest causes that nobody has planned anything for', () => {
  const causes = [cause('a', 50), cause('b', 40), cause('c', 30), cause('d', 20), cause('e', 10)]
  const running = { change: aChange(['planned', 'started'], scopeOf('b')), waitingWeek: exactly(1) }
  const open = findOpenDecisions(causes, [running])
  expect(open.map(({ kind, cause: { name } }) => `${kind} ${name}`)).toEqual([
    'unplanned a',
    'unplanned c',
    'unplanned d',
  ])
})

it('asks what becomes of a measured change, and nothing once it is settled or declined', () => {
  const measured = {
    change: aChange(['planned', 'started', 'measured'], scopeOf('a')),
    waitingWeek: exactly(1),
  }
  const kept = {
    change: aChange(['planned', 'started', 'measured', 'kept'], scopeOf('b'), 2),
    waitingWeek: exactly(1),
  }
  const declined = { change: aChange(['planned', 'declined'], scopeOf('c'), 3), waitingWeek: exactly(1) }
  expect(findOpenDecisions([], [measured, kept, declined])).toMatchObject([{ kind: 'settle' }])
})

it('puts what cannot be said last', () => {
  const unknown = { change: aChange(['planned'], scopeOf('a')), waitingWeek: cannotSay('no times') }
  const kinds = findOpenDecisions([cause('b', 1)], [unknown]).map(({ kind }) => kind)
  expect(kinds).toEqual(['unplanned', 'choose'])
})
