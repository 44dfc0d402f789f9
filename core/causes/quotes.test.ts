import { expect, test } from 'vitest'
import { toThePoint } from './quotes.ts'

const point = 'Our white router blinks in four colours.\n\nWhat do I have to do?'

test.each([
  [point],
  [`Router does not connect\n\nGood afternoon,\n\n${point}`],
  [`Hello,\n${point}`],
  [`${point}\n\nKind regards,\nAnn Lee`],
])('%j is quoted from its point to its end', (text) => {
  expect(toThePoint(text)).toBe(point)
})

test('a text of one line is quoted as it is', () => {
  expect(toThePoint('Hello, the line is dead again')).toBe('Hello, the line is dead again')
  expect(toThePoint('')).toBe('')
})
