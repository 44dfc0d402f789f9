import { expect, it } from 'vitest'
import type { ImportFile } from '../../store/imports.ts'
import { toRatingNames as toMaskedNames } from './rating-names.ts'

const toRatingNames = (imports: Parameters<typeof toMaskedNames>[0]) => toMaskedNames(imports, (word) => word)

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

it('a word names a number where all mappings of the source agree; those without words say nothing', () => {
  const names = toRatingNames([
    anImport({ source: 'desk', ratingValues: { Unhappy: 1, Happy: 2 } }, { source: 'calls' }),
    anImport(
      { source: 'desk', ratingValues: { Awful: 1, happy: 2, Great: 3 } },
      { source: 'calls', ratingValues: { Fair: 1 } },
    ),
  ])
  expect(names).toEqual({ desk: { 2: 'Happy', 3: 'Great' }, calls: { 1: 'Fair' } })
})

it('a file that gave nothing new names nothing', () => {
  const again = anImport({ source: 'desk', ratingValues: { Good: 1, Bad: 2 } })
  const files = again.files.map((file) => ({ ...file, interactions: 0 }))
  const before = anImport({ source: 'desk', ratingValues: { Bad: 1, Good: 2 } })
  expect(toRatingNames([{ files }, before])).toEqual({ desk: { 1: 'Bad', 2: 'Good' } })
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

it('what words say of people is masked', () => {
  const imports = [anImport({ source: 'desk', ratingValues: { '1 - bad, ann@example.org': 1 } })]
  expect(toMaskedNames(imports, (word) => word.replace('ann@example.org', 'a…'))).toEqual({
    desk: { 1: 'bad, a…' },
  })
})
