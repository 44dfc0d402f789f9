import { expect, test } from 'vitest'
import { isKnown } from '../base/cannot-say.ts'
import { type PostureMonths, postureOfGroup } from './posture-of-group.ts'

const month = (outsideIn: number, insideOut: number, neither: number) => ({
  outsideIn,
  insideOut,
  neither,
  both: 0,
})

test('shares are of all messages, with their intervals', () => {
  const posture = postureOfGroup({ '2026-01': month(10, 20, 70) }, 5)
  expect(posture).toMatchObject({
    messages: 100,
    outsideIn: { value: 0.1, n: 100 },
    insideOut: { value: 0.2, n: 100 },
    trend: { cannotSay: 'the messages lie within one month' },
  })
})

test('the trend compares the later half of the months with the earlier', () => {
  const posture = postureOfGroup(
    { '2026-03': month(40, 0, 10), '2026-01': month(10, 0, 40), '2026-02': month(10, 0, 40) },
    4,
  )
  if (!isKnown(posture) || !isKnown(posture.trend)) throw new Error('no trend')
  expect(posture.trend.earlier).toMatchObject({ value: 0.2, n: 50 })
  expect(posture.trend.later).toMatchObject({ value: 0.5, n: 100 })
  expect(posture.trend.difference.low).toBeGreaterThan(0)
})

test.each<[string, PostureMonths, number]>([
  ['too few messages', { '2026-01': month(9, 10, 10) }, 9],
  ['two people only', { '2026-01': month(50, 10, 10) }, 2],
  ['no message', {}, 0],
])('%s: it cannot say', (_, months, people) => {
  expect(isKnown(postureOfGroup(months, people))).toBe(false)
})

test('where nobody is named, the number of people cannot hold it back', () => {
  expect(isKnown(postureOfGroup({ '': month(20, 10, 10) }, 0))).toBe(true)
})

test('order of months does not matter', () => {
  const [one, two] = [month(30, 5, 5), month(10, 20, 30)]
  expect(postureOfGroup({ a: one, b: two }, 3)).toEqual(postureOfGroup({ b: two, a: one }, 3))
})
