import { dayMs, minuteMs } from '../../core/base/time.ts'
import { identityKinds } from '../../core/interactions/identity.ts'
import type { Mapping, MappingQuestion } from '../../core/interactions/mapping.ts'
import type { GuessedMapping, Sample } from '../guess/guess-mapping.ts'
import { aboutCompany } from '../guess/names.ts'
import { type Profile, profileColumns, shareOf } from '../guess/profile.ts'
import { canRead } from '../guess/times.ts'
import { parseClock, parseTime } from '../mapping/parse-time.ts'
import { findId } from './find-id.ts'
import { cutTurns, holdsDate, type Turn } from './transcript.ts'
import type { Transcripts } from './transcript-columns.ts'
import { isSame, isSpeaker, tellSides } from './transcript-sides.ts'

export type FoundTranscripts = {
  readonly transcripts: Transcripts | null
  readonly questions: readonly MappingQuestion[]
}

/** In how many of the cells several have to speak. */
const mostly = 0.5
/** In a log, each cell begins with who wrote it and when, and may have no second entry yet. */
const always = 0.8

/**
 * Finds the columns whose cells hold several turns, as their values show, and who the speakers are: by words such as Visitor and Agent, or
 * because the row names them. Where that tells too little, rows stay whole and it is asked.
 */
export function findTranscripts(sample: Sample, guess: () => GuessedMapping): FoundTranscripts | null {
  const profiles = profileColumns(sample.columns, sample.rows, new Set())
  const spoken = profiles.flatMap((column) => {
    const turns = column.meanWords >= 4 ? column.cells.map((cell) => cutTurns(cell, isSpeaker)) : []
    return isSpoken(column, turns) ? [{ column, turns }] : []
  })
  const [first, second] = spoken
  if (first === undefined || spoken.length > 2) return null
  const { mapping } = guess()
  if (mapping.columns.from !== undefined || mapping.columns.inReplyTo !== undefined) return null
  const texts = [first.column.name, ...(second ? [second.column.name] : [])]
  const rows = first.turns.map((turns, at) => [...turns, ...(second?.turns[at] ?? [])])
  const own = profiles.filter(({ name }) => !texts.includes(name))
  const customer = findCustomer(own, rows, mapping)
  const agent = findAgent(
    own.filter(({ name }) => name !== customer?.name),
    rows,
    customer,
    mapping,
  )
  const told = rows.map((turns, at) =>
    tellSides(turns, { customer: customer?.cells[at] ?? '', agent: agent?.cells[at] ?? '' }),
  )
  const spokenRows = rows.filter((turns) => turns.length > 0).length
  const open = told.filter(
    (sides, at) => sides === null && rows[at]?.some(({ speaker }) => speaker !== null),
  ).length
  const quoted = texts.map((name) => `"${name}"`).join(' and ')
  if (open > spokenRows * mostly)
    return {
      transcripts: null,
      questions: [askWho(quoted, 'each is read as one message of the customer')],
    }
  const turns = rows.flat()
  const timed = turns.filter(({ time }) => time !== null && time !== '')
  const isDated =
    timed.length > 0 &&
    shareOf(
      timed.map(({ time }) => time ?? ''),
      holdsDate,
    ) > always
  const time =
    mapping.columns.time?.length === 1
      ? profiles.find(({ name }) => name === mapping.columns.time?.[0])
      : undefined
  const isReadAlike =
    time !== undefined &&
    shareOf(
      timed.slice(0, 500).map((turn) => turn.time ?? ''),
      (value) => canRead(value, mapping.timeFormat),
    ) > 0.9
  const written =
    timed.length < turns.length * mostly ? 'untimed' : isDated ? 'dated' : time ? 'clock' : 'untimed'
  const ahead =
    written === 'clock' && time
      ? minutesAhead(rows, time, (value) => parseTime(value, null, mapping.timeFormat, mapping.timeZone))
      : 0
  const partly = 'such a row is read as one message of the customer'
  return {
    transcripts: {
      texts,
      customer: customer?.name ?? null,
      agent: agent?.name ?? null,
      time: written === 'dated' && !isReadAlike ? null : (time?.name ?? null),
      written,
      id: mapping.columns.externalId?.[0] ?? findId(own),
    },
    questions: [
      ...(open > 0 ? [askWho(quoted, partly)] : []),
      ...(ahead !== 0 && time ? [askZone(time.name, quoted, ahead)] : []),
    ],
  }
}

