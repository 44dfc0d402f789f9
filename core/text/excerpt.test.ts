import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptAround, takeMarks } from './excerpt.ts'

const text = 'I called twice. Nobody knew my refund. Then I waited. Then I wrote.'
const refund = { start: text.indexOf('refund'), end: text.indexOf('refund') + 6 }

test('a long text is cut to whole sentences from the first mark on', () => {
  expect(excerptAround(text, [refund], 40)).toEqual({
    text: 'Nobody knew my refund. Then I waited.',
    marks: [{ start: 15, end: 21 }],
    hasMoreBefore: true,
    hasMoreAfter: true,
  })
})

test('a short text stays whole, and a sentence longer than asked for is not cut', () => {
  expect(excerptAround(text, [refund], 100)).toMatchObject({ text, marks: [refund], hasMoreAfter: false })
  expect(excerptAround(text, [refund], 5).text).toBe('Nobody knew my refund.')
})

test('marks written into a text are taken out where they stood', () => {
  expect(takeMarks('my <refund> and <money>', { start: '<', end: '>' })).toEqual({
    text: 'my refund and money',
    marks: [
      { start: 3, end: 9 },
      { start: 14, end: 19 },
    ],
  })
})

test('whatever the text, marks of an excerpt hold the words that were marked', () => {
  const words = fc.array(fc.constantFrom('refund', 'a', 'wait.', 'so\n', 'now!'), {
    minLength: 1,
    maxLength: 60,
  })
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 120 }), (said, length) => {
      const written = said.map((word) => (word === 'refund' ? '<refund>' : word)).join(' ')
      const { text: plain, marks } = takeMarks(written, { start: '<', end: '>' })
      const excerpt = excerptAround(plain, marks, length)
      expect(plain).toBe(said.join(' '))
      expect(plain).toContain(excerpt.text)
      expect(excerpt.marks.length > 0).toBe(marks.length > 0)
      for (const { start, end } of excerpt.marks) expect(excerpt.text.slice(start, end)).toBe('refund')
    }),
  )
})
