import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { oddTexts } from '../../test/odd-texts.ts'
import { cleanText } from './clean.ts'
import { languageOf } from './language.ts'
import { maskText } from './mask.ts'
import { numbersIn } from './numbers.ts'
import { readDue } from './read-due.ts'
import { splitSentences } from './sentences.ts'
import { tokenise } from './tokenise.ts'
import { embedText, parseWordTable } from './word-table.ts'

const table = parseWordTable(readFileSync(new URL('../../models/words.bin', import.meta.url)))

test.each(Object.entries(oddTexts))(
  '%s is read to its end, and never becomes more than it was',
  (_, text) => {
    // What grows with the square of the length would not end here for a megabyte.
    const clean = cleanText(text)
    expect(clean.length).toBeLessThanOrEqual(text.length)
    expect(maskText(clean).length).toBeLessThanOrEqual(clean.length)
    expect(tokenise(clean).length).toBeLessThanOrEqual(clean.length)
    expect(splitSentences(clean).length).toBeLessThanOrEqual(clean.length)
    expect(numbersIn(clean).size).toBeLessThanOrEqual(clean.length)
    expect(readDue(clean, 0)).toBeNull()
  },
)

test('the language is told where there is one, and nothing else is one', () => {
  const told = Object.entries(oddTexts).map(([name, text]) => [name, languageOf(cleanText(text))])
  expect(Object.fromEntries(told)).toEqual({
    ...Object.fromEntries(told.map(([name]) => [name, null])),
    arabic: 'ar',
    hebrew: 'he',
    mixed: 'de',
    html: 'en',
    // The words of such traces are English.
    stackTrace: 'en',
  })
})

test('meaning is seen only in what holds English words', () => {
  const readable = Object.entries(oddTexts).filter(([, text]) => embedText(table, cleanText(text)) !== null)
  expect(readable.map(([name]) => name)).toEqual(['oneWord', 'mixed', 'html', 'stackTrace'])
})

test('a word said over and over means what it means said once', () => {
  const [often, once] = [embedText(table, oddTexts.oneWord), embedText(table, 'refund')]
  const product = [...(often ?? [])].reduce((sum, value, axis) => sum + value * (once?.[axis] ?? 0), 0)
  expect(product).toBeCloseTo(1, 4)
})

test('twice the text gives twice the words', () => {
  for (const text of [oddTexts.oneWord, oddTexts.stackTrace, oddTexts.base64Lines, `${oddTexts.arabic} `])
    expect(tokenise(text + text)).toHaveLength(2 * tokenise(text).length)
})
