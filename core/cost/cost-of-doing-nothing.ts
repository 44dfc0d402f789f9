import { cannotSay, type Known } from '../base/cannot-say.ts'
import { dayMs, sayDay, toWeek } from '../base/time.ts'
import type { CostEstimate, CostHistory, CostInputs } from './cost-inputs.ts'
import { rankSwings } from './rank-swings.ts'
import { simulate } from './simulation/simulate.ts'
import { summarise } from './simulation/summarise.ts'
import { prepareLoads } from './unit-load.ts'
import { coverWeeks, daysOf } from './volume/exposures.ts'
import { findSwollenEnd, findThinEnd } from './volume/find-thin-end.ts'

/** Fewer days than this say nothing about a year. */
const minimumDays = 7

/**
 * What it costs to leave things as they are over the coming months, as a range: issues go on as the records lead us to expect,
 * each at the cost of handling it, of hand-offs and goodwill, and of the customers who leave because of it.
 * Every uncertain number is drawn from its range many times; low, middle and high are the 2.5, 50 and 97.5 % points of
 * what comes out. The same inputs give the same estimate, to the cent, on any machine.
 * Assumes: causes vary independently; assumptions hold for all causes alike.
 * Refuses: records without times, less than a week of them, or such as thin out or swell before they end.  Source: docs/method/cost.md.
 * Cost: O(causes x draws).
 */
export function costOfDoingNothing(inputs: CostInputs): Known<CostEstimate> {
  const { history, assumptions, months, currency, seed, draws } = inputs
  const refusal = whyNot(inputs)
  if (refusal !== null) return cannotSay(refusal)
  const loads = prepareLoads(inputs, coverWeeks(history))
  const simulated = simulate(loads, inputs)
  return {
    currency,
    months,
    ...summarise(simulated, loads, inputs),
    swings: rankSwings(loads, inputs),
    simulation: { seed, draws, error: simulated.error },
    assumptions,
  }
}

/** The inputs for the causes among `ids` alone; their figures do not change. */
export function chooseCauses(inputs: CostInputs, ids: ReadonlySet<string>): CostInputs {
  return { ...inputs, only: inputs.history.causes.flatMap(({ id }) => (ids.has(id) ? [String(id)] : [])) }
}

function whyNot({ history, only, months }: CostInputs): string | null {
  if (history.causes.length === 0 || only?.length === 0) return 'no cause was chosen'
  const days = daysOf(history)
  if (days < minimumDays) {
    return `the records span ${days} ${days === 1 ? 'day' : 'days'}; a week is the least that tells a rate`
  }
  if (months < 1 || months > 60) return 'the horizon must be from 1 to 60 months'
  return sayUnevenEnd(history)
}

/** Records that end thin would foretell next to nothing, and those that swell at their end a flood, whatever goes on in truth. */
function sayUnevenEnd(history: CostHistory): string | null {
  const shares = coverWeeks(history)
  const isWhole = (week: number) => (shares[week] ?? 0) > 0.999
  const first = isWhole(0) ? 0 : 1
  const weeks = shares
    .map((_, week) => history.causes.reduce((sum, cause) => sum + (cause.weeks[week] ?? 0), 0))
    .slice(first, isWhole(shares.length - 1) ? undefined : -1)
  const dayOf = (week: number) =>
    sayDay(Date.parse(toWeek(Date.parse(history.from))) + (first + week) * 7 * dayMs)
  const thin = findThinEnd(weeks)
  if (thin !== null)
    return `from ${dayOf(thin)} on the records hold less than a tenth of the contacts of the weeks before, as a cut export does, so that they do not tell what comes next`
  const swollen = findSwollenEnd(weeks)
  if (swollen !== null)
    return `each week before ${dayOf(swollen)} holds less than a tenth of the contacts of a week since, as in an export of what was open on one day; eight weeks like the last ones would tell what comes next`
  return null
}
