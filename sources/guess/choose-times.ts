import type { MappingReason, TimeFormat } from '../../core/interactions/mapping.ts'
import { statesZone } from '../mapping/parse-time.ts'
import { type Profile, shareConstant } from './profile.ts'
import { holdsTimes, isClock, readTimes, type TimeReading } from './times.ts'

export type TimeChoices = {
  readonly time: TimeReading | null
  /** The column with the time of day, where the date has a column of its own. */
  readonly clock: Profile | null
  readonly opening: TimeReading | null
  readonly format: TimeFormat
  /** Other formats that read the sampled times as other times. */
  readonly open: readonly TimeFormat[]
  /** All columns that hold times, chosen or not: they feed no other field. */
  readonly columns: readonly Profile[]
  readonly reasons: readonly MappingReason[]
}

const own =
  /^(time timestamp|timestamp|time|date|datetime|date time|at|when|sent at|sent on|sent|created at|created|created on|created time|message date|message time|message created at|comment created at|call date|call time|call start|call start time|start time|received at|received|date received|received date|received on|posted at|event time|event date|occurred at|sys updated at|sys updated on|submitted at|submitted|response date|recorded date|date created|zeit|zeitpunkt|datum|heure|fecha|hora|data|unix time|epoch|activity date|contact date|survey date|initiation timestamp|data e ora|datum aangemeld|date d ouverture|abertura)$/
const opening =
  /\b(opened|open date|start ?date|ticket created|case created|conversation created|created|creation|reported date|date opened|opening|raised|logged|ouverture|abertura|angelegt|gemeldet|aangemeld|reçue?|ricevut[ao])\b/
const ending =
  /\b(closed|close|resolved|solved|end|ended|enddate|deadline|due|planned|expir\w*|resolution|first response|first reply|responded|snoozed|waiting|sla|abgeschlossen|erledigt|gelöst|gereed|afgemeld|streefdatum|encerramento|clôture|résolution|résolue?|répondue?|evas[ao]|chius[ao]|zamknięt\w*)\b/
/** Of the customer or of what they bought, and of no contact. */
const elsewhere = /\b(birth|birthday|dob|purchased?|flown|hired?|warranty|version)\b/
const moving = /\b(updated|modified|changed|last|modification|modifiée?|geändert|gewijzigd)\b/

/** Finds the time of the rows and the opening of their cases: in a log, the row's own time moves while a case goes on. */
export function chooseTimes(
  profiles: readonly Profile[],
  caseOf: Profile | null,
  isLog: boolean,
  settled: TimeFormat | null,
  ownClock?: Profile,
): TimeChoices {
  const readings = profiles.map((column) => readTimes(column, settled)).filter((reading) => reading !== null)
  const clocks = profiles.filter((column) => isClockName(column) && isClock(column))
  const time = chooseTime(readings, isLog ? caseOf : null)
  const columns = readings.filter(holdsTimes).map(({ column }) => column)
  if (!time) {
    return { time, clock: null, opening: null, format: 'iso', open: [], columns, reasons: [] }
  }
  const hasClock = time.column.values.some((value) => /\d[T ]+\d|\d{10}/.test(value))
  const clock = ownClock ?? (hasClock ? null : clocks.find((column) => column !== time.column)) ?? null
  const opened = chooseOpening(readings, time, isLog ? caseOf : null)
  return {
    time,
    clock,
    opening: opened,
    format: time.format,
    open: time.alsoPossible,
    columns: clock ? [...columns, clock] : columns,
    reasons: reasonsOf(time, clock, opened, isLog),
  }
}

function chooseTime(readings: readonly TimeReading[], caseOf: Profile | null): TimeReading | null {
  const moving = readings.filter(({ column }) => caseOf === null || shareConstant(column, caseOf) < 0.9)
  const scored = (moving.length > 0 ? moving : readings)
    .map((reading) => ({ reading, score: scoreOwn(reading.column, caseOf !== null) * reading.share }))
    .sort((left, right) => right.score - left.score || left.reading.column.at - right.reading.column.at)
  const best = scored[0]
  return best && best.score > 0 ? best.reading : null
}

function scoreOwn(column: Profile, isLog: boolean): number {
  const filled = column.values.length / Math.max(1, column.rows)
  if (filled < 0.3 || elsewhere.test(column.words)) return 0
  // Rows without their time are set aside: what is not over yet has no end.
  if (ending.test(column.words)) return filled < 0.95 ? 0 : 0.5
  if (moving.test(column.words)) return (isLog ? 8 : 1) * filled
  if (own.test(column.words) || own.test(column.lastWords)) return 10 * filled
  return (opening.test(column.words) ? 6 : 3) * filled
}

/** Without a log, opening and time are the same; the opening must not move while a case goes on. */
function chooseOpening(
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
      !ending.test(column.words) &&
      shareConstant(column, caseOf) > 0.95,
  )
  const rank = (column: Profile) => (/\bopened\b|start ?date|\bopening\b/.test(column.words) ? 1 : 0)
  return [...named].sort((left, right) => rank(right.column) - rank(left.column))[0] ?? null
}

function isClockName({ words }: Profile): boolean {
  return /^(time|call time|time of day|start time|hour|uhrzeit|heure|hora|zeit|created time|time of call)$/.test(
    words,
  )
}

function reasonsOf(time: TimeReading, clock: Profile | null, opened: TimeReading | null, isLog: boolean) {
  const example = time.column.values[0] ?? ''
  const moves = isLog ? ' that move on while a case goes on' : ''
  const withClock = clock ? `, with the time of day in "${clock.name}"` : ''
  const reasons: MappingReason[] = [
    {
      field: 'time',
      columns: [time.column.name, ...(clock ? [clock.name] : [])],
      because: `its values are times${moves}, such as ${example}${withClock}`,
    },
    { field: 'timeFormat', columns: [time.column.name], because: sayFormat(time) },
  ]
  if (opened) {
    const because = 'it holds the time a case began and stays the same while the case goes on'
    reasons.push({ field: 'openedAt', columns: [opened.column.name], because })
  }
  const because = statesOffset(time)
    ? 'the times state their own offset'
    : 'the times state no zone, so UTC is assumed; name another in the mapping'
  reasons.push({ field: 'timeZone', columns: [], because })
  return reasons
}

function sayFormat(time: TimeReading): string {
  if (time.settledBy === null)
    return `${time.format}: ${Math.round(time.share * 100)} % of the values read as such`
  return `${time.format}: only so can "${time.settledBy}" be read`
}

function statesOffset(time: TimeReading): boolean {
  if (time.format.startsWith('unix')) return true
  return time.column.values.slice(0, 50).every(statesZone)
}
