import { dayMs, toWeek } from '../../core/base/time.ts'
import { formatWeek } from '../ui/format.ts'
import type { Week } from './say-trend.ts'

export type WholeWeeks = { readonly weeks: readonly Week[]; readonly note: string | null }

/**
 * Leaves out weeks that the records hold only in part: drawn, they would look like a fall that never was.
 * A week counts as whole when the records reach from its Monday to its Sunday.
 */
export function keepWholeWeeks(
  given: readonly Week[],
  period: { readonly from: string; readonly to: string } | null,
): WholeWeeks {
  const weeks = fillQuietWeeks(given)
  if (period === null) return { weeks, note: null }
  const from = new Date(period.from).getTime()
  const to = new Date(period.to).getTime()
  const cut = [
    from >= startOf(toWeek(from)) + dayMs ? toWeek(from) : null,
    to < startOf(toWeek(to)) + 6 * dayMs ? toWeek(to) : null,
  ].filter((week) => week !== null)
  const whole = weeks.filter(({ week }) => !cut.includes(week))
  if (whole.length === weeks.length || whole.length < 3) return { weeks, note: null }
  const names = [...new Set(cut)].map(formatWeek)
  const start = names.length === 1 ? 'The week of' : 'The weeks of'
  const are = names.length === 1 ? 'is' : 'are'
  return {
    weeks: whole,
    note: `${start} ${names.join(' and ')} ${are} not whole in these records and left out.`,
  }
}

/** A week without contacts is a week too: left out, the line would run past it as if no time went by. */
function fillQuietWeeks(weeks: readonly Week[]): readonly Week[] {
  return weeks.flatMap((week, index) => {
    const next = weeks[index + 1]
    if (next === undefined) return [week]
    const quiet = Math.round((startOf(next.week) - startOf(week.week)) / (7 * dayMs)) - 1
    const fill = Array.from({ length: Math.max(0, quiet) }, (_, step) => ({
      week: toWeek(startOf(week.week) + (step + 1) * 7 * dayMs),
      contacts: 0,
      repeats: week.repeats === null ? null : 0,
    }))
    return [week, ...fill]
  })
}

function startOf(week: string): number {
  return new Date(`${week}T00:00:00Z`).getTime()
}
