import type { InteractionJson } from '../../../contract/screens.ts'
import type { Thread } from '../../../contract/thread.ts'
import { hourMs, minuteMs } from '../../../core/base/time.ts'

/** One line of an issue's story: what happened, or what lies between. */
export type Entry =
  | {
      readonly kind: 'interaction'
      readonly interaction: InteractionJson
      /** What became of the promise made in it; null where it makes none. */
      readonly promise: Thread['promises'][number] | null
    }
  | { readonly kind: 'handOff'; readonly key: string; readonly fromTeam: string; readonly toTeam: string }
  | { readonly kind: 'pause'; readonly key: string; readonly minutes: number; readonly isWaiting: boolean }

/** A pause shorter than this goes without saying. */
const leastPause = 12 * hourMs

/**
 * Tells an issue's interactions in order, with the hand-offs and the long pauses between them. A hand-off stands
 * before the first interaction of the new team. While the customer spoke last, a pause is a wait.
 */
export function tellTimeline(
  interactions: readonly InteractionJson[],
  promises: Thread['promises'],
): readonly Entry[] {
  const promised = new Map(promises.map((promise) => [promise.interaction, promise]))
  const entries: Entry[] = []
  let team: string | null = null
  let before: InteractionJson | null = null
  let speaker: InteractionJson | null = null
  for (const interaction of interactions) {
    const pause = before === null ? null : pauseBetween(before, interaction)
    if (pause !== null) {
      const isWaiting =
        speaker?.from === 'customer' && speaker.kind === 'message' && interaction.from === 'company'
      entries.push({ kind: 'pause', key: `pause-${interaction.id}`, minutes: pause, isWaiting })
    }
    const to = interaction.from === 'company' ? interaction.team : null
    if (to !== null && team !== null && to !== team) {
      entries.push({ kind: 'handOff', key: `hand-off-${interaction.id}`, fromTeam: team, toTeam: to })
    }
    entries.push({ kind: 'interaction', interaction, promise: promised.get(interaction.id) ?? null })
    team = to ?? team
    before = interaction
    if (interaction.kind !== 'event') speaker = interaction
  }
  return entries
}

function pauseBetween(before: InteractionJson, after: InteractionJson): number | null {
  if (before.at === null || after.at === null) return null
  const pause = new Date(after.at).getTime() - new Date(before.at).getTime()
  return pause < leastPause ? null : pause / minuteMs
}
