import { isKnown } from '../../core/base/cannot-say.ts'
import type { Range } from '../../core/base/figure.ts'
import { chooseAssumptions } from '../../core/cost/choose-assumptions.ts'
import {
  type CostHistory,
  type CostInputs,
  defaultDraws,
  defaultMonths,
} from '../../core/cost/cost-inputs.ts'
import { chooseCauses, costOfDoingNothing } from '../../core/cost/cost-of-doing-nothing.ts'
import { drawNormals } from '../../core/stats/normals.ts'
import { randomFrom } from '../../core/stats/random.ts'
import { defaultStory, type StorySettings } from '../../demo/walk.ts'
import { tellWork, type Work, workTruth } from '../../demo/work-truth.ts'
import { historyOfWork } from './history-of-work.ts'

/** How far a planner's middle lies from the truth, as a standard deviation; low and high are theirs and honest. */
const plannersError = { minutes: 0.05, costPerHour: 0.03, minutesPerHandOff: 0.1 }
const largest = 3

export type Held = Range & { readonly truth: number }

/** Holds estimates against what the story's coming year really brings; the estimate knows the told year only. */
export function printDemoScores(seeds: number): void {
  console.log(
    `\nThe demo company, ${seeds} seeds: the three dearest causes, estimated from the told year, against their real cost in the coming one\n`,
  )
  printHead()
  const held = Array.from({ length: seeds }, (_, index) => holdOne({ ...defaultStory, seed: index + 1 }))
  printRow(
    'each of the three',
    held.flatMap(({ each }) => each),
  )
  printRow(
    'the three together',
    held.map(({ together }) => together),
  )
  printRow(
    'all causes together',
    held.map(({ all }) => all),
  )
  printRow(
    'each of all causes',
    held.flatMap(({ every }) => every),
  )
}

export function printHead(): void {
  console.log(
    '| held against the truth | estimates | interval contains it | middle off by, median | interval, median width |',
  )
  console.log('|---|---:|---:|---:|---:|')
}

function holdOne(story: StorySettings) {
  const inputs = inputsOf(story, historyOfWork([...tellWork(story, 'told')]))
  const real = realCosts([...tellWork(story, 'coming')])
  const hold = (ids: readonly string[]): Held => {
    const cost = costOfDoingNothing(chooseCauses(inputs, new Set(ids)))
    if (!isKnown(cost)) throw new Error(cost.cannotSay)
    return { low: cost.low, mid: cost.mid, high: cost.high, truth: sum(ids.map((id) => real.get(id) ?? 0)) }
  }
  const whole = costOfDoingNothing(inputs)
  if (!isKnown(whole)) throw new Error(whole.cannotSay)
  const ids = whole.byCause.map(({ id }) => String(id))
  const every = whole.byCause.map(({ id, low, mid, high }) => ({ low, mid, high, truth: real.get(id) ?? 0 }))
  return {
    each: every.slice(0, largest),
    every,
    together: hold(ids.slice(0, largest)),
    all: hold(ids),
  }
}

/** What was read of the told year, and what Larkmoor's planner believes about its work. */
export function inputsOf(story: StorySettings, history: CostHistory): CostInputs {
  const [costPerHour = 0, handOff = 0, ...minutes] = drawNormals(randomFrom(story.seed, 99), 8)
  const believed = [
    believe('costPerHour', workTruth.costPerHour, plannersError.costPerHour, costPerHour),
    believe('minutesPerHandOff', workTruth.minutesPerHandOff, plannersError.minutesPerHandOff, handOff),
    ...Object.entries(workTruth.minutes).map(([channel, truth], index) =>
      believe(`minutesPerContact:${channel}`, truth, plannersError.minutes, minutes[index] ?? 0),
    ),
  ]
  return {
    history,
    assumptions: chooseAssumptions(believed, history),
    months: defaultMonths,
    currency: 'EUR',
    seed: 1,
    draws: defaultDraws,
  }
}

function believe(name: string, truth: number, error: number, z: number) {
  const mid = truth * Math.exp(error * z)
  const reach = Math.exp(1.96 * error)
  return { name, low: mid / reach, mid, high: mid * reach, by: 'the planner', at: '2026-06-30' }
}

export function realCosts(coming: readonly Work[]): ReadonlyMap<string, number> {
  const costs = new Map<string, number>()
  for (const { cause, minutes, handOffs } of coming) {
    const money = ((minutes + handOffs * workTruth.minutesPerHandOff) / 60) * workTruth.costPerHour
    costs.set(cause, (costs.get(cause) ?? 0) + money)
  }
  return costs
}

export function printRow(name: string, held: readonly Held[]): void {
  const inside = held.filter(({ low, high, truth }) => low <= truth && truth <= high).length
  const off = median(held.map(({ mid, truth }) => Math.abs(mid / truth - 1)))
  const width = median(held.map(({ low, mid, high }) => (high - low) / mid))
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  console.log(
    `| ${name} | ${held.length} | ${percent(inside / held.length)} | ${percent(off)} | ${percent(width)} |`,
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
