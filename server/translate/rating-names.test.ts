import { expect, it } from 'vitest'
import type { ImportFile } from '../../store/imports.ts'
import { toRatingNames } from './rating-names.ts'

function anImport(...mappings: readonly object[]) {
  const files = mappings.map(
    (mapping): ImportFile => ({
      ...{ position: 0, name: 'a.csv', path: '', format: 'csv', bytesTotal: 1, bytesDone: 1, isDone: true },
      ...{ rows: 1, interactions: 1, duplicates: 0, stateOnly: 0, setAside: 0 },
      context: { mapping },
    }),
  )
  return { files }
}

it('the mapping of the latest import names the ratings of a source', () => {
  const names = toRatingNames([
    anImport({ source: 'desk', ratingValues: { Good: 2, Bad: 1 } }, { source: 'calls' }),
    anImport({ source: 'desk', ratingValues: { Good: 5 } }, { source: 'calls', ratingValues: { Fair: 1 } }),
  ])
  expect(names).toEqual({ desk: { 1: 'Bad', 2: 'Good' } })
})

it('words for one number stand beside each other, and a number in a label is not said twice', () => {
  const ratingValues = {
    good: 2,
    Good: 2,
    Great: 2,
    '5 - Very satisfied': 5,
    'Bad (1)': 1,
    'Good (enough)': 3,
    '4 (Fine)': 4,
  }
  expect(toRatingNames([anImport({ source: 'desk', ratingValues })])).toEqual({
    desk: { 1: 'Bad', 2: 'Good / Great', 3: 'Good (enough)', 4: 'Fine', 5: 'Very satisfied' },
  })
})
