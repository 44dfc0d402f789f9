import { expect, test } from 'vitest'
import { csvLine, withoutFormula } from './csv-line.ts'

test('a field is quoted only where a comma, a quote or a line end would mislead', () => {
  expect(csvLine([null, 'a,b', 'say "hi"', 'two\nlines', 3, false])).toBe(
    ',"a,b","say ""hi""","two\nlines",3,false\n',
  )
})

test('a text that a spreadsheet would run as a formula gets an apostrophe', () => {
  const texts = ['=1+1', '+cmd|x', '-2+3|x', '@SUM(A1)', '\t=1']
  expect(texts.map(withoutFormula)).toEqual(texts.map((text) => `'${text}`))
})

test('numbers, phone numbers and other texts stay as they are', () => {
  const values = ['-12.50', '+49 (170) 123-45', -3, null, 'Where is my card?', "'=", '']
  expect(values.map(withoutFormula)).toEqual(values)
})
