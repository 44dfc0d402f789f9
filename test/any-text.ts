import fc from 'fast-check'

const pieces = [
  'a',
  'B',
  'é',
  'ß',
  'İ',
  '中',
  'ع',
  '0',
  '7',
  ' ',
  '\n',
  '.',
  ',',
  '?',
  '!',
  '-',
  "'",
  '’',
  '"',
  '<',
  '>',
  '&',
  '@',
  '#',
]
const troublesome = [
  '😀',
  '👩‍👩‍👧',
  '\u200d',
  '\u0301',
  '\ud83d',
  '\udc00',
  '\u0000',
  '\ufffd',
  ' not ',
  ' if ',
  ' sorry ',
  '://',
  ':(',
]

/** For tests: strings of what messages are made of and of what breaks readers. */
export const anyText = fc.string({ unit: fc.constantFrom(...pieces, ...troublesome), maxLength: 60 })
