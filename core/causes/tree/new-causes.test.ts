import { expect, test } from 'vitest'
import { causeId, customerId, issueId } from '../../base/ids.ts'
import { dayMs } from '../../base/time.ts'
import { findNewCauses } from './new-causes.ts'

/** One issue each of `count` customers, one a day from `firstDay` on. */
function issues(cause: string, firstDay: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: issueId(`${cause}-${firstDay}-${index}`),
    customer: customerId(`${cause}-${firstDay}-${index}`),
    cause: causeId(cause),
    firstAt: (firstDay + index) * dayMs,
    lastAt: (firstDay + index) * dayMs,
    contacts: 1,
  }))
}

function newOf(...all: ReturnType<typeof issues>[]) {
  const finder = findNewCauses(300 * dayMs)
  for (const issue of all.flat()) finder.add([issue])
  return finder.result()
}

test('a cause of ten customers within the last sixty days is new, since its first', () => {
  expect(newOf(issues('drops', 280, 10), issues('login', 0, 300))).toEqual([
    { cause: 'drops', since: 280 * dayMs, customers: 10 },
  ])
})

test('one earlier issue of twelve was misread; three of thirteen were not', () => {
  expect(newOf(issues('drops', 280, 11), issues('drops', 100, 1))).toHaveLength(1)
  expect(newOf(issues('drops', 280, 10), issues('drops', 100, 3))).toEqual([])
})

test('a cause of few a week is still new after forty days, and no more after eighty', () => {
  expect(newOf(issues('drops', 260, 40))).toHaveLength(1)
  expect(newOf(issues('drops', 220, 80))).toEqual([])
})

test('nine customers are not enough, nor is one who comes ten times', () => {
  expect(newOf(issues('drops', 280, 9))).toEqual([])
  const again = issues('drops', 280, 10).map((issue) => ({ ...issue, customer: customerId('ann') }))
  expect(newOf(again)).toEqual([])
})
