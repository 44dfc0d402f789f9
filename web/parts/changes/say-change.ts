import type { ChangeRow, ChangeValueJson } from '../../../contract/changes.ts'
import { formatDay, formatMoney, formatShare, plural } from '../../ui/format.ts'

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
export function sayWorse({ worseThanNothing: { value, draws } }: ChangeValueJson): string {
  if (value === 0) return `less than ${formatShare(1 / draws)}`
  if (value === 1) return `more than ${formatShare(1 - 1 / draws)}`
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
