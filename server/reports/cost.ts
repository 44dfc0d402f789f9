import { Failure } from '../../contract/failures.ts'
import { isKnown, type Known } from '../../core/base/cannot-say.ts'
import { toDay } from '../../core/base/time.ts'
import { chooseAssumptions } from '../../core/cost/choose-assumptions.ts'
import {
  type CostEstimate,
  type CostHistory,
  type CostInputs,
  defaultDraws,
  defaultMonths,
} from '../../core/cost/cost-inputs.ts'
import { chooseCauses } from '../../core/cost/cost-of-doing-nothing.ts'
import { listAssumptions } from '../../store/assumptions.ts'
import type { Scope } from '../../store/scope.ts'
import { findCurrency } from '../../store/workspaces.ts'
import type { Service } from '../service.ts'
import { estimateAside } from '../thinking/think.ts'
import { readDocuments } from './read-documents.ts'

/** Over how many months, and of which causes; all when none are named. */
export type CostChoice = {
  readonly months?: number | undefined
  readonly causes?: readonly string[] | undefined
}

/** The same draws for everyone: an estimate changes with its inputs and not with the hour. */
const seed = 20_260_630

/** What a cost is computed from: the current reading, and what was assumed or entered. */
export async function costInputsOf(
  { store }: Pick<Service, 'store'>,
  scope: Scope,
  history: Known<CostHistory>,
  { months = defaultMonths, causes }: CostChoice = {},
): Promise<Known<CostInputs>> {
  if (!isKnown(history)) return history
  const entered = await listAssumptions(store.pool, scope)
  const assumptions = chooseAssumptions(
    entered.map(({ at, ...assumption }) => ({ ...assumption, at: toDay(at) })),
    history,
  )
  const currency = await findCurrency(store.pool, scope)
  const inputs = { history, assumptions, months, currency, seed, draws: defaultDraws }
  return causes === undefined ? inputs : chooseCauses(inputs, namedCauses(history, causes))
}

/** What stands for contacts that fit no cause, which have no id. */
const noCauseName = '-'

/** The ids of causes that a person named, by id or by name. */
function namedCauses({ causes }: CostHistory, names: readonly string[]): ReadonlySet<string> {
  const ids = names.map((name) => {
    const wanted = name.trim()
    const id = wanted === noCauseName ? '' : wanted
    const found = causes.find((cause) => cause.id === id || cause.name.toLowerCase() === id.toLowerCase())
    if (found !== undefined) return found.id
    throw new Failure(
      'badInput',
      `There is no cause “${wanted}” in this reading.`,
      'List them with outside-in export causes, or on the page Causes.',
    )
  })
  return new Set(ids)
}

/** What doing nothing costs, with what it rests on. */
export async function findCostOf(service: Pick<Service, 'store'>, scope: Scope, choice: CostChoice) {
  const { cost: history } = await readDocuments(service, scope)
  const inputs = await costInputsOf(service, scope, history, choice)
  return { inputs, cost: await estimateOnce(inputs) }
}

/** Estimates that were asked for lately: a page that is opened again costs nothing. */
const lately = new Map<string, Promise<Known<CostEstimate>>>()
const mostKept = 20

export async function estimateOnce(inputs: Known<CostInputs>): Promise<Known<CostEstimate>> {
  if (!isKnown(inputs)) return inputs
  const key = JSON.stringify(inputs)
  const known = lately.get(key)
  if (known !== undefined) return known
  const promised = estimateAside(inputs)
  lately.set(key, promised)
  promised.catch(() => lately.delete(key))
  const [oldest] = lately.keys()
  if (lately.size > mostKept && oldest !== undefined) lately.delete(oldest)
  return promised
}
