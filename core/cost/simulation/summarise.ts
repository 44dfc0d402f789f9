import { isKnown } from '../../base/cannot-say.ts'
import type { Range } from '../../base/figure.ts'
import { compareText } from '../../base/order.ts'
import { daysPerMonth } from '../../base/time.ts'
import type { AssumptionName } from '../assumption.ts'
import {
  type CauseCost,
  type CostEstimate,
  type CostInputs,
  type CostLine,
  costLines,
} from '../cost-inputs.ts'
import type { UnitLoad } from '../unit-load.ts'
import { sayProjection } from '../volume/say-projection.ts'
import { fixPrices } from './prices.ts'
import type { Simulated } from './simulate.ts'
import { addCause, emptySums, linesOf } from './sums.ts'

type Summary = Pick<
  CostEstimate,
  'low' | 'mid' | 'high' | 'byCause' | 'dearest' | 'lines' | 'unsaid' | 'fan' | 'weekOfDelay'
>

const weeksPerMonth = daysPerMonth / 7

/** Puts what was drawn in the order in which it is read: the dearest cause first. */
export function summarise(simulated: Simulated, loads: readonly UnitLoad[], inputs: CostInputs): Summary {
  const { total, dearest, lines, fan } = simulated
  const byCause = loads.map((load, index) => toCauseCost(load, simulated.byCause[index], inputs))
  const unsaid = whatIsMissing(loads, inputs)
  const [first = { low: 0, mid: 0, high: 0 }] = fan
  return {
    ...inCents(total),
    byCause: byCause.toSorted((left, right) => right.mid - left.mid || compareText(left.id, right.id)),
    dearest: { causes: dearest.causes, ...inCents(dearest) },
    lines: costLines
      .filter((line) => !unsaid.some((missing) => missing.line === line))
      .map((line) => ({ line, ...inCents(lines[line]) })),
    unsaid,
    fan: fan.map((range, month) => ({ month: month + 1, ...inCents(range) })),
    weekOfDelay: inCents(mapRange(first, (value) => value / weeksPerMonth)),
  }
}

function toCauseCost(
  load: UnitLoad,
  simulated: Simulated['byCause'][number] | undefined,
  inputs: CostInputs,
): CauseCost {
  const { cost = { low: 0, mid: 0, high: 0 }, customersLost = { cannotSay: 'it was not simulated' } } =
    simulated ?? {}
  return {
    id: load.id,
    name: load.name,
    ...inCents(cost),
    contacts: round(load.issues * load.contactsPerIssue, 10),
    issues: round(load.issues, 10),
    pattern: load.projection.pattern,
    projection: sayProjection(load.projection),
    lines: middlesOf(load, inputs),
    customersLost: isKnown(customersLost)
      ? mapRange(customersLost, (value) => round(value, 10))
      : customersLost,
  }
}

/** What each line comes to with every assumption in its middle. */
function middlesOf(load: UnitLoad, inputs: CostInputs): Record<CostLine, number> {
  const prices = fixPrices(inputs, null)
  const sums = emptySums(1)
  const leaves = isKnown(load.leaving) ? Float64Array.of(load.leaving.difference) : null
  addCause(sums, load, prices, { issues: Float64Array.of(1), leaves })
  const lines = linesOf(sums, prices)
  const middle = (line: CostLine) => round(lines[line][0] ?? 0, 100)
  return {
    handling: middle('handling'),
    handOffs: middle('handOffs'),
    goodwill: middle('goodwill'),
    lost: middle('lost'),
    silent: middle('silent'),
    wordOfMouth: middle('wordOfMouth'),
  }
}

/** Lines about customers who leave need to know that they do and what they are worth; nothing is put in their place. */
function whatIsMissing(loads: readonly UnitLoad[], { assumptions }: CostInputs): CostEstimate['unsaid'] {
  const isSet = (name: AssumptionName) =>
    assumptions.some((assumption) => assumption.name === name && assumption.high > 0)
  const unknown = loads.flatMap(({ leaving }) => (isKnown(leaving) ? [] : [leaving.cannotSay]))
  const because =
    unknown.length === loads.length
      ? unknown[0]
      : isSet('customerValue')
        ? undefined
        : 'nobody has entered what a customer who leaves is worth'
  if (because === undefined) return []
  const missing = [
    'lost' as const,
    ...(isSet('silentPerIssue') ? ['silent' as const] : []),
    ...(isSet('wordOfMouthPerLoss') ? ['wordOfMouth' as const] : []),
  ]
  return missing.map((line) => ({ line, cannotSay: because }))
}

function mapRange({ low, mid, high }: Range, change: (value: number) => number): Range {
  return { low: change(low), mid: change(mid), high: change(high) }
}

/** Whole cents: more digits would differ between machines and mean nothing. */
function inCents(range: Range): Range {
  return mapRange(range, (value) => round(value, 100))
}

function round(value: number, parts: number): number {
  // Adding nothing turns a negative zero into a plain one.
  return Math.round(value * parts) / parts + 0
}
