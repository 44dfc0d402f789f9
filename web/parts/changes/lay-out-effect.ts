import type { ChangePage } from '../../../contract/changes.ts'

type Week = ChangePage['weeks'][number]

/** Where everything stands, in percent of the plot; y runs downwards. */
export type EffectLayout = {
  readonly top: number
  readonly contacts: string
  readonly expected: string
  readonly band: string
  /** Most of the band is wider than the picture: it would show nothing, and is left out. */
  readonly isVague: boolean
  /** The first day with the change; null when no week is after it. */
  readonly changeX: number | null
  readonly labels: readonly { readonly from: string; readonly x: number }[]
  readonly ends: { readonly contacts: number; readonly expected: number | null }
}

const labelCount = 4
const leastDistance = 14

/** Lays out what was and what would have been, from nought up; assumes at least two weeks. */
export function layOutEffect(weeks: readonly Week[]): EffectLayout {
  const most = Math.max(1, ...weeks.map(({ contacts, expected }) => Math.max(contacts, expected?.value ?? 0)))
  const highest = Math.max(most, ...weeks.map(({ expected }) => expected?.high ?? 0))
  // A band that knows next to nothing runs out of the picture instead of flattening all else.
  const top = Math.min(highest, 2 * most)
  const x = (index: number) => (index / Math.max(1, weeks.length - 1)) * 100
  const y = (value: number) => Math.max(0, 100 - (value / top) * 100)
  const foretold = weeks.flatMap(({ expected }, index) =>
    expected === null ? [] : [{ expected, x: x(index) }],
  )
  const isVague =
    foretold.filter(({ expected: { low, high } }) => high - low > top).length > foretold.length / 2
  const since = isVague ? [] : foretold
  const line = (points: readonly { readonly x: number; readonly y: number }[]) =>
    points.map((point, index) => `${index === 0 ? 'M' : 'L'}${round(point.x)} ${round(point.y)}`).join('')
  const upper = since.map((at) => ({ x: at.x, y: y(at.expected.high) }))
  const lower = since.map((at) => ({ x: at.x, y: y(at.expected.low) })).toReversed()
  const lastContacts = y(weeks.at(-1)?.contacts ?? 0)
  const lastExpected = since.length === 0 ? null : y(since.at(-1)?.expected.value ?? 0)
  return {
    top: Math.ceil(top),
    contacts: line(weeks.map(({ contacts }, index) => ({ x: x(index), y: y(contacts) }))),
    expected: line(since.map((at) => ({ x: at.x, y: y(at.expected.value) }))),
    band: since.length === 0 ? '' : `${line([...upper, ...lower])}Z`,
    isVague,
    changeX: foretold[0]?.x ?? null,
    labels: chooseLabels(weeks.length).map((index) => ({
      from: weeks[index]?.from ?? '',
      x: round(x(index)),
    })),
    ends: apart(lastContacts, lastExpected),
  }
}

/** Moves two labels from one another until both can be read. */
function apart(contacts: number, expected: number | null): EffectLayout['ends'] {
  if (expected === null || Math.abs(contacts - expected) >= leastDistance) return { contacts, expected }
  const middle = Math.min(100 - leastDistance / 2, Math.max(leastDistance / 2, (contacts + expected) / 2))
  const half = contacts < expected ? -leastDistance / 2 : leastDistance / 2
  return { contacts: middle + half, expected: middle - half }
}

function chooseLabels(weeks: number): readonly number[] {
  const count = Math.min(labelCount, weeks)
  return Array.from({ length: count }, (_, label) => Math.round((label / (count - 1)) * (weeks - 1)))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
