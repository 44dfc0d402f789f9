import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { embedText, parseWordTable } from '../../text/word-table.ts'
import { embedSample, foldTexts } from './distinct-texts.ts'
import { centrePoints, drawSpace, preparePlacing } from './draw-space.ts'
import { nameGroups } from './name-groups.ts'
import { nameTheme } from './themes.ts'

const table = parseWordTable(readFileSync(new URL('../../../models/words.bin', import.meta.url)))

const matters = [
  ['parcel', 'The parcel never came', 'My parcel is lost', 'Where is my parcel?'],
  ['password', 'I forgot my password', 'My password is rejected', 'I cannot reset the password'],
  ['refund', 'My refund has not come', 'Where is my refund?', 'I still wait for the refund'],
  ['engineer', 'The engineer did not come', 'Your engineer missed the appointment', 'No engineer came'],
  ['meter', 'The meter reading is wrong', 'Correct my meter reading', 'My meter shows less'],
  ['router', 'The router does not connect', 'My router has no light', 'The new router is dead'],
  ['insurance', 'My insurance claim was refused', 'I need proof of insurance', 'Is my car insurance valid?'],
  ['flight', 'My flight was cancelled', 'I want to change my flight', 'I missed my flight'],
  ['tariff', 'Which electricity tariff fits us?', 'Is the night tariff cheaper?', 'I want another tariff'],
] as const
const aside = 'The dog and I went for a long walk by the river'

/** Names of the matters' groups and of one more, that holds what was said of all of them beside a walk. */
function namesOf(more: readonly string[]) {
  const plain = matters.flatMap(([word, ...texts]) => texts.map((text) => ({ word, text })))
  const all = [...plain, ...more.map((text) => ({ word: 'more', text }))]
  const words = [...matters.map(([word]) => word), 'more']
  const folded = foldTexts(all.map(({ text }, index) => ({ id: `m${index}`, text })))
  const { texts, vectors, size } = embedSample(folded, ({ text }) => embedText(table, text), {
    most: 100,
    size: table.dimensions,
  })
  const groups = Int32Array.from(texts, ({ text }) =>
    words.indexOf(all.find((one) => one.text === text)?.word ?? ''),
  )
  const { space, placed } = drawSpace(centrePoints(vectors, size), groups, words.length)
  const place = preparePlacing(table, space)
  return nameGroups({ texts, groups, cosines: placed.cosines, count: words.length, place }).map(
    ({ name }) => name,
  )
}

test('a name says what is wrong, not what it is told with', () => {
  const told = namesOf([
    `${aside}. The broken washing machine leaks.`,
    'I am so annoyed by now. The washing machine leaks again.',
    'Nobody seems to care. My washing machine still leaks.',
  ])
  expect(told.at(-1)).toMatch(/washing machine/)
})

test('a group of what was said of many matters says so, and takes no other’s name', () => {
  const mixed = namesOf(matters.map(([, first, second]) => `${first}. ${second}. ${aside}. ${aside}.`))
  expect(mixed.at(-1)).toMatch(/^Various matters, such as ‘.+’$/)
  expect(mixed.slice(0, -1).filter((name) => name.startsWith('Various'))).toEqual([])
  expect(new Set(mixed).size).toBe(mixed.length)
})

test('a theme is named like its largest cause about one matter, and says when there is more', () => {
  const parcel = { name: 'Where is my parcel?' }
  const various = { name: 'Various matters, such as ‘No money so far’' }
  expect(nameTheme([parcel])).toBe('Where is my parcel?')
  expect(nameTheme([various, parcel])).toBe('Where is my parcel? (and more)')
})
