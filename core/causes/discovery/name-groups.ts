import { causeId } from '../../base/ids.ts'
import { hashText } from '../../text/hash.ts'
import type { DiscoveredCause } from '../cause-model.ts'
import { chooseTitles } from './choose-titles.ts'
import { type DistinctText, normalForm } from './distinct-texts.ts'
import type { Place } from './draw-space.ts'
import { findTellingPhrases } from './telling-phrases.ts'
import { shortenToTitle } from './title.ts'

export type Naming = {
  readonly texts: readonly DistinctText[]
  /** The group of each text, -1 for none. */
  readonly groups: Int32Array
  /** How close each text is to its group's centre. */
  readonly cosines: Float32Array
  readonly count: number
  /** Where a sentence lies, and how close it is to a group's centre; null without a known word. */
  readonly place: (text: string) => Place | null
}

const exampleCount = 5
const phraseCount = 4

/**
 * Names each group by the sentence of a customer that says best what is wrong (see choose-titles.ts); never two the same. A group
 * of various matters says so. The id comes from the name, so the same facts give the same id.
 */
export function nameGroups(naming: Naming): readonly Omit<DiscoveredCause, 'theme'>[] {
  const members = membersOf(naming)
  const phrases = findTellingPhrases(phraseTexts(naming), naming.count, { most: phraseCount, words: 3 })
  const titles = chooseTitles(naming, members)
  const names = giveNames(
    members.map((indices, group) => {
      const whole = indices.map((index) => shortenToTitle(naming.texts[index]?.text ?? ''))
      const { isMixed, best } = titles[group] ?? { isMixed: false, best: [] }
      return { isMixed, candidates: [...best, ...whole, (phrases[group] ?? []).join(', ')] }
    }),
  )
  return members.map((indices, group) => {
    const texts = indices.flatMap((index) => naming.texts[index] ?? [])
    const name = names[group] ?? ''
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

type Candidates = { readonly isMixed: boolean; readonly candidates: readonly string[] }

const various = 'Various matters, such as'

/** Whether a name is that of a group of various matters. */
export function isVarious(name: string): boolean {
  return name.startsWith(various)
}

/** The first candidate of each that no other has; groups of various matters come last, so that they take nobody's name. */
function giveNames(groups: readonly Candidates[]): readonly string[] {
  const taken = new Set<string>()
  const names = groups.map(() => '')
  for (const mixed of [false, true])
    groups.forEach(({ isMixed, candidates }, group) => {
      if (isMixed !== mixed) return
      const free = candidates.find((title) => title !== '' && !taken.has(normalForm(title)))
      const name = free ?? `Cause ${group + 1}`
      taken.add(normalForm(name))
      names[group] = isMixed ? `${various} ‘${name}’` : name
    })
  return names
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
