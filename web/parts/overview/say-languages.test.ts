import { expect, it } from 'vitest'
import { sayLanguages } from './say-languages.ts'

it('names the languages that texts are written in, most first, and adds up the rare', () => {
  expect(sayLanguages({ de: 800, en: 9200, ms: 1, und: 3 })).toBe(
    ', 9,200 in English, 800 in German and 4 in others',
  )
})

it('says nothing where no language is known', () => {
  expect(sayLanguages({})).toBe('')
})
