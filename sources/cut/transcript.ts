import { parseTime } from '../mapping/parse-time.ts'

/** What one person said in a chat that was kept in one cell; nobody is a system that notes who joined. */
export type Turn = {
  readonly speaker: string | null
  /** As written: a time of day, or a date with one. */
  readonly time: string | null
  readonly text: string
}

const clock = String.raw`\d{1,2}:\d\d(?::\d\d)?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?`
const date = String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})`
const stamp = `((?:${date}(?:,? |T))?${clock}Z?)`
const blank = String.raw`[ \t]{0,3}`
/** In brackets anywhere, in parentheses or bare at the beginning of a line. Every part has a longest length, so that any text is walked through once. */
const marks = new RegExp(
  String.raw`\[${stamp}\]${blank}|(?:^|\n)${blank}(?:\(${stamp}\)|${stamp})${blank}(?:[-–—|]${blank})?`,
  'gu',
)
/** A question mark inside a name stands for a letter that an export lost. */
const named = /((?:[^:\n[\]?!*]|\?(?=\p{L})){1,60}):(?=\s|$)/uy
const noted = /\*{2,3}[^\n]/uy
/** An article of OTRS begins with its kind, who wrote it and when. */
const article = /(?:^|\n)-->\|\|([^|\n]{0,40})\|\|([^|\n]{0,200})\|\|([^|\n]{0,40})\|\|<-{1,40}/gu
const labelled = /(?:^|\n)[ \t]{0,3}([\p{L}][\p{L}\p{N} #()._-]{0,40}):(?=\s|$)/gu

/** More than these in one cell are no conversation. */
const mostTurns = 5000
const mostWords = 6

/** The turns of a cell, the first first; none where it is no conversation. `isLabel` tells words such as Customer and Agent. */
export function cutTurns(cell: string, isLabel: (speaker: string) => boolean): readonly Turn[] {
  const found = findMarks(cell, isLabel)
  if (found.length === 0 || found.length > mostTurns) return []
  const turns = found.map(({ speaker, time, end }, at) => {
    const text = cell.slice(end, found[at + 1]?.start ?? cell.length).trim()
    return { speaker: internal.test(text) ? null : speaker, time, text }
  })
  return isNewestFirst(turns) ? turns.reverse() : turns
}

/** Written where the customer does not see it. */
const internal = /^\[(internal|intern|private|privat|hidden|not visible|onzichtbaar|nicht sichtbar)\b/i

type Mark = {
  readonly start: number
  readonly end: number
  readonly speaker: string | null
  readonly time: string | null
}

function findMarks(cell: string, isLabel: (speaker: string) => boolean): Mark[] {
  if (cell.includes('-->||')) {
    return [...cell.matchAll(article)].map(
      ({ index, 0: all, 1: kind = '', 2: speaker = '', 3: time = '' }) => ({
        start: index,
        end: index + all.length,
        speaker: /^note/.test(kind) ? null : speaker.trim(),
        time,
      }),
    )
  }
  const timed = findTimed(cell)
  if (timed.length > 0) return timed
  return [...cell.matchAll(labelled)].flatMap(({ index, 0: all, 1: speaker = '' }) =>
    isLabel(speaker) ? [{ start: index, end: index + all.length, speaker: speaker.trim(), time: null }] : [],
  )
}

function findTimed(cell: string): Mark[] {
  const found: Mark[] = []
  for (const { index, 0: all, 1: bracketed, 2: inParentheses, 3: bare } of cell.matchAll(marks)) {
    const time = bracketed ?? inParentheses ?? bare ?? null
    const end = index + all.length
    const speaker = speakerAt(cell, end)
    const isAtStart = index === 0 || cell[index] === '\n' || cell[index - 1] === '\n'
    const isNote = is(noted, cell, end) || (speaker === null && bare === undefined && isAtStart)
    if (speaker !== null)
      found.push({ start: index, end: end + speaker.length, speaker: speaker.slice(0, -1).trim(), time })
    else if (isNote) found.push({ start: index, end, speaker: null, time })
    if (found.length > mostTurns) break
  }
  return found
}

function speakerAt(cell: string, at: number): string | null {
  named.lastIndex = at
  const found = named.exec(cell)
  return found?.[1] && found[1].trim().split(/\s+/).length <= mostWords ? found[0] : null
}

function is(pattern: RegExp, cell: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(cell)
}

/** Logs that grow at the top. */
function isNewestFirst(turns: readonly Turn[]): boolean {
  const [first, last] = [turns[0]?.time ?? '', turns.at(-1)?.time ?? '']
  return holdsDate(first) && holdsDate(last) && toInstant(first) > toInstant(last)
}

export function holdsDate(time: string): boolean {
  return /^\d+[-/.]/.test(time)
}

/** Only to tell which of two times is earlier; the order of day and month seldom changes that. */
export function toInstant(time: string): number {
  const format = /^\d{4}/.test(time) ? 'iso' : 'day-month-year'
  const at = parseTime(time, null, format, 'UTC')
  return Number.isNaN(at) ? parseTime(time, null, 'month-day-year', 'UTC') : at
}
