import type { MappingQuestion } from '../../core/interactions/mapping.ts'
import type { Profile } from './profile.ts'

export type TeamChoice = {
  readonly column: Profile
  readonly because: string
  readonly question: MappingQuestion
}

const unit = /\b(org|organi[sz]ation|group|team|queue|department|division|unit|involved)\b/

/**
 * Doubts a team that was chosen by its name: where another column of units is much finer and each of its units lies
 * in one of the chosen, the finer is the team and the chosen the organisation around it, whatever they are called.
 */
export function doubtTeam(chosen: Profile, profiles: readonly Profile[]): TeamChoice | null {
  const finer = profiles.find(
    (column) =>
      column !== chosen &&
      unit.test(column.words) &&
      !/^case |\bcountry\b|\brole\b|\bresource\b/.test(column.words) &&
      column.values.length >= chosen.values.length * 0.8 &&
      column.meanWords <= 6 &&
      column.distinct.size >= 3 * chosen.distinct.size &&
      column.distinct.size < column.values.length / 4 &&
      isInside(column, chosen),
  )
  if (!finer) return null
  return {
    column: finer,
    because: `each of its ${finer.distinct.size} units lies in one of the ${chosen.distinct.size} of "${chosen.name}", so it is the finer one, although the names say otherwise`,
    question: {
      field: 'team',
      question: `Which column is the team? By its name "${chosen.name}", by its values "${finer.name}" (${sample(finer)} inside ${sample(chosen)}).`,
      options: [finer.name, chosen.name],
      assumed: finer.name,
    },
  }
}

function isInside(fine: Profile, coarse: Profile): boolean {
  const counts = new Map<string, Map<string, number>>()
  fine.cells.forEach((value, at) => {
    const around = coarse.cells[at] ?? ''
    if (value === '' || around === '') return
    const known = counts.get(value) ?? new Map<string, number>()
    known.set(around, (known.get(around) ?? 0) + 1)
    counts.set(value, known)
  })
  let most = 0
  let all = 0
  for (const arounds of counts.values()) {
    most += Math.max(...arounds.values())
    for (const count of arounds.values()) all += count
  }
  return all > 0 && most / all >= 0.9
}

function sample(column: Profile): string {
  return [...column.distinct.keys()].slice(0, 2).join(', ')
}
