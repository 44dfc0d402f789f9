import type { Instant } from '../base/time.ts'
import type { Interaction } from '../interactions/interaction.ts'

export type HandOff = { readonly at: Instant | null; readonly fromTeam: string; readonly toTeam: string }

/** How the work on one case, or one issue, was passed between teams. */
export type HandOffs = {
  readonly handOffs: readonly HandOff[]
  /** A team got back what it had given away. */
  readonly isPingPong: boolean
  /** In order of first appearance. */
  readonly teams: readonly string[]
}

/**
 * Follows the work from team to team: company-side interactions with a team, in time order; each change of team is a
 * hand-off.
 * Assumes: `interactions` are those of one case or one issue, in time order. Cost: O(n).  Source: GLOSSARY, "hand-off".
 */
export function countHandOffs(interactions: readonly Interaction[]): HandOffs {
  const handOffs: HandOff[] = []
  const teams: string[] = []
  let isPingPong = false
  let current: string | null = null
  for (const { from, team, at } of interactions) {
    if (from !== 'company' || team === null || team === current) continue
    const isBack = teams.includes(team)
    if (!isBack) teams.push(team)
    if (current !== null) {
      handOffs.push({ at, fromTeam: current, toTeam: team })
      isPingPong ||= isBack
    }
    current = team
  }
  return { handOffs, isPingPong, teams }
}
