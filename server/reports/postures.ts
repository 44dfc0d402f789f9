import type { PostureGroupJson, Report } from '../../contract/report.ts'
import { cannotSay } from '../../core/base/cannot-say.ts'
import { compareText } from '../../core/base/order.ts'
import type { Cause } from '../../core/causes/cause.ts'
import type { PostureGroup, TallyCounts } from '../../core/causes/tally.ts'
import { postureOfGroup } from '../../core/signals/posture-of-group.ts'
import { sumTrees } from '../../core/stats/sum-trees.ts'

/** More groups than this are not read by anybody; the largest are kept. */
const mostGroups = 100

/** A guideline that holds, and what it is about. */
export type GuidedCauses = {
  readonly id: string
  readonly name: string
  readonly causes: readonly Cause['id'][]
}

/** Why nothing is known of how the company answers. */
export function whyNotHeard({ companyIllegible }: Pick<TallyCounts, 'companyIllegible'>) {
  return cannotSay(
    companyIllegible > 0
      ? 'the words of the company are in a language in which nothing is heard yet'
      : 'the records carry no words of the company',
  )
}

/** How teams answer, and how each cause and what each guideline is about is answered; by size, because it is no ranking. */
export function posturesOf(
  counts: TallyCounts,
  causes: readonly Cause[],
  guidelines: readonly GuidedCauses[],
): Report['postures'] {
  const names = new Map<string, string>(causes.map(({ id, name }) => [id, name]))
  const noWords = whyNotHeard(counts)
  const teams = groupsOf(counts.teamPostures, (team) => team)
  const known = groupsOf(counts.causePostures, (cause) => names.get(cause) ?? null)
  const guided = new Map(guidelines.map((guideline) => [guideline.id, guideline]))
  const aboutGuidelines = Object.fromEntries(
    guidelines.map(({ id, causes: about }) => [
      id,
      sumGroups(about.flatMap((cause) => counts.causePostures[cause] ?? [])),
    ]),
  )
  return {
    teams:
      counts.companyTexts === 0
        ? noWords
        : teams.length === 0
          ? cannotSay('no column names the team')
          : teams,
    causes:
      counts.companyTexts === 0 ? noWords : known.length === 0 ? cannotSay('no causes are known') : known,
    guidelines:
      counts.companyTexts === 0
        ? noWords
        : guidelines.length === 0
          ? cannotSay('no guideline holds yet')
          : groupsOf(aboutGuidelines, (id) => guided.get(id)?.name ?? null),
  }
}

function groupsOf(
  groups: TallyCounts['teamPostures'],
  nameOf: (id: string) => string | null,
): PostureGroupJson[] {
  return Object.entries(groups)
    .flatMap(([id, group]) => {
      const name = nameOf(id)
      return name === null ? [] : [{ id, name, group, messages: sizeOf(group) }]
    })
    .sort((left, right) => right.messages - left.messages || compareText(left.id, right.id))
    .slice(0, mostGroups)
    .map(({ id, name, group }) => ({
      id,
      name,
      posture: postureOfGroup(group.months, Object.keys(group.agents).length),
    }))
}

function sumGroups(groups: readonly PostureGroup[]): PostureGroup {
  return groups.reduce<PostureGroup>((left, right) => sumTrees(left, right), { months: {}, agents: {} })
}

function sizeOf({ months }: PostureGroup): number {
  return Object.values(months).reduce(
    (sum, { outsideIn, insideOut, both, neither }) => sum + outsideIn + insideOut + both + neither,
    0,
  )
}
