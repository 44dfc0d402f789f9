import type { CostEstimate } from '../../../core/cost/cost-inputs.ts'

/** Where the fan stands, in percent of the plot; y runs downwards. */
export type FanLayout = {
  readonly top: number
  readonly band: string
  readonly middle: string
  /** Height of low, middle and high at the right end, moved apart where their words would touch. */
  readonly ends: { readonly low: number; readonly mid: number; readonly high: number }
  readonly labels: readonly { readonly month: number; readonly x: number }[]
}

const leastDistance = 13
const labelEvery = [1, 2, 3, 6, 12]

/** Lays out what it has cost after each month, from nothing today. */
export function layOutFan(fan: CostEstimate['fan']): FanLayout {
  const months = fan.length
  const top = Math.max(1, ...fan.map(({ high }) => high))
  const x = (month: number) => round((month / months) * 100)
  const y = (money: number) => round(100 - (money / top) * 100)
  const path = (points: readonly (readonly [number, number])[]) =>
    points.map(([month, money], index) => `${index === 0 ? 'M' : 'L'}${x(month)} ${y(money)}`).join('')
  const last = fan.at(-1) ?? { low: 0, mid: 0, high: 0 }
  const up = fan.map(({ month, high }) => [month, high] as const)
  const down = fan.map(({ month, low }) => [month, Math.max(0, low)] as const).toReversed()
  const step = labelEvery.find((every) => months / every <= 4) ?? 12
  const middle = Math.min(Math.max(y(last.mid), leastDistance), 100 - leastDistance)
  return {
    top,
    band: `${path([[0, 0], ...up, ...down])}Z`,
    middle: path([[0, 0], ...fan.map(({ month, mid }) => [month, mid] as const)]),
    ends: {
      high: Math.min(y(last.high), middle - leastDistance),
      mid: middle,
      low: Math.max(y(last.low), middle + leastDistance),
    },
    labels: Array.from({ length: Math.floor(months / step) + 1 }, (_, index) => ({
      month: index * step,
      x: x(index * step),
    })),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
