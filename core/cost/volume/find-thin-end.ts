/** Fewer weeks than this on either side tell a thin end from nothing. */
const leastWeeks = 4
const thinShare = 0.1

/**
 * The week from which the records thin out: all later ones hold less than a tenth of what the weeks before it held on
 * average, as an export does that was cut by when cases were closed. The earliest such week; null when there is none.
 * Takes contacts by week; a week that the records hold only in part is not to be among them. Cost: O(weeks²).
 */
export function findThinEnd(weeks: readonly number[]): number | null {
  const mostFrom = weeks.map((_, week) => Math.max(...weeks.slice(week)))
  let before = 0
  for (let week = 0; week <= weeks.length - leastWeeks; week += 1) {
    if (week >= leastWeeks && (mostFrom[week] ?? 0) < (thinShare * before) / week) return week
    before += weeks[week] ?? 0
  }
  return null
}

/** Weeks that a new level must have held before it tells what comes next. */
const settledWeeks = 8

/**
 * The week from which on the records swell: all earlier ones hold less than a tenth of what the weeks since hold on average, and those
 * are fewer than eight, as in an export of what was open on one day. Null when there is none. Cost: O(weeks²).
 */
export function findSwollenEnd(weeks: readonly number[]): number | null {
  const swollen = findThinEnd(weeks.toReversed())
  return swollen === null || swollen >= settledWeeks ? null : weeks.length - swollen
}
