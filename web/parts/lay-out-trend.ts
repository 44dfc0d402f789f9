import type { Week } from './say-trend.ts'

/** Where everything stands, in percent of the plot; y runs downwards. */
export type TrendLayout = {
  /** The value at the upper edge: a round number, so that it can be read. */
  readonly top: number
  readonly contacts: string
  readonly repeats: string | null
  readonly ends: readonly { readonly name: string; readonly y: number }[]
  readonly labels: readonly { readonly week: string; readonly x: number }[]
}

/** The least distance between two labels at the right end, in percent of the height. */
const leastDistance = 12
const labelCount = 4

/** Lays out a trend that starts at nought; assumes at least two weeks. */
export function layOutTrend(weeks: readonly Week[]): TrendLayout {
  const top = roundUp(Math.max(1, ...weeks.map((week) => week.contacts)))
  const x = (index: number) => (index / Math.max(1, weeks.length - 1)) * 100
  const y = (value: number) => 100 - (value / top) * 100
  const isRepeatKnown = weeks.every((week) => week.repeats !== null)
  const line = (values: readonly number[]) =>
    values.map((value, index) => `${index === 0 ? 'M' : 'L'}${round(x(index))} ${round(y(value))}`).join('')
  const last = weeks.at(-1)
  return {
    top,
    contacts: line(weeks.map((week) => week.contacts)),
    repeats: isRepeatKnown ? `${line(weeks.map((week) => week.repeats ?? 0))}L100 100L0 100Z` : null,
    ends: placeEnds(y(last?.contacts ?? 0), isRepeatKnown ? y(last?.repeats ?? 0) : null),
    labels: chooseLabels(weeks.length).map((index) => ({
      week: weeks[index]?.week ?? '',
      x: round(x(index)),
    })),
  }
}

function placeEnds(contacts: number, repeats: number | null) {
  const highest = { name: 'Contacts', y: round(contacts) }
  if (repeats === null) return [highest]
  const lower = Math.min(96, Math.max(repeats, contacts + leastDistance))
  const upper = Math.min(contacts, lower - leastDistance)
  return [
    { ...highest, y: round(upper) },
    { name: 'Came back', y: round(lower) },
  ]
}

function chooseLabels(weeks: number): readonly number[] {
  const count = Math.min(labelCount, weeks)
  return Array.from({ length: count }, (_, label) => Math.round((label / (count - 1)) * (weeks - 1)))
}

/** The next 1, 2, 2.5, 5 or 10 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value) ?? 10
  return step * power
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
