import { firstLook } from '../proof/measure-effect.ts'
import { momentsOf } from '../proof/patterns.ts'
import { sayTime } from '../proof/say-verdict.ts'
import { countTimes, cutAt, known, oneOf, type ProofSeries, type Rhythm } from '../proof/series.ts'
import type { Guard } from '../proof/verdict.ts'

/** Values before the change from which its own habits can be told. */
export const leastHistory: Readonly<Record<Rhythm, number>> = {
  day: 21,
  week: 12,
  month: 12,
  quarter: 12,
  year: 10,
  numbered: 12,
}

/** Further than this many times its history no forecast of ours is to be trusted. */
const furthest: Readonly<Record<Rhythm, number>> = {
  day: 2,
  week: 3,
  month: 3,
  quarter: 3,
  year: 3,
  numbered: 3,
}

/** The series up to where its history can foretell it; what comes later is not judged. */
export function cutToForesight(series: ProofSeries): ProofSeries {
  const { rhythm, changeAt, values } = series
  const before = known(values.slice(0, changeAt)).length
  return cutAt(series, changeAt + Math.max(firstLook[rhythm], furthest[rhythm] * before))
}

/** Among many noisy controls, some go along with a short history by chance alone. */
const fewDays = 60
const timesPerControl = 10

/** The checks that need no model: enough before and after, something that varies, nothing missing around the change. */
export function checkHistory(series: ProofSeries): Guard {
  const { rhythm, changeAt, values, name, controls } = series
  const before = known(values.slice(0, changeAt))
  const after = known(values.slice(changeAt))
  const failed = (sentence: string): Guard => ({ name: 'history', status: 'failed', sentence })
  if (before.length < leastHistory[rhythm]) {
    return failed(
      `there ${before.length === 1 ? 'is' : 'are'} ${before.length === 0 ? 'no values' : `only ${countTimes(before.length, rhythm)}`} before the change; ` +
        `${leastHistory[rhythm]} are the least that show what is usual`,
    )
  }
  if (after.length < firstLook[rhythm]) {
    return failed(
      `there ${after.length === 1 ? 'is' : 'are'} ${after.length === 0 ? 'no values' : `only ${countTimes(after.length, rhythm)}`} since the change; ` +
        `${firstLook[rhythm]} are the least that can be judged`,
    )
  }
  if (momentsOf(before).deviation === 0) {
    return failed(
      `${name} is always ${before[0]} before the change, so nothing shows how much it varies by itself`,
    )
  }
  const most = Math.floor(before.length / timesPerControl)
  if (rhythm === 'day' && before.length < fewDays && controls.length > most) {
    return failed(
      `${controls.length} controls are more than ${before.length} days can choose from; name the ${most} that go with it best`,
    )
  }
  const judged = known(cutToForesight(series).values.slice(changeAt)).length
  return {
    name: 'history',
    status: 'passed',
    sentence:
      judged < after.length
        ? `${countTimes(before.length, rhythm)} before the change foretell the first ${judged} of ${after.length} since; only these are judged.`
        : `${countTimes(before.length, rhythm)} before the change and ${after.length} since.`,
  }
}

/** Missing times in a row around the change that leave its moment in the dark. */
const longestGap: Readonly<Record<Rhythm, number>> = {
  day: 14,
  week: 4,
  month: 3,
  quarter: 2,
  year: 2,
  numbered: 3,
}

export function checkGap({ values, times, changeAt, rhythm }: ProofSeries): Guard {
  let first = changeAt
  let last = changeAt - 1
  while (first > 0 && values[first - 1] === null) first -= 1
  while (last < values.length - 1 && values[last + 1] === null) last += 1
  const missing = last - first + 1
  if (missing <= longestGap[rhythm]) {
    return { name: 'gap', status: 'passed', sentence: `No long gap around the change.` }
  }
  const say = (index: number) => sayTime(times[index] ?? 0, rhythm)
  return {
    name: 'gap',
    status: 'failed',
    sentence:
      `${countTimes(missing, rhythm)} are missing around the change, from ${say(first)} to ${say(last)}: ` +
      `what happened at that ${oneOf[rhythm]} is not in the data`,
  }
}
