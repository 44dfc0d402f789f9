import { expect, it } from 'vitest'
import { remember } from './remember.ts'

it('asks again only for what it has forgotten, the longest unused first', () => {
  const asked: string[] = []
  const lengthOf = remember((text) => {
    asked.push(text)
    return text.length
  }, 10)
  expect(['one', 'two', 'one', 'four', 'one', 'two'].map(lengthOf)).toEqual([3, 3, 3, 4, 3, 3])
  expect(asked).toEqual(['one', 'two', 'four'])
  // Of ten characters five are new: two stays, which was asked for last.
  expect(['five!', 'two', 'four'].map(lengthOf)).toEqual([5, 3, 4])
  expect(asked).toEqual(['one', 'two', 'four', 'five!', 'four'])
})

it('remembers that there is no answer', () => {
  let asked = 0
  const nothing = remember(() => {
    asked += 1
  }, 10)
  nothing('a')
  nothing('a')
  expect(asked).toBe(1)
})

it('answers a text that is longer than all it may remember', () => {
  expect(remember((text) => text.length, 2)('three')).toBe(5)
})
