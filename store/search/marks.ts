import { dayMs, type Instant, toDay, toIso, toMonth, toWeek } from '../../core/base/time.ts'
import type { Side } from '../../core/interactions/interaction.ts'
import type { Scope } from '../scope.ts'

/**
 * Marks stand among the words of a text and say where it belongs, so that one index finds words and narrows at once.
 * They begin with #, which no word does.
 */
export type Marked = {
  readonly from: Side
  readonly channel: string | null
  readonly at: Instant | null
}

const longestName = 200

export function marksOf(scope: Scope, { from, channel, at }: Marked): readonly string[] {
  const where = [workspaceMark(scope), sideMark(from), ...(channel === null ? [] : [channelMark(channel)])]
  return at === null ? where : [...where, ...spans.map((span) => span.mark(at))]
}

export const workspaceMark = (scope: Scope) => `#w${scope}`
export const sideMark = (side: Side) => `#${side}`
export const channelMark = (channel: string) => `#by ${channel.slice(0, longestName)}`

type SpanOfTime = {
  mark(at: Instant): string
  /** An instant in the span before. */
  before(at: Instant): Instant
}

const spans: readonly SpanOfTime[] = [
  { mark: (at) => `#d${toDay(at)}`, before: (at) => at - dayMs },
  { mark: (at) => `#k${toWeek(at)}`, before: (at) => at - 7 * dayMs },
  { mark: (at) => `#m${toMonth(at)}`, before: (at) => monthsBefore(at, 1) },
  { mark: (at) => `#h${toIso(at).slice(0, 4)}-${halfOf(at)}`, before: (at) => monthsBefore(at, 6) },
  { mark: (at) => `#y${toIso(at).slice(0, 4)}`, before: (at) => monthsBefore(at, 12) },
]

function halfOf(at: Instant): 1 | 2 {
  return new Date(at).getUTCMonth() < 6 ? 1 : 2
}

function monthsBefore(at: Instant, months: number): Instant {
  const date = new Date(at)
  return date.setUTCMonth(date.getUTCMonth() - months, 1)
}

/**
 * Stretches of time that end at an instant, each a few times the one before and holding it: two days, two weeks, two
 * months, two half-years, two years, and all. Whoever wants the newest of something takes the first that holds enough.
 */
export function stretchesBefore(end: Instant | null): readonly (readonly string[])[] {
  if (end === null) return [[]]
  return [...spans.map(({ mark, before }) => [mark(end), mark(before(end))]), []]
}

/** As PostgreSQL reads a tsquery: all of these, and of each list at least one. */
export function toMarkQuery(all: readonly string[], any: readonly string[]): string {
  const either = any.length === 0 ? [] : [`(${any.map(quote).join(' | ')})`]
  return [...all.map(quote), ...either].join(' & ')
}

function quote(mark: string): string {
  return `'${mark.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
