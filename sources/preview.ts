import { toIso } from '../core/base/time.ts'
import type { Mapping } from '../core/interactions/mapping.ts'
import type { Fact } from './fact.ts'
import { joinConversations } from './mapping/conversations.ts'
import { mapRow, placeOf } from './mapping/map-row.ts'
import { planMapping } from './mapping/plan.ts'
import type { Problem } from './row.ts'

const shownRows = 10

export type Preview = {
  readonly rows: readonly Readonly<Record<string, string>>[]
  /** How many of the sampled rows have no time that can be read. */
  readonly unreadable: number
}

/** The first rows as the mapping reads them, for a person to check; a row that cannot be read says why. */
export function previewRows(
  mapping: Mapping,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Preview {
  const { add, join } = joinConversations()
  const alone = planMapping(mapping, columns)
  if (alone.inReplyTo >= 0) for (const [at, cells] of rows.entries()) add(placeOf(alone, cells, at + 1))
  const plan = planMapping(mapping, columns, join())
  const mapped = rows.map((cells, at) => mapRow(plan, cells, at + 1, endOfTime))
  const unreadable = mapped.filter((one) => 'reason' in one && one.reason.endsWith(' time')).length
  return { rows: mapped.slice(0, shownRows).map(show), unreadable }
}

const endOfTime = Date.UTC(2100, 0, 1)

function show(mapped: Fact | Problem): Record<string, string> {
  if ('reason' in mapped) return { problem: mapped.detail }
  const { interaction } = mapped
  const shown: Record<string, string | number | null> = {
    at: interaction.at === null ? null : toIso(interaction.at),
    customer: interaction.identities.join(' '),
    case: interaction.caseId,
    opened: interaction.caseOpenedAt === null ? null : toIso(interaction.caseOpenedAt),
    kind: interaction.kind,
    from: interaction.from,
    channel: interaction.channel,
    team: interaction.team,
    agent: interaction.agent,
    text: interaction.text?.slice(0, 200) ?? null,
    category: interaction.category,
    rating: interaction.rating,
    seconds: interaction.durationSeconds,
  }
  const told = Object.entries(shown).filter(([, value]) => value !== null && value !== '')
  return Object.fromEntries(told.map(([name, value]) => [name, String(value)]))
}
