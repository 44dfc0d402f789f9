import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseWordTable } from '../text/word-table.ts'
import { prepareAssigner } from './assign-cause.ts'
import { defaultGrain, discoverCauses } from './discover-causes.ts'

const table = parseWordTable(readFileSync(new URL('../../models/words.bin', import.meta.url)))
const settings = { grain: defaultGrain }

/** Three reasons, each in several people's words. */
const parcel = ['parcel', 'package', 'delivery', 'shipment'].flatMap((word) => [
  `Where is my ${word}?`,
  `My ${word} has not arrived`,
  `The ${word} never came`,
  `I am still waiting for my ${word}`,
])
const refund = ['refund', 'money back', 'reimbursement', 'repayment'].flatMap((word) => [
  `I want a ${word} for my ticket`,
  `When do I get the ${word}?`,
  `How do I ask for a ${word}?`,
  `Please give me my ${word}`,
])
const password = ['password', 'login', 'passcode', 'sign in'].flatMap((word) => [
  `I forgot my ${word}`,
  `My ${word} does not work`,
  `How can I reset the ${word}?`,
  `The ${word} is rejected by the app`,
])

const withIds = (texts: readonly string[]) => texts.map((text, index) => ({ id: `m${index}`, text }))
const everything = withIds([...parcel, ...refund, ...password])

describe('three reasons in many words', () => {
  const model = discoverCauses(everything, table, settings)
  const assign = prepareAssigner(model, table)

  test('no cause mixes parcels with passwords', () => {
    const causesOf = (texts: readonly string[]) => new Set(texts.map((text) => assign(text)?.cause))
    for (const cause of causesOf(parcel)) if (cause) expect(causesOf(password).has(cause)).toBe(false)
  })

  test('nearly every text gets a cause', () => {
    expect(model.assigned / model.texts).toBeGreaterThan(0.9)
  })

  test('names are customers’ sentences and no two are the same', () => {
    const names = model.causes.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(everything.some(({ text }) => text.startsWith(name))).toBe(true)
  })

  test('new words for an old reason find their cause', () => {
    const known = assign('Where is my parcel?')?.cause
    expect(assign('where is the parcel now')?.cause).toBe(known)
  })

  test('a text of another kind is honestly none of these', () => {
    for (const text of ['The weather in Pittsburgh is lovely', '', '😀', 'qwrtz xkcd'])
      expect(assign(text)).toBeNull()
  })

  test('the model is plain JSON', () => {
    const copy = JSON.parse(JSON.stringify(model))
    expect(copy).toEqual(model)
    expect(prepareAssigner(copy, table)('Where is my parcel?')).toEqual(assign('Where is my parcel?'))
  })

  test('each cause belongs to one theme, and the themes hold all causes', () => {
    expect(model.themes.flatMap(({ causes }) => causes).sort()).toEqual(
      model.causes.map(({ id }) => id).sort(),
    )
    for (const { id, theme } of model.causes) {
      expect(model.themes.find((candidate) => candidate.id === theme)?.causes).toContain(id)
    }
  })
})

test('the order of the texts does not matter', () => {
  const expected = JSON.stringify(discoverCauses(everything, table, settings))
  fc.assert(
    fc.property(fc.shuffledSubarray(everything, { minLength: everything.length }), (shuffled) => {
      expect(JSON.stringify(discoverCauses(shuffled, table, settings))).toBe(expected)
    }),
    { numRuns: 8 },
  )
})

test('a coarser grain never finds more causes', () => {
  const counts = [0.1, 0.4, 1].map((grain) => discoverCauses(everything, table, { grain }).causes.length)
  expect(counts).toEqual([...counts].sort((left, right) => left - right))
})

test('ten thousand times the same message is one cause with all of them', () => {
  const same = Array.from({ length: 10_000 }, (_, index) => ({
    id: String(index),
    text: 'My card was stolen!',
  }))
  const { causes, assigned } = discoverCauses(same, table, settings)
  expect(causes.map(({ name, texts }) => ({ name, texts }))).toEqual([
    { name: 'My card was stolen', texts: 10_000 },
  ])
  expect(assigned).toBe(10_000)
})

test('where there is nothing to read there are no causes', () => {
  const nothing = [
    '',
    ' ',
    '😀😀',
    'https://x.org',
    '123',
    'a'.repeat(1_000_000),
    btoa('x'.repeat(3000)),
    'أين طلبي؟',
  ]
  expect(discoverCauses([], table, settings).causes).toEqual([])
  expect(discoverCauses(withIds(nothing), table, settings).causes).toEqual([])
})

test('one text alone is no cause', () => {
  expect(discoverCauses(withIds(['Where is my card?']), table, settings).causes).toEqual([])
})