function isSpoken({ cells, values }: Profile, turns: readonly (readonly Turn[])[]): boolean {
  if (values.length === 0) return false
  const several = turns.filter((all) => speakersOf(all).length > 1).length
  const begun = turns.filter(
    (all, at) =>
      all.some(({ time, speaker }) => speaker !== null && holdsDate(time ?? '')) &&
      /^\s*[[(]?\d/.test(cells[at] ?? ''),
  ).length
  return several > values.length * mostly || begun > values.length * always
}

function speakersOf(turns: readonly Turn[]): readonly string[] {
  return [...new Set(turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))]
}

/** The column that names one of the speakers in most rows, and is called the customer's or holds many names, as agents are few. */
function findCustomer(
  columns: readonly Profile[],
  rows: readonly (readonly Turn[])[],
  { columns: chosen }: Mapping,
) {
  const identities = identityKinds.flatMap((kind) => chosen[kind] ?? [])
  const mayBe = columns.filter(
    ({ name, words, distinct, values }) =>
      identities.includes(name) ||
      (name !== chosen.agent?.[0] &&
        !aboutCompany.test(words) &&
        distinct.size >= values.length * leastNames),
  )
  return findNamed(mayBe, rows.map(speakersOf))
}

/** The column that names one of those who speak and are not the customer. */
function findAgent(
  columns: readonly Profile[],
  rows: readonly (readonly Turn[])[],
  customer: Profile | null,
  { columns: chosen }: Mapping,
) {
  const identities = identityKinds.flatMap((kind) => chosen[kind] ?? [])
  const others = rows.map((turns, at) =>
    speakersOf(turns).filter((one) => !isSame(one, customer?.cells[at] ?? '')),
  )
  return findNamed(
    columns.filter(
      ({ name, distinct, values }) =>
        name === chosen.agent?.[0] ||
        (customer !== null && !identities.includes(name) && distinct.size < values.length * leastNames),
    ),
    others,
  )
}

/** How many of the names in a column have to differ for them to be customers'. */
const leastNames = 0.25

function findNamed(columns: readonly Profile[], speakers: readonly (readonly string[])[]): Profile | null {
  let [best, most]: [Profile | null, number] = [null, speakers.length * 0.1]
  for (const column of columns) {
    if (column.meanWords > 6) continue
    const same = speakers.filter((names, at) =>
      names.some((one) => isSame(one, column.cells[at] ?? '')),
    ).length
    if (same > most) [best, most] = [column, same]
  }
  return best
}

/** By how many minutes the clocks in chats go ahead of the times of their rows, where it is always by as much, as in another zone. */
function minutesAhead(
  rows: readonly (readonly Turn[])[],
  time: Profile,
  parse: (value: string) => number,
): number {
  const quarter = 15 * minuteMs
  const gaps = rows.flatMap((turns, at) => {
    const begun = parse(time.cells[at] ?? '')
    const clock = parseClock(turns.find((turn) => turn.time !== null)?.time ?? '')
    if (Number.isNaN(begun + clock) || begun % dayMs === 0) return []
    const gap = (((clock - (begun % dayMs)) % dayMs) + dayMs + quarter / 2) % dayMs
    const isNear = Math.abs((gap % quarter) - quarter / 2) < 3 * minuteMs
    return [isNear ? Math.floor(gap / quarter) * 15 : Number.NaN]
  })
  const counts = new Map<number, number>()
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1)
  const [first = [0, 0]] = [...counts].sort((left, right) => right[1] - left[1])
  const isAlways = gaps.length > 4 && first[1] > gaps.length * mostly && !Number.isNaN(first[0])
  if (!isAlways) return 0
  return first[0] > 12 * 60 ? first[0] - 24 * 60 : first[0]
}

function askWho(quoted: string, assumed: string): MappingQuestion {
  return {
    field: 'from',
    question: `Several people speak in one cell of ${quoted}, and it cannot be told in every row which of them is the customer. Put in a column that names the customer, as the speakers are named.`,
    options: [],
    assumed,
  }
}

function askZone(time: string, quoted: string, ahead: number): MappingQuestion {
  const by = `${Math.abs(ahead)} minutes ${ahead > 0 ? 'ahead of' : 'behind'}`
  return {
    field: 'timeZone',
    question: `The clocks in ${quoted} go ${by} the times in "${time}". Which time zone are they of?`,
    options: [],
    assumed: 'UTC',
  }
}
