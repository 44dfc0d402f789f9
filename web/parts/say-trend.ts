import { formatCount, formatWeek, plural } from '../ui/format.ts'

/** `repeats` is null where coming back cannot be told. */
export type Week = { readonly week: string; readonly contacts: number; readonly repeats: number | null }

/** The trend in words: from when to when, how many, and the fullest week. */
export function sayTrend(weeks: readonly Week[]): string {
  const first = weeks[0]
  const last = weeks.at(-1)
  if (first === undefined || last === undefined) return 'No week has a contact.'
  const contacts = weeks.reduce((sum, week) => sum + week.contacts, 0)
  if (weeks.length === 1) return `${plural(contacts, 'contact')} in the week of ${formatWeek(first.week)}.`
  const fullest = weeks.reduce((most, week) => (week.contacts > most.contacts ? week : most))
  return `${plural(contacts, 'contact')} by week, from ${formatCount(first.contacts)} in the week of ${formatWeek(first.week)} to ${formatCount(last.contacts)} in the week of ${formatWeek(last.week)}; most, ${formatCount(fullest.contacts)}, in the week of ${formatWeek(fullest.week)}.`
}
