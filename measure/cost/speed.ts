import { causeId } from '../../core/base/ids.ts'
import { chooseAssumptions } from '../../core/cost/choose-assumptions.ts'
import { type CauseLoad, defaultDraws } from '../../core/cost/cost-inputs.ts'
import { costOfDoingNothing } from '../../core/cost/cost-of-doing-nothing.ts'
import { randomFrom } from '../../core/stats/random.ts'

const repetitions = 7

/** How long an estimate takes as causes grow: processor time of the median of some runs. */
export function printCostSpeed(): void {
  console.log(
    `\nSpeed: an estimate with ${defaultDraws.toLocaleString('en-US')} draws, 12 months, processor time\n`,
  )
  console.log('| causes | with customers lost | milliseconds |')
  console.log('|---:|---|---:|')
  for (const causes of [25, 50, 100, 200, 400]) {
    for (const hasLeaving of [false, true]) {
      console.log(`| ${causes} | ${hasLeaving ? 'yes' : 'no'} | ${timeOne(causes, hasLeaving).toFixed(0)} |`)
    }
  }
}

function timeOne(causes: number, hasLeaving: boolean): number {
  const history = {
    from: '2025-07-01',
    to: '2026-06-30',
    weekdays: [19, 16, 15, 15, 16, 8, 3],
    causes: Array.from({ length: causes }, (_, cause) => inventLoad(cause, hasLeaving)),
  }
  const value = hasLeaving ? [{ name: 'customerValue', low: 100, mid: 200, high: 300, by: null, at: '' }] : []
  const assumptions = chooseAssumptions(value, history)
  const inputs = { history, assumptions, months: 12, currency: 'EUR', seed: 1, draws: defaultDraws }
  const times = Array.from({ length: repetitions }, () => {
    const before = process.cpuUsage()
    costOfDoingNothing(inputs)
    return process.cpuUsage(before).user / 1000
  })
  return times.toSorted((left, right) => left - right)[Math.floor(repetitions / 2)] ?? 0
}

function inventLoad(cause: number, hasLeaving: boolean): CauseLoad {
  const random = randomFrom(cause, 1)
  const weeks = Array.from({ length: 53 }, () => Math.floor(random() * 6))
  const firsts = weeks.reduce((sum, count) => sum + count, 0)
  const untimed = { timed: 0, seconds: 0, squares: 0 }
  const overlap = {
    withCause: 100,
    withoutCause: 1000,
    effectiveWithout: 400,
    unmatched: 0,
    worstBefore: 0.3,
    worstAfter: 0,
    worstTrait: 'plan',
  }
  const shares = {
    low: 0.01,
    high: 0.09,
    leftWith: 0.1,
    leftWithout: 0.05,
    leftMatched: 0.05,
    windowDays: 90,
  }
  return {
    id: causeId(`cause ${cause}`),
    name: `cause ${cause}`,
    contacts: firsts * 2,
    repeats: firsts,
    handOffs: firsts,
    contactSquares: firsts * 5,
    channels: ['phone', 'email', 'chat', 'form'].map((channel) => ({
      channel,
      firsts: { contacts: firsts / 4, ...untimed },
      repeats: { contacts: firsts / 4, ...untimed },
    })),
    length: 1,
    weeks,
    leaving: hasLeaving
      ? { difference: 0.05, standardError: 0.02, ...shares, overlap }
      : { cannotSay: 'no source says which customers left' },
  }
}
