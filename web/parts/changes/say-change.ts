import type { ChangeRow, ChangeValueJson, VerdictJson } from '../../../contract/changes.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { formatCount, formatDay, formatMoney, formatShare, listWords, plural } from '../../ui/format.ts'

/** `€ 4,000, between −€ 800 and € 9,000`. */
export function sayMoneyRange(
  { low, mid, high }: { readonly low: number; readonly mid: number; readonly high: number },
  currency: string,
): string {
  return `${formatMoney(mid, currency)}, between ${formatMoney(low, currency)} and ${formatMoney(high, currency)}`
}

export function sayPayback({ paybackMonths: { mid, high }, months }: ChangeValueJson): string {
  if (mid === null) return `Not paid back within ${months} months`
  const latest = high === null ? `, perhaps not within ${months}` : `, at the latest after ${sayMonths(high)}`
  return `Paid back after ${sayMonths(mid)}${latest}`
}

function sayMonths(months: number): string {
  return months < 1 ? 'less than a month' : plural(Math.round(months), 'month')
}

/** How likely it ends worse than doing nothing, never as a certainty that draws cannot give. */
export function sayWorse({ worseThanNothing: { value } }: ChangeValueJson): string {
  if (value < 0.001) return 'below 0.1\u00a0%'
  if (value > 0.999) return 'above 99.9\u00a0%'
  return `about ${formatShare(value)}`
}

/** Where a change stands, as of which day. */
export function sayState({ state, startedOn, decisions }: ChangeRow): string {
  const last = decisions.at(-1)
  const since = startedOn === null ? '' : `, running since ${formatDay(`${startedOn}T12:00:00`)}`
  switch (state) {
    case 'planned':
      return 'Planned, not started'
    case 'started':
      return `Started on ${formatDay(`${startedOn}T12:00:00`)}`
    case 'measured':
      return `Measured${since}`
    case 'declined':
      return `Declined by ${last?.who ?? 'someone'}`
    default:
      return `${state.slice(0, 1).toUpperCase()}${state.slice(1)} on ${formatDay(`${last?.on}T12:00:00`)}`
  }
}

/** `86 contacts fewer, between 58 and 125 fewer`: which way is said with each number, because they may differ. */
export function sayAvoided({ value, low, high }: { value: number; low: number; high: number }): string {
  const say = (contacts: number) => `${formatCount(Math.abs(contacts))} ${contacts < 0 ? 'more' : 'fewer'}`
  return `${plural(Math.abs(Math.round(value)), 'contact')} ${value < 0 ? 'more' : 'fewer'}, between ${say(low)} and ${say(high)}`
}

/** What a change brought since its start, at today's costs; null where the verdict cannot say. */
export function sayBrought({ kind, avoided, moneyKept }: VerdictJson): string | null {
  if (kind === 'cannotSay' || !isKnown(avoided)) return null
  const kept = isKnown(moneyKept)
    ? `; at today’s costs ${sayMoneyRange({ ...moneyKept, mid: moneyKept.value }, moneyKept.currency)} saved`
    : ''
  return `Over ${plural(avoided.days, 'day')} ${sayAvoided(avoided)}${kept}.`
}

/** What was held to be saved on the day the change was planned, by the costs of that day. */
export function sayEstimateThen({ decisions }: ChangeRow): string {
  const [first] = decisions
  const value = first?.figures.value ?? { cannotSay: 'nothing was kept' }
  if (first === undefined || !isKnown(value))
    return 'What it would save could not be said when it was planned.'
  const horizon = plural(value.months, 'month')
  return `Estimated on ${formatDay(`${first.on}T12:00:00`)} to save ${sayMoneyRange(value.saved, value.currency)}, over ${horizon}.`
}

/** What came of it so far. Where the verdict cannot say, its figures say nothing either. */
export function sayOutcomeSoFar(verdict: VerdictJson): string {
  return sayBrought(verdict) ?? verdict.sentence
}

/** How many changes have started and what came of them, and how many wait. */
export function sayChanges(changes: readonly Pick<ChangeRow, 'startedOn' | 'state' | 'verdict'>[]): string {
  const felt = changes.filter(({ startedOn }) => startedOn !== null)
  const waiting = changes.filter(({ state }) => state === 'planned').length
  const came = listWords(
    outcomes.flatMap(({ kind, say }) => {
      const count = felt.filter(({ verdict }) => verdict?.kind === kind).length
      return count === 0 ? [] : [say(formatCount(count))]
    }),
  )
  const started = `${plural(felt.length, 'change')} ${felt.length === 1 ? 'has' : 'have'} started`
  const sentences = [
    ...(felt.length === 0 ? [] : [came === '' ? `${started}.` : `${started}: ${came}.`]),
    ...(waiting === 0
      ? []
      : [`${plural(waiting, 'plan')} ${waiting === 1 ? 'waits' : 'wait'} for a decision.`]),
  ]
  return sentences.length === 0 ? 'No change is open.' : sentences.join(' ')
}

const outcomes = [
  { kind: 'better', say: (count: string) => `${count} helped` },
  { kind: 'worse', say: (count: string) => `${count} made it worse` },
  { kind: 'noMaterialChange', say: (count: string) => `${count} changed nothing that matters` },
  { kind: 'cannotSay', say: (count: string) => `of ${count} it cannot be said` },
] as const
