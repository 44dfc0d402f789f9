import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { cleanText, readingPart } from './clean.ts'

test('markup and entities go, white space is folded, lines stay', () => {
  expect(cleanText('<p>Hi&nbsp;there</p>\n\n<b>my</b> card &amp; pin<br>are lost')).toBe(
    'Hi there\nmy card & pin\nare lost',
  )
  expect(cleanText('<style>p { color: red }</style>Hello<script>alert(1)</script>')).toBe('Hello')
})

test('a line wrapped by the mail program is joined, a heading is not', () => {
  const wrapped = 'I have been waiting for my refund for more than three\nweeks'
  expect(cleanText(wrapped)).toBe('I have been waiting for my refund for more than three weeks')
  expect(cleanText('No data in app\nit shows nothing')).toBe('No data in app\nit shows nothing')
})

test('a quoted reply and a signature are not the sender’s words', () => {
  const mail = 'It is still broken.\n> did you restart it?\n\n-- \nAnn Lee\nAcme Ltd'
  expect(cleanText(mail)).toBe('It is still broken.')
  expect(cleanText('Any news?\n\nOn Mon, 2 May 2024 at 10:00, Support wrote:\nWe are sorry')).toBe(
    'Any news?',
  )
  expect(cleanText('Where is it?\nSent from my iPhone')).toBe('Where is it?')
})

test('a message that is all quotation is read in full', () => {
  expect(cleanText('> where is my parcel?')).toBe('> where is my parcel?')
})

test('the reading part keeps every position', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(readingPart(text)).toHaveLength(text.length)
    }),
  )
})

test('a megabyte of open tags ends in time', () => {
  expect(readingPart('<script '.repeat(120_000))).toHaveLength(960_000)
})
