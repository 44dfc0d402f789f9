import { causeId, customerId, issueId } from '../../core/base/ids.ts'
import { compareText } from '../../core/base/order.ts'
import { dayMs, toDay, toWeek } from '../../core/base/time.ts'
import { countNextNeeds } from '../../core/causes/next-needs/count-next-needs.ts'
import { findNextNeeds } from '../../core/causes/next-needs/find-next-needs.ts'
import type { CauseLoad, CostHistory, Handled } from '../../core/cost/cost-inputs.ts'
import { measureLengths } from '../../core/cost/measure-lengths.ts'
import { followOnsOf } from '../../core/cost/volume/follow-on.ts'
import type { Work } from '../../demo/work-truth.ts'

/** What a reading without a mistake would hand to the cost: every contact with its true cause and issue. */
export function historyOfWork(work: readonly Work[]): CostHistory {
  const times = work.map(({ at }) => at).sort((left, right) => left - right)
  const from = times[0] ?? 0
  const to = times.at(-1) ?? 0
  const start = Date.parse(`${toWeek(from)}T00:00:00Z`)
  const weeks = Math.floor((to - start) / (7 * dayMs)) + 1
  const byCause = [...Map.groupBy(work, ({ cause }) => cause)].sort(([one], [other]) =>
    compareText(one, other),
  )
  const followOns = followOnsOf(needsOf(work, to))
  return {
    from: toDay(from),
    to: toDay(to),
    weekdays: count(
      work.flatMap(({ at, isFirst }) => (isFirst ? [(new Date(at).getUTCDay() + 6) % 7] : [])),
      7,
    ),
    causes: measureLengths(
      byCause.map(([cause, own]) => ({
        ...toLoad(cause, own, start, weeks),
        follows: followOns.get(causeId(cause)) ?? [],
      })),
    ),
  }
}

function needsOf(work: readonly Work[], end: number) {
  const counter = countNextNeeds(end)
  for (const [person, own] of Map.groupBy(work, (one) => one.person)) {
    const issues = [...Map.groupBy(own, ({ issue }) => issue)].map(([issue, contacts]) => {
      const times = contacts.map(({ at }) => at)
      return {
        id: issueId(`${person}-${issue}`),
        customer: customerId(String(person)),
        cause: causeId(contacts[0]?.cause ?? ''),
        firstAt: Math.min(...times),
        lastAt: Math.max(...times),
        contacts: contacts.length,
      }
    })
    counter.add(issues)
  }
  return findNextNeeds(counter.result())
}

function toLoad(
  cause: string,
  own: readonly Work[],
  start: number,
  weeks: number,
): Omit<CauseLoad, 'length' | 'follows'> {
  const firsts = own.filter(({ isFirst }) => isFirst)
  const issues = Map.groupBy(own, ({ person, issue }) => `${person} ${issue}`)
  const channels = [...Map.groupBy(own, ({ channel }) => channel)].sort(([one], [other]) =>
    compareText(one, other),
  )
  return {
    id: causeId(cause),
    name: cause,
    contacts: own.length,
    repeats: own.length - firsts.length,
    handOffs: own.reduce((sum, { handOffs }) => sum + handOffs, 0),
    contactSquares: [...issues.values()].reduce((sum, contacts) => sum + contacts.length ** 2, 0),
    channels: channels.map(([channel, contacts]) => ({
      channel,
      firsts: toHandled(contacts.filter(({ isFirst }) => isFirst)),
      repeats: toHandled(contacts.filter(({ isFirst }) => !isFirst)),
    })),
    weeks: count(
      firsts.map(({ at }) => Math.floor((at - start) / (7 * dayMs))),
      weeks,
    ),
    leaving: { cannotSay: 'no source says which customers left' },
  }
}

function toHandled(contacts: readonly Work[]): Handled {
  const lengths = contacts.flatMap(({ durationSeconds }) =>
    durationSeconds === null ? [] : [durationSeconds],
  )
  return {
    contacts: contacts.length,
    timed: lengths.length,
    seconds: lengths.reduce((sum, seconds) => sum + seconds, 0),
    squares: lengths.reduce((sum, seconds) => sum + seconds ** 2, 0),
  }
}

function count(places: readonly number[], size: number): number[] {
  const counts = new Array<number>(size).fill(0)
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1
  return counts
}
