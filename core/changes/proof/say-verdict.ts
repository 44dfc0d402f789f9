import { unreachable } from '../../base/invariant.ts'
import { sayDay, sayMonth } from '../../base/time.ts'
import { type Estimate, isVague } from './measure-effect.ts'
import { countTimes, oneOf, type Rhythm } from './series.ts'
import type { ClearLook, Judgement } from './verdict.ts'

/**
 * One sentence for a verdict: the same on screen, on the command line and in an export.
 * Example: "Better: over 30 days sales was 27 a day above what would have been (9.1 to 45), 21 % more, clear since 9 Mar 2020."
 */
export function sayVerdict(judgement: Judgement): string {
  const { verdict, effect } = judgement
  switch (verdict.kind) {
    case 'better':
      return `Better: ${sayClear(judgement, verdict.clear)}.`
    case 'worse':
      return `Worse: ${sayClear(judgement, verdict.clear)}.`
    case 'noMaterialChange':
      return `No material change: ${sayEffect(judgement)}, all within ${percent(verdict.materialShare)} either way.`
    case 'cannotSay':
      return effect === null || isVague(effect)
        ? `Cannot say, because ${verdict.because}.`
        : `Cannot say, because ${verdict.because}: ${sayEffect(judgement)}.`
    default:
      return unreachable(verdict)
  }
}

/** Where the whole time since is less clear than its beginning was, both are said. */
function sayClear(judgement: Judgement, clear: ClearLook): string {
  const { name, rhythm, effect, look } = judgement
  const since = `clear since ${sayTime(clear.at, rhythm)}`
  const whole = look === 'planned' ? effect?.average : effect?.anyLook
  if (effect === null || whole === undefined || whole.low > 0 || whole.high < 0)
    return `${sayEffect(judgement)}, ${since}`
  const first = `over the first ${countTimes(clear.count, rhythm)} ${sayDifference(name, rhythm, clear)}, ${since}`
  return `${first}; ${sayEffect(judgement)}`
}

/** The effect in words, with the interval that the verdict rests on. */
export function sayEffect({ name, rhythm, look, effect }: Judgement): string {
  if (effect === null) return ''
  const { average, anyLook, relative, count } = effect
  const share =
    relative === null ? '' : `, ${percent(Math.abs(relative.value))} ${average.value < 0 ? 'less' : 'more'}`
  const whole = look === 'planned' ? average : { ...average, ...anyLook }
  return `over ${countTimes(count, rhythm)} ${sayDifference(name, rhythm, whole)}${share}`
}

function sayDifference(name: string, rhythm: Rhythm, estimate: Estimate): string {
  const digits = digitsFor(estimate)
  const { value } = estimate
  return (
    `${name} was ${sayNumber(Math.abs(value), digits)} a ${oneOf[rhythm]} ${value < 0 ? 'below' : 'above'} ` +
    `what would have been (${sayBetween(estimate, digits)})`
  )
}

/** `0.5 to 1.9` where both ends lie on the side that was just named, else `1.9 below to 0.5 above`. */
function sayBetween({ low, high }: Estimate, digits: number): string {
  const say = (value: number) => sayNumber(Math.abs(value), digits)
  if (low < 0 && high > 0) return `${say(low)} below to ${say(high)} above`
  return low < 0 ? `${say(high)} to ${say(low)}` : `${say(low)} to ${say(high)}`
}

/** A time as people say it: `9 Mar 2020`, `Mar 2020`, `Q1 2020`, `2020`, or the number it has. */
export function sayTime(time: number, rhythm: Rhythm): string {
  const year = new Date(time).getUTCFullYear()
  switch (rhythm) {
    case 'numbered':
      return String(time)
    case 'year':
      return String(year)
    case 'quarter':
      return `Q${Math.floor(new Date(time).getUTCMonth() / 3) + 1} ${year}`
    case 'month':
      return sayMonth(time)
    case 'week':
    case 'day':
      return sayDay(time)
    default:
      return unreachable(rhythm)
  }
}

/** Digits behind the point that the width of an interval allows: two that count. */
export function digitsFor({ low, high }: Estimate): number {
  const width = high - low
  if (!(width > 0) || !Number.isFinite(width)) return 2
  return Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(width))))
}

/** With a comma at each thousand and a minus, no hyphen, where it is below zero; the same on every machine. */
export function sayNumber(value: number, digits: number): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(digits).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const isZero = /^[0,]*$/.test(grouped) && /^0*$/.test(fraction ?? '')
  return `${value < 0 && !isZero ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

export function percent(share: number): string {
  const value = share * 100
  return `${sayNumber(value, Math.abs(value) < 9.95 ? 1 : 0)} %`
}
