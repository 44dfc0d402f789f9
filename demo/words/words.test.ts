import { describe, expect, it } from 'vitest'
import { causes } from '../causes/causes.ts'
import { defaultStory, walkStory } from '../walk.ts'
import { wordsOf } from './words-of.ts'

const firsts = [...walkStory(defaultStory)].filter(
  ({ draft }) => draft.author === 'customer' && draft.kind !== 'survey',
)

/** Four words in a row, as a bag for comparing two causes. */
function fourGrams(texts: readonly string[]): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const text of texts) {
    const words = text.toLowerCase().match(/[\p{L}\d’]+/gu) ?? []
    for (let at = 0; at + 4 <= words.length; at++) grams.add(words.slice(at, at + 4).join(' '))
  }
  return grams
}

describe('the words of the causes', { timeout: 60_000 }, () => {
  it('have at least 25 ways to begin, some to come back, and answers from both sides', () => {
    for (const { id } of causes) {
      const words = wordsOf(id)
      expect(words.opening.length, id).toBeGreaterThanOrEqual(25)
      expect(words.detail.length, id).toBeGreaterThanOrEqual(6)
      for (const list of [words.again, words.want]) expect(list.length, id).toBeGreaterThanOrEqual(5)
      for (const list of [words.fix, words.rule, words.option, words.about, words.subject]) {
        expect(list.length, id).toBeGreaterThanOrEqual(3)
      }
    }
  })

  it('make almost every longer message different from all others', () => {
    const long = firsts.map(({ draft }) => draft.text).filter((text) => text.length > 120)
    expect(new Set(long).size / long.length).toBeGreaterThan(0.995)
  })

  it('run from five words to more than a hundred and fifty', () => {
    const counts = firsts.map(({ draft }) => draft.text.split(/\s+/).length)
    expect(counts.filter((count) => count <= 8).length).toBeGreaterThan(50)
    expect(counts.filter((count) => count >= 120).length).toBeGreaterThan(50)
    expect(Math.max(...counts)).toBeLessThan(260)
  })

  it('do not give a cause away by one phrase: no sequence of four words is in most of its first contacts', () => {
    const opening = firsts.filter(({ draft }) => draft.contact === 1 && draft.text.length > 60)
    for (const [, steps] of Map.groupBy(opening, ({ draft }) => draft.issue.cause.id)) {
      const counts = new Map<string, number>()
      for (const { draft } of steps) {
        for (const gram of fourGrams([draft.text])) counts.set(gram, (counts.get(gram) ?? 0) + 1)
      }
      expect(Math.max(...counts.values()) / steps.length).toBeLessThan(0.5)
    }
  })

  it('overlap between causes through life around them, but never for the most part', () => {
    const grams = [...Map.groupBy(firsts, ({ draft }) => draft.issue.cause.id)].map(([id, steps]) => ({
      id,
      grams: fourGrams(steps.map(({ draft }) => draft.text)),
    }))
    for (const left of grams) {
      for (const right of grams) {
        if (left.id >= right.id) continue
        const shared = [...left.grams].filter((gram) => right.grams.has(gram)).length
        const share = shared / Math.min(left.grams.size, right.grams.size)
        expect(share, `${left.id} and ${right.id}`).toBeLessThan(0.6)
        expect(share, `${left.id} and ${right.id}`).toBeGreaterThan(0.02)
      }
    }
  })

  it('are cleanly set: no bracket, brace, double space or space before a stop', () => {
    for (const { draft } of walkStory({ ...defaultStory, interactions: 6000 })) {
      expect(draft.text).not.toMatch(/[[\]{}|]| {2}| [.,?!]|undefined|\.\.|,\./)
    }
  })

  it('end on a kind word where somebody died, without jokes', () => {
    const sad = firsts.filter(({ draft }) => draft.issue.cause.feeling === 'sadness')
    expect(sad.length).toBeGreaterThan(60)
    expect(sad.filter(({ draft }) => /dog|cheering|in-laws|ruder/.test(draft.text))).toEqual([])
  })
})
