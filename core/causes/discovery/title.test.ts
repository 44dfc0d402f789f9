import { expect, test } from 'vitest'
import { shortenToTitle } from './title.ts'

test('what a title quotes is quoted within the quotes around it', () => {
  expect(shortenToTitle('Your offer had a red sticker "two years, no surprises".')).toBe(
    'Your offer had a red sticker ‘two years, no surprises’',
  )
  expect(shortenToTitle('The form says „no such contract“ again')).toBe(
    'The form says ‘no such contract’ again',
  )
})

test('a title is a line of its own, whatever was written', () => {
  expect(shortenToTitle('WHERE IS MY PARCEL???')).toBe('Where is my parcel?')
  expect(shortenToTitle('word '.repeat(40))).toMatch(/^Word word .*…$/)
})
