import type { Profile } from './profile.ts'
import { isClock, readTimes, type TimeReading } from './times.ts'

export type TimeChoice = {
  readonly reading: TimeReading
  readonly clock: Profile | null
  readonly because: string
}

const own =
  /^(time timestamp|timestamp|time|date|datetime|date time|at|sent at|created at|created|message date|message time|call date|call time|call start|start time|received at|posted at|event time|occurred at|sys updated at|sys updated on|updated at|updated on|submitted at|response date|zeit|datum|heure|fecha|hora|data|date créée|unix time)$/
const opening =
  /\b(opened at|opened on|opened|open date|case start ?date|ticket created( at| on)?|case created( date| at)?|created at|created on|created|sys created at|creation date|created time|start date|date opened|reported date)\b/
const ending =
  /\b(closed|resolved|solved|end|enddate|deadline|due|planned|birth|dob|expir\w*|first response|first reply)\b/

/** The time of the row itself: in a log, one that moves while the case goes on. */
export function chooseTime(
  profiles: readonly Profile[],
  readings: readonly TimeReading[],
  caseOf: Profile | null,
) {
  const isLog = caseOf !== null && caseOf.distinct.size < caseOf.rows * 0.95
  const scored = readings
    .map((reading) => ({ reading, score: scoreOwn(reading.column, isLog) }))
    .filter(({ reading }) => !isLog || movesWithin(reading.column, caseOf))
    .sort((left, right) => right.score - left.score || left.reading.column.at - right.reading.column.at)
  const best = scored[0]
  if (!best || best.score <= 0) return null
  const clock = best.reading.column.values.some((value) => /\d[T ]\d/.test(value))
    ? null
    : findClock(profiles)
  const because = `its values are times${isLog ? ' that move on while a case goes on' : ''}, for example ${best.reading.column.values[0]}${clock ? `, with the time of day in "${clock.name}"` : ''}`
  return { reading: best.reading, clock, because }
}

export function chooseOpening(
  readings: readonly TimeReading[],
  time: TimeReading,
  caseOf: Profile | null,
): TimeReading | null {
  if (!caseOf) return null
  const named = readings.filter(
    ({ column, format }) =>
      column !== time.column &&
      format === time.format &&
      opening.test(column.words) &&
      !ending.test(column.words),
  )
  const ranked = named.sort((left, right) => rankOpening(right.column) - rankOpening(left.column))
  return ranked[0] ?? null
}

function rankOpening(column: Profile): number {
  if (/\bopened\b|start ?date/.test(column.words)) return 2
  return /\bcreated|creation/.test(column.words) ? 1 : 0
}

function scoreOwn(column: Profile, isLog: boolean): number {
  const isFilled = column.values.length > column.rows * 0.5
  if (!isFilled) return 0
  if (own.test(column.words)) return /updated/.test(column.words) && !isLog ? 2 : 10
  if (ending.test(column.words)) return 0.5
  if (/\b(updated|modified|changed)\b/.test(column.words)) return isLog ? 6 : 1
  if (opening.test(column.words)) return 5
  return 3
}

/** Whether the column changes inside cases at all. */
function movesWithin(column: Profile, caseOf: Profile | null): boolean {
  if (!caseOf || column.values.length !== caseOf.values.length) return true
  const first = new Map<string, string>()
  let moves = 0
  for (let at = 0; at < caseOf.values.length; at += 1) {
    const name = caseOf.values[at] ?? ''
    const value = column.values[at] ?? ''
    const seen = first.get(name)
    if (seen === undefined) first.set(name, value)
    else if (seen !== value) moves += 1
  }
  return moves > (caseOf.values.length - first.size) * 0.1
}

function findClock(profiles: readonly Profile[]): Profile | null {
  const named = profiles.filter(({ words }) =>
    /^(time|call time|time of day|start time|hour|uhrzeit|heure|hora)$/.test(words),
  )
  return named.find(isClock) ?? null
}

export function readAllTimes(profiles: readonly Profile[]): TimeReading[] {
  return profiles.map(readTimes).filter((reading) => reading !== null)
}
