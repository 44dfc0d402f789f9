import { dayMs, type Instant, toIso } from '../core/base/time.ts'
import { randomFrom } from '../core/stats/random.ts'
import { story } from './company.ts'
import { chance } from './random.ts'
import { type Life, type StorySettings, walkLives } from './walk.ts'

/** One row of Larkmoor's list of ended contracts: of another system than the help desk, and with the account only. */
export type LeaverRow = { readonly customer_id: string; readonly left_on: string; readonly plan: string }

export const leaverColumns = [
  'customer_id',
  'left_on',
  'plan',
] as const satisfies readonly (keyof LeaverRow)[]

/** How many of a hundred customers leave in a quarter of a year without any issue: who may leave each month does so more often. */
export const usualLeaving: Readonly<Record<string, number>> = {
  Monthly: 0.06,
  '12 months': 0.03,
  '24 months': 0.02,
}

/** Planted: how many more of a hundred leave because of an issue, within two months of its end. */
export const leavingBecause: Readonly<Record<string, number>> = {
  'cannot-cancel-online': 0.14,
  'renewed-without-asking': 0.12,
  'refund-not-arrived': 0.08,
  'drops-every-evening': 0.1,
}

const quarterDays = 91
const apart = 0x1b873593

/** Who left during the year, in order of customers. Nobody turns to the company after having left. */
export function* tellLeavers(settings: StorySettings): Generator<LeaverRow> {
  for (const life of walkLives(settings)) {
    const left = leavingOf(life, settings)
    if (left === null) continue
    yield {
      customer_id: life.customer.account,
      left_on: toIso(left - (left % 1000)),
      plan: life.customer.plan,
    }
  }
}

function leavingOf({ customer, drafts }: Life, { seed, end }: StorySettings): Instant | null {
  const random = randomFrom(seed ^ apart, customer.number)
  const last = drafts.at(-1)
  if (last === undefined) return null
  const because = leavingBecause[last.issue.cause.id] ?? 0
  const soon = last.at + (5 + random() * 55) * dayMs
  if (chance(random, because) && soon < end) return soon
  const yearly = ((usualLeaving[customer.plan] ?? 0) * story.lengthDays) / quarterDays
  const someDay = end - random() * story.lengthDays * dayMs
  return chance(random, yearly) && someDay > last.at ? someDay : null
}
