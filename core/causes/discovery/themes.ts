import { hashText } from '../../text/hash.ts'
import type { DiscoveredCause, Theme } from '../cause-model.ts'
import { findCommunities } from './communities.ts'
import { contract, type Graph } from './graph.ts'
import { isVarious } from './name-groups.ts'

export type ThemeInput = {
  readonly graph: Graph
  /** The cause of each text, -1 for none. */
  readonly groups: Int32Array
  readonly causes: readonly Omit<DiscoveredCause, 'theme'>[]
}

const themeResolution = 0.3

/**
 * Groups causes whose texts are neighbours into themes, by the same method one level up, and names each theme (see
 * nameTheme).
 */
export function groupIntoThemes({ graph, groups, causes }: ThemeInput) {
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
  const themes = Array.from({ length: numbers.size }, (_, number): Theme => {
    const members = causes.filter((_, index) => numberOf[index] === number)
    const name = nameTheme(members)
    return { id: `theme-${hashText(name.toLowerCase())}`, name, causes: members.map(({ id }) => id) }
  })
  return { themes, themeOf: numberOf.map((number) => themes[number]?.id ?? '') }
}

/**
 * Names a theme like its largest cause that is about one matter, and says whether there is more; so no two are named the same.
 * Assumes the largest cause first.
 */
export function nameTheme(members: readonly Pick<DiscoveredCause, 'name'>[]): string {
  const { name } = members.find((cause) => !isVarious(cause.name)) ?? members[0] ?? { name: '' }
  return members.length > 1 ? `${name} (and more)` : name
}
