import { expect, test } from 'vitest'
import { splitSentences } from './sentences.ts'

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

test('sentences end at marks and line breaks, not inside titles and amounts', () => {
  expect(cut('I paid $3.50. Dr. Smith knows!  Why?\nHelp')).toEqual([
    'I paid $3.50.',
    'Dr. Smith knows!',
    'Why?',
    'Help',
  ])
})

test('an empty text has no sentence', () => {
  expect(cut(' \n ')).toEqual([])
})
