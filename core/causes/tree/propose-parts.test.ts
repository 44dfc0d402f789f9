import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseWordTable } from '../../text/word-table.ts'
import { proposeParts } from './propose-parts.ts'

const table = parseWordTable(readFileSync(new URL('../../../models/words.bin', import.meta.url)))
const things = ['shoes', 'coat', 'lamp', 'chair', 'table', 'kettle', 'scarf', 'clock']
const late = things.flatMap((thing) => [
  `The ${thing} I ordered is late`,
  `My ${thing} has not been delivered yet`,
])
const broken = things.flatMap((thing) => [
  `The ${thing} arrived broken`,
  `My ${thing} came damaged in the box`,
])
const reasonsOf = (texts: readonly string[]) =>
  texts.map((text, index) => ({ id: `${index}`.padStart(3, '0'), text }))

test('a cause that holds two is proposed as two, with the messages of each', () => {
  const parts = proposeParts(reasonsOf([...late, ...broken]), table)
  expect(parts.length).toBeGreaterThan(1)
  for (const { ids } of parts) expect(new Set(ids.map((id) => Number(id) < late.length)).size).toBe(1)
  const all = parts.flatMap(({ ids }) => ids)
  expect(new Set(all).size).toBe(all.length)
})

test('a cause of few messages has no parts', () => {
  expect(proposeParts(reasonsOf(late.slice(0, 4)), table)).toEqual([])
  expect(proposeParts([], table)).toEqual([])
})
