import type { PostureGroupJson, Report } from '../../contract/report.ts'
import { cannotSay } from '../../core/base/cannot-say.ts'
import { compareText } from '../../core/base/order.ts'
import type { Cause } from '../../core/causes/cause.ts'
import type { PostureGroup, TallyCounts } from '../../core/causes/tally.ts'
import { postureOfGroup } from '../../core/signals/posture-of-group.ts'

/** More groups than this are not read by anybody; the largest are kept. */
const mostGroups = 100

/** How teams answer, and how each cause is answered; by size, because it is no ranking. */
export function posturesOf(counts: TallyCounts, causes: readonly Cause[]): Report['postures'] {
  const names = new Map<string, string>(causes.map(({ id, name }) => [id, name]))
  const noWords = cannotSay('the records carry no words of the company')
  const teams = groupsOf(counts.teamPostures, (team) => team)
  const known = groupsOf(counts.causePostures, (cause) => names.get(cause) ?? null)
  return {
    teams:
      counts.companyTexts === 0
        ? noWords
        : teams.length === 0
          ? cannotSay('no column names the team')
          : teams,
    causes:
      counts.companyTexts === 0 ? noWords : known.length === 0 ? cannotSay('no causes are known') : known,
    guidelines: cannotSay(
      'replies are not matched with guidelines yet; the signal “Rule cited” lists where a rule was given',
    ),
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

function sizeOf({ months }: PostureGroup): number {
  return Object.values(months).reduce(
    (sum, { outsideIn, insideOut, both, neither }) => sum + outsideIn + insideOut + both + neither,
    0,
  )
}
