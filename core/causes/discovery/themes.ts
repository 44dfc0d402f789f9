import { hashText } from '../../text/hash.ts'
import type { DiscoveredCause, Theme } from '../cause-model.ts'
import { findCommunities } from './communities.ts'
import type { DistinctText } from './distinct-texts.ts'
import { contract, type Graph } from './graph.ts'
import { findTellingPhrases } from './telling-phrases.ts'

export type ThemeInput = {
  readonly graph: Graph
  /** The cause of each text, -1 for none. */
  readonly groups: Int32Array
  readonly texts: readonly DistinctText[]
  readonly causes: readonly Omit<DiscoveredCause, 'theme'>[]
}

const themeResolution = 0.3

/**
 * Groups causes whose texts are neighbours into themes, by the same method one level up, and names each theme by what sets it
 * apart.
 */
export function groupIntoThemes({ graph, groups, texts, causes }: ThemeInput) {
  const nobody = causes.length
  const cells = groups.map((group) => (group < 0 ? nobody : group))
  const communities = findCommunities(contract(graph, cells, nobody + 1), themeResolution)
  const numbers = new Map<number, number>()
  const numberOf = causes.map((_, index) => {
    const community = communities[index] ?? index
    const number = numbers.get(community) ?? numbers.size
    numbers.set(community, number)
    return number
  })
  const phrases = findTellingPhrases(
    texts.map(({ form, ids }, index) => ({
      group: numberOf[groups[index] ?? -1] ?? -1,
      words: form.split(' '),
      weight: ids.length,
    })),
    numbers.size,
    { most: 4, words: 1 },
  )
  const taken = new Set<string>()
  const themes = Array.from({ length: numbers.size }, (_, number): Theme => {
    const members = causes.filter((_, index) => numberOf[index] === number)
    const name = nameTheme(phrases[number] ?? [], members, taken)
    return { id: `theme-${hashText(name.toLowerCase())}`, name, causes: members.map(({ id }) => id) }
  })
  return { themes, themeOf: numberOf.map((number) => themes[number]?.id ?? '') }
}

/**
 * Of one cause, its name. Of several, two words that tell them from the rest, else the largest one's name. Never one that another
 * theme has.
 */
function nameTheme(phrases: readonly string[], members: ThemeInput['causes'], taken: Set<string>): string {
  const largest = members[0]?.name ?? ''
  const joined = [phrases.slice(0, 2).join(' and '), phrases.slice(0, 3).join(', ')]
  const candidates = members.length === 1 ? [largest, ...joined] : [...joined, largest]
  const name = candidates.find((candidate) => candidate !== '' && !taken.has(candidate)) ?? largest
  taken.add(name)
  return name.charAt(0).toUpperCase() + name.slice(1)
}
