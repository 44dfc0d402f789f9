import { expect, test } from 'vitest'
import { isTest, listSourceFiles } from './source-files.ts'

/** The hard limits of the style guide. */
const longestFile = 300
const longestTest = 400
const fullestFolder = 15

/** These hold one small file a method, a word or a page, by design. */
const unbounded = ['core/stats', 'core/text', 'store', 'server/routes', 'contract', 'web/pages']

const files = listSourceFiles()

test('no file is longer than a reader can hold', () => {
  const long = files.filter(({ file, lines }) => lines.length > (isTest(file) ? longestTest : longestFile))
  expect(long.map(({ file, lines }) => `${file}: ${lines.length} lines`)).toEqual([])
})

test('no folder holds more files than a reader can survey', () => {
  const counts = new Map<string, number>()
  for (const { file, folder } of files) if (!isTest(file)) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  const full = [...counts].filter(([folder, count]) => count > fullestFolder && !unbounded.includes(folder))
  expect(full.map(([folder, count]) => `${folder}: ${count} files`)).toEqual([])
})
