import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { oddTexts } from '../../test/odd-texts.ts'
import { parseWordTable } from '../text/word-table.ts'
import { prepareAssigner } from './assign-cause.ts'
import { defaultGrain, discoverCauses } from './discover-causes.ts'
import { reasonOf } from './reason.ts'

const table = parseWordTable(readFileSync(new URL('../../models/words.bin', import.meta.url)))
const cards = ['card', 'wallet', 'purse', 'passport'].flatMap((word) => [
  `My ${word} was stolen`,
  `Somebody stole my ${word}`,
  `My ${word} got stolen yesterday`,
])
const withIds = (texts: readonly string[]) => texts.map((text, index) => ({ id: `m${index}`, text }))
const { oneWord, mixed, html, stackTrace, arabic, hebrew, ...unsaid } = oddTexts

test.each(Object.entries(unsaid))('%s gives no reason', (_, text) => {
  expect(reasonOf([text])).toBeNull()
})

test('what is said among markup is the reason, and a reason is short', () => {
  expect(reasonOf([html])).toBe('My card was stolen')
  for (const text of [oneWord, stackTrace]) expect(reasonOf([text])?.length).toBeLessThanOrEqual(600)
})

test('odd texts are none of the causes found, and one said among markup is', () => {
  const model = discoverCauses(withIds(cards), table, { grain: defaultGrain })
  const assign = prepareAssigner(model, table)
  for (const text of [...Object.values(unsaid), arabic, hebrew, stackTrace, oneWord])
    expect(assign(text)).toBeNull()
  expect(assign(reasonOf([html]) ?? '')).not.toBeNull()
})

test('a thousand odd texts among others move no cause', () => {
  const odd = [...Object.values(unsaid), arabic, hebrew].flatMap((text) => reasonOf([text]) ?? [])
  const many = Array.from({ length: 1000 }, (_, index) => odd[index % odd.length] ?? '')
  const causesOf = (texts: readonly string[]) =>
    discoverCauses(withIds(texts), table, { grain: defaultGrain }).causes
  expect(causesOf([...cards, ...many])).toEqual(causesOf(cards))
})

test('a cause found in raw markup has a name all the same', () => {
  const pages = ['card', 'wallet', 'purse', 'passport'].map(
    (word) => `<p class="${word} stolen lost" id="${word}">`,
  )
  const { causes } = discoverCauses(withIds(pages), table, { grain: defaultGrain })
  expect(causes.map(({ name }) => name === '')).toEqual([false])
})

test('one customer’s sums and days do not name a cause where a plainer sentence is there', () => {
  const refunds = ['shoes', 'coat', 'lamp', 'chair', 'table'].flatMap((thing, index) => [
    `The refund of ${240 + index} euros for the ${thing} has not come`,
    `On Tuesday I sent the ${thing} back and the refund has not come`,
    `The refund for the ${thing} has not come`,
  ])
  const { causes } = discoverCauses(withIds([...refunds, ...cards]), table, { grain: defaultGrain })
  expect(causes.length).toBeGreaterThan(0)
  for (const { name } of causes) expect(name).not.toMatch(/\d|Tuesday|yesterday/)
})
