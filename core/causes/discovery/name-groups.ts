import { causeId } from '../../base/ids.ts'
import { hashText } from '../../text/hash.ts'
import type { DiscoveredCause } from '../cause-model.ts'
import { type DistinctText, normalForm } from './distinct-texts.ts'
import { findTellingPhrases } from './telling-phrases.ts'
import { listTitles, shortenToTitle } from './title.ts'

export type Naming = {
  readonly texts: readonly DistinctText[]
  /** The group of each text, -1 for none. */
  readonly groups: Int32Array
  /** How close each text is to its group's centre. */
  readonly cosines: Float32Array
  readonly count: number
  /** How close any sentence is to a group's centre. */
  readonly closeness: (text: string, group: number) => number
}

const candidateTexts = 16
const exampleCount = 5
const phraseCount = 4

/**
 * Names each group by the sentence of a customer that stands closest to its centre; never two the same. The id comes
 * from the name, so the same facts give the same id.
 */
export function nameGroups(naming: Naming): readonly Omit<DiscoveredCause, 'theme'>[] {
  const members = membersOf(naming)
  const phrases = findTellingPhrases(phraseTexts(naming), naming.count, { most: phraseCount, words: 3 })
  const taken = new Set<string>()
  return members.map((indices, group) => {
    const name = chooseName(naming, indices, group, { phrases: phrases[group] ?? [], taken })
    const texts = indices.map((index) => naming.texts[index]).filter((text) => text !== undefined)
    return {
      id: causeId(`cause-${hashText(normalForm(name))}`),
      name,
      from: 'text',
      words: phrases[group] ?? [],
      texts: texts.reduce((sum, text) => sum + text.ids.length, 0),
      examples: texts.slice(0, exampleCount).map((text) => text.ids[0] ?? ''),
    }
  })
}

/** Indices of each group's texts, closest first. */
function membersOf({ groups, cosines, count }: Naming): readonly number[][] {
  const members = Array.from({ length: count }, (): number[] => [])
  groups.forEach((group, index) => {
    members[group]?.push(index)
  })
  for (const indices of members) {
    indices.sort((left, right) => (cosines[right] ?? 0) - (cosines[left] ?? 0) || left - right)
  }
  return members
}

function phraseTexts({ texts, groups }: Naming) {
  return texts.map(({ form, ids }, index) => ({
    group: groups[index] ?? -1,
    words: form.split(' '),
    weight: ids.length,
  }))
}

function chooseName(naming: Naming, indices: readonly number[], group: number, given: Given): string {
  const titles = indices
    .slice(0, candidateTexts)
    .flatMap((index) => listTitles(naming.texts[index]?.text ?? ''))
  const scored = titles.map((title) => ({ title, score: scoreTitle(title, naming.closeness(title, group)) }))
  scored.sort((left, right) => right.score - left.score || (left.title < right.title ? -1 : 1))
  const whole = indices.map((index) => shortenToTitle(naming.texts[index]?.text ?? ''))
  const free = [...scored.map(({ title }) => title), ...whole, given.phrases.join(', ')].find(
    (title) => title !== '' && !given.taken.has(normalForm(title)),
  )
  const name = free ?? `Cause ${group + 1}`
  given.taken.add(normalForm(name))
  return name
}

/** What a name may be made of where no sentence will do, and names that are given already. */
type Given = { readonly phrases: readonly string[]; readonly taken: Set<string> }

/** Close to the centre, neither clipped nor rambling, and nothing hidden in it. */
function scoreTitle(title: string, closeness: number): number {
  const words = title.split(' ').length
  const length = words < 4 ? 0.06 : words > 12 ? 0.02 * (words - 12) : 0
  const masked = title.includes('[') ? 0.1 : 0
  const detail = ownDetail.test(title) ? 0.2 : 0
  return closeness - length - masked - detail
}

/** A sum, a date or a count is one customer's story, not what all of them come about. */
const ownDetail =
  /\d|[€£$¥]|\b(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)\b/i
