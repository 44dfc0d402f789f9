import { expect, it } from 'vitest'
import { measureLengths } from './measure-lengths.ts'

const untimed = { contacts: 0, timed: 0, seconds: 0, squares: 0 }

/** So many calls of so many seconds each. */
function calls(count: number, seconds: number) {
  const firsts = { contacts: count, timed: count, seconds: count * seconds, squares: count * seconds ** 2 }
  return { channels: [{ channel: 'phone', firsts, repeats: untimed }] }
}

// 40 of 300 and 40 of 600 seconds: 450 on average, so two thirds and four thirds
it('holds the length of a cause against all causes by the same channels', () => {
  const [short, long] = measureLengths([calls(40, 300), calls(40, 600)])
  expect(short?.length).toBeCloseTo(2 / 3, 9)
  expect(long?.length).toBeCloseTo(4 / 3, 9)
})

it('takes a cause of few known lengths for as long as any', () => {
  const [, few] = measureLengths([calls(40, 300), calls(29, 600)])
  expect(few?.length).toBe(1)
})
