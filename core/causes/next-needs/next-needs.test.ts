import { describe, expect, test } from 'vitest'
import { causeId, customerId, issueId } from '../../base/ids.ts'
import { dayMs } from '../../base/time.ts'
import { countNextNeeds } from './count-next-needs.ts'
import { findNextNeeds } from './find-next-needs.ts'
import type { LivedIssue } from './lived-issue.ts'

const end = 365 * dayMs

function lived(customer: string, cause: string, firstDay: number, lastDay = firstDay): LivedIssue {
  return {
    id: issueId(`${customer}-${cause}-${firstDay}`),
    customer: customerId(customer),
    cause: causeId(cause),
    firstAt: firstDay * dayMs,
    lastAt: lastDay * dayMs,
    contacts: 2,
  }
}

function count(lives: readonly (readonly LivedIssue[])[]) {
  const counter = countNextNeeds(end)
  for (const life of lives) counter.add(life)
  return counter.result()
}

const found = (lives: readonly (readonly LivedIssue[])[]) =>
  findNextNeeds(count(lives)).map(({ cause, next }) => `${cause} > ${next}`)

/** Customers who come about one thing, of whom some come about another ten days later. */
const customers = (name: string, cause: string, total: number, next: string, followed: number) =>
  Array.from({ length: total }, (_, index) => [
    lived(`${name}${index}`, cause, index % 200),
    ...(index < followed ? [lived(`${name}${index}`, next, (index % 200) + 10)] : []),
  ])

describe('counting what comes next', () => {
  test('only the first other cause within thirty days of the last contact is next', () => {
    const { pairs, observed } = count([
      [lived('ann', 'move', 0, 20), lived('ann', 'bill', 45), lived('ann', 'refund', 47)],
      [lived('bob', 'move', 0), lived('bob', 'bill', 30)],
    ])
    expect(pairs.map(({ cause, next, followed, contacts }) => [cause, next, followed, contacts])).toEqual([
      ['bill', 'refund', 1, 2],
      ['move', 'bill', 1, 2],
    ])
    expect(Object.fromEntries(observed)).toEqual({ move: 2, bill: 2, refund: 1 })
  })

  test('an issue whose thirty days are not over counts neither way', () => {
    expect(count([[lived('ann', 'move', 340), lived('ann', 'bill', 350)]])).toEqual({
      observed: new Map(),
      pairs: [],
    })
  })
})

describe('finding what comes next more than by chance', () => {
  test('a need that follows one cause and hardly another is found, with share, lift and evidence', () => {
    const counts = count([
      ...customers('a', 'move', 100, 'bill', 20),
      ...customers('b', 'login', 400, 'bill', 8),
    ])
    const [need, ...others] = findNextNeeds(counts)
    // 20 of 100 against 8 of 400: 0.2 / 0.02 = 10; Katz: exp(1.96 x sqrt(1/20 - 1/100 + 1/8 - 1/400)) = 2.2036.
    expect(need?.share.value).toBeCloseTo(0.2)
    expect(need?.lift.value).toBeCloseTo(10)
    expect(need?.lift.low).toBeCloseTo(10 / 2.2036, 2)
    expect(need?.contacts).toBe(40)
    expect(need?.examples).toHaveLength(3)
    expect(others).toEqual([])
  })

  test('what follows everything alike follows nothing in particular', () => {
    expect(
      found([...customers('a', 'move', 200, 'bill', 20), ...customers('b', 'login', 200, 'bill', 20)]),
    ).toEqual([])
  })

  test('few issues prove nothing', () => {
    expect(
      found([...customers('a', 'move', 19, 'bill', 19), ...customers('b', 'login', 400, 'bill', 4)]),
    ).toEqual([])
  })

  test('the order of the customers does not matter', () => {
    const lives = [...customers('a', 'move', 100, 'bill', 20), ...customers('b', 'login', 400, 'bill', 8)]
    expect(findNextNeeds(count(lives.toReversed()))).toEqual(findNextNeeds(count(lives)))
  })
})
