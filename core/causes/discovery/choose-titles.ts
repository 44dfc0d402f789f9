import { compareText } from '../../base/order.ts'
import { normalForm } from './distinct-texts.ts'
import type { Place } from './draw-space.ts'
import type { Naming } from './name-groups.ts'
import { dot } from './space.ts'
import { listTitles } from './title.ts'
import { prepareFaults } from './title-faults.ts'

/** The sentences that may name a group, best first. What is mixed holds sentences of so many other groups that none stands for it. */
export type GroupTitles = { readonly isMixed: boolean; readonly best: readonly string[] }

/** A sentence of a group's customers, how many contacts it opens, and how close the closest of their texts lies to the centre. */
type Title = Place & { readonly title: string; readonly weight: number; readonly cosine: number }

const candidates = 40
/** Sentences as close as this say the same. */
const alike = 0.5
const alikeWeight = 1
const wholeWeight = 0.5
const wordWeight = 0.3
/** A group whose sentences lie near the centres of as many groups, evenly, is about various matters. */
const manyMatters = 8

/**
 * Chooses for each group the sentences that may name it: close to its centre, said alike by many of its customers, in words that set
 * it apart, about what is wrong or wanted and neither about others nor about one customer's day. Members are given as indices.
 * Cost: one embedding a sentence, and forty comparisons with the group's sentences.
 */
export function chooseTitles(
  naming: Naming,
  members: readonly (readonly number[])[],
): readonly GroupTitles[] {
  const faultsOf = prepareFaults(naming.texts)
  const tellingOf = prepareTelling(naming)
  return members.map((indices, group) => {
    const all = listGroupTitles(naming, indices)
    const isMixed = mattersOf(all) >= manyMatters
    const titles = isMixed ? all.filter(({ nearest }) => nearest !== group) : all
    const near = titles.map((title) => {
      const home = isMixed ? title.nearest : group
      const said =
        title.closeness(home) + wholeWeight * title.cosine + wordWeight * tellingOf(title.title, home)
      return { ...title, score: said - faultsOf(title.title) }
    })
    const total = titles.reduce((sum, { weight }) => sum + weight, 0)
    const scored = near
      .sort(byScore)
      .slice(0, candidates)
      .map((one) => {
        const same = isMixed ? saidNear(one, titles) : saidAlike(one, titles)
        return { ...one, score: one.score + (alikeWeight * same) / total }
      })
    return { isMixed, best: scored.sort(byScore).map(({ title }) => title) }
  })
}

type Scored = { readonly title: string; readonly score: number }

function byScore(left: Scored, right: Scored): number {
  return right.score - left.score || compareText(left.title, right.title)
}

/** Each title once, with the contacts of all texts that it opens. */
function listGroupTitles({ texts, cosines, place }: Naming, indices: readonly number[]): readonly Title[] {
  const found = new Map<string, { weight: number; readonly cosine: number }>()
  for (const index of indices) {
    const { text = '', ids = [] } = texts[index] ?? {}
    for (const title of listTitles(text)) {
      const known = found.get(title)
      if (known === undefined) found.set(title, { weight: ids.length, cosine: cosines[index] ?? 0 })
      else known.weight += ids.length
    }
  }
  return [...found].flatMap(([title, of]) => {
    const placed = place(title)
    return placed === null ? [] : [{ title, ...of, ...placed }]
  })
}

/** Near how many groups' centres sentences lie, as if evenly spread. Source: Simpson (1949), inverse concentration. */
function mattersOf(titles: readonly Title[]): number {
  const counts = new Map<number, number>()
  for (const { nearest, weight } of titles) counts.set(nearest, (counts.get(nearest) ?? 0) + weight)
  const total = titles.reduce((sum, { weight }) => sum + weight, 0)
  return total === 0 ? 1 : 1 / counts.values().reduce((sum, count) => sum + (count / total) ** 2, 0)
}

/** The contacts whose sentences say much the same. */
function saidAlike({ vector }: Title, titles: readonly Title[]): number {
  let contacts = 0
  for (const other of titles)
    if (dot(vector, 0, other.vector, 0, vector.length) >= alike) contacts += other.weight
  return contacts
}

/** The contacts whose sentences lie near the same group's centre. */
function saidNear({ nearest }: Title, titles: readonly Title[]): number {
  return titles.reduce((sum, other) => sum + (other.nearest === nearest ? other.weight : 0), 0)
}

/**
 * Prepares telling how much a sentence's words set a group apart, 0 to 1, by the best of them: the share of the group's texts that
 * hold it, times the share of the texts with it that are the group's, square root.
 */
function prepareTelling({ texts, groups, count }: Naming) {
  const sizes = new Float64Array(count)
  const within = Array.from({ length: count }, () => new Map<string, number>())
  const everywhere = new Map<string, number>()
  texts.forEach(({ form, ids }, index) => {
    const group = groups[index] ?? -1
    if (group >= 0) sizes[group] = (sizes[group] ?? 0) + ids.length
    for (const word of new Set(form.split(' '))) {
      addTo(everywhere, word, ids.length)
      addTo(within[group], word, ids.length)
    }
  })
  return (sentence: string, group: number): number => {
    let most = 0
    for (const word of normalForm(sentence).split(' ')) {
      const own = within[group]?.get(word) ?? 0
      if (own > 0) most = Math.max(most, own ** 2 / ((sizes[group] ?? 0) * (everywhere.get(word) ?? 0)))
    }
    return Math.sqrt(most)
  }
}

function addTo(counts: Map<string, number> | undefined, word: string, count: number): void {
  counts?.set(word, (counts.get(word) ?? 0) + count)
}
