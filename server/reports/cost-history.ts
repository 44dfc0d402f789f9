import { cannotSay, type Known } from '../../core/base/cannot-say.ts'
import { causeId } from '../../core/base/ids.ts'
import { compareText } from '../../core/base/order.ts'
import { dayMs, toDay, toWeek } from '../../core/base/time.ts'
import type { LoadCounts } from '../../core/causes/tallies/tally-load.ts'
import type { Tally } from '../../core/causes/tally.ts'
import type { CauseLoad, ChannelLoad, CostHistory } from '../../core/cost/cost-inputs.ts'
import { measureLengths } from '../../core/cost/measure-lengths.ts'
import { followOnsOf } from '../../core/cost/volume/follow-on.ts'
import type { FollowedIssues } from './follow-issues.ts'

type Named = { readonly id: string; readonly name: string }

const otherCause: Named = { id: '', name: 'About nothing that was recognised' }

/** Of a cause that came up since customers were last held against each other. */
const notYet = cannotSay('its customers have not been held against others yet; that follows shortly')

/** A source may call thousands of things a channel; those beyond the busiest have none. */
const mostChannels = 20

/** What the cost is computed from: causes as given, what fits none of them last. */
export function historyOf(
  { counts, firstAt, lastAt }: Tally,
  causes: readonly Named[],
  { leaving, nextNeeds }: Pick<FollowedIssues, 'leaving' | 'nextNeeds'>,
): Known<CostHistory> {
  if (counts.contacts === 0) return cannotSay('the records hold no contact')
  if (firstAt === null || lastAt === null) {
    return cannotSay('the records carry no times, so contacts a month are not known')
  }
  const weeks = listWeeks(firstAt, lastAt)
  const busy = new Set(busiest(counts.channels))
  const followOns = followOnsOf(nextNeeds)
  return {
    from: toDay(firstAt),
    to: toDay(lastAt),
    weekdays: Array.from({ length: 7 }, (_, weekday) => counts.loads.weekdays[weekday] ?? 0),
    causes: measureLengths(
      [...causes, otherCause].flatMap((cause) => {
        const load = counts.loads.byCause[cause.id]
        return load === undefined
          ? []
          : [
              {
                ...toLoad(cause, load, weeks, busy),
                follows: followOns.get(causeId(cause.id)) ?? [],
                leaving: leaving[cause.id] ?? notYet,
              },
            ]
      }),
    ),
  }
}

function toLoad(
  { id, name }: Named,
  load: LoadCounts,
  weeks: readonly string[],
  busy: ReadonlySet<string>,
): Omit<CauseLoad, 'leaving' | 'length' | 'follows'> {
  const { contacts, repeats, handOffs, contactSquares, firstWeeks } = load
  return {
    id: causeId(id),
    name,
    contacts,
    repeats,
    handOffs,
    contactSquares,
    channels: listChannels(load, busy),
    weeks: weeks.map((week) => firstWeeks[week] ?? 0),
  }
}

function listChannels({ channels }: LoadCounts, busy: ReadonlySet<string>): ChannelLoad[] {
  const byName = Map.groupBy(Object.entries(channels), ([channel]) => (busy.has(channel) ? channel : ''))
  return [...byName]
    .sort(([left], [right]) => compareText(left, right))
    .map(([channel, loads]) => ({
      channel,
      firsts: sumHandled(loads.map(([, { firsts }]) => firsts)),
      repeats: sumHandled(loads.map(([, { repeats }]) => repeats)),
    }))
}

function sumHandled(parts: readonly ChannelLoad['firsts'][]): ChannelLoad['firsts'] {
  return parts.reduce(
    (sum, part) => ({
      contacts: sum.contacts + part.contacts,
      timed: sum.timed + part.timed,
      seconds: sum.seconds + part.seconds,
      squares: sum.squares + part.squares,
    }),
    { contacts: 0, timed: 0, seconds: 0, squares: 0 },
  )
}

function busiest(channels: Readonly<Record<string, number>>): string[] {
  return Object.entries(channels)
    .sort(([one, many], [other, few]) => few - many || compareText(one, other))
    .slice(0, mostChannels)
    .map(([channel]) => channel)
}

/** Mondays from the first week to the last. */
function listWeeks(firstAt: number, lastAt: number): string[] {
  const weeks: string[] = []
  const last = toWeek(lastAt)
  for (let at = firstAt, week = ''; week < last; at += 7 * dayMs) {
    week = toWeek(at)
    weeks.push(week)
  }
  return weeks
}
