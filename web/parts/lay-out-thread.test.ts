import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Thread } from '../../contract/thread.ts'
import { fitThread, largeThread, layOutThread, smallThread } from './lay-out-thread.ts'

const nothing: Thread = {
  minutes: 0,
  contacts: [],
  waits: [],
  lanes: [],
  handOffs: [],
  spokenHandOffs: [],
  promises: [],
}
const contact = (at: number, effort = 0): Thread['contacts'][number] => ({
  at,
  effort,
  emotion: 'worry',
  channel: 'phone',
  source: 'desk',
  rating: null,
  isMomentOfTruth: false,
})
const day = 24 * 60

describe('time runs from left to right', () => {
  it('keeps the order of contacts and stays inside the drawing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 90 * day }), { minLength: 1, maxLength: 40 }),
        (times) => {
          const sorted = [...times].sort((left, right) => left - right)
          const { contacts } = layOutThread(
            { ...nothing, contacts: sorted.map((at) => contact(at)) },
            smallThread,
          )
          for (const [index, { x }] of contacts.entries()) {
            expect(x).toBeGreaterThanOrEqual(contacts[index - 1]?.x ?? 0)
            expect(x).toBeLessThanOrEqual(smallThread.width)
          }
        },
      ),
    )
  })

  it('gives a month more room than an hour, but not seven hundred times more', () => {
    const { contacts } = layOutThread(
      { ...nothing, contacts: [contact(0), contact(60), contact(60 + 30 * day)] },
      largeThread,
    )
    const [first, second, third] = contacts.map(({ x }) => x)
    const hour = (second ?? 0) - (first ?? 0)
    const month = (third ?? 0) - (second ?? 0)
    expect(month).toBeGreaterThan(hour)
    expect(month).toBeLessThan(hour * 6)
  })

  it('marks each quiet day or more as drawn shorter, and nothing less', () => {
    const thread = { ...nothing, contacts: [contact(0), contact(day - 1), contact(4 * day)] }
    expect(layOutThread(thread, largeThread).breaks.map(({ minutes }) => minutes)).toEqual([3 * day + 1])
  })

  it('puts a lonely contact at the beginning', () => {
    const { contacts, line } = layOutThread({ ...nothing, contacts: [contact(0)] }, smallThread)
    expect(contacts[0]?.x).toBe(line.from)
  })
})

it('a contact grows with the effort it took', () => {
  const { contacts } = layOutThread(
    { ...nothing, contacts: [contact(0, 0), contact(1, 0.5), contact(2, 9)] },
    smallThread,
  )
  expect(contacts.map(({ radius }) => radius)).toEqual([3, 4.25, 5.5])
})

it('a hand-off jumps from the lane of one team to that of the next', () => {
  const lanes = ['Billing', 'Returns'].map((team, index) => ({
    team,
    blocks: [{ from: index, to: index + 1 }],
  }))
  const handOffs = [{ at: 1, fromTeam: 'Billing', toTeam: 'Returns' }]
  const layout = layOutThread({ ...nothing, lanes, handOffs }, smallThread)
  expect(layout.handOffs).toMatchObject([{ fromY: layout.lanes[0]?.y, toY: layout.lanes[1]?.y }])
})

it('more teams than there is room for share the last lane', () => {
  const lanes = Array.from({ length: 9 }, (_, index) => ({
    team: `Team ${index}`,
    blocks: [{ from: index, to: index }],
  }))
  const layout = layOutThread({ ...nothing, lanes }, smallThread)
  expect(layout.lanes.map(({ name }) => name)).toEqual(['Team 0', 'Team 1', 'Team 2', '6 more teams'])
  expect(layout.lanes.flatMap(({ blocks }) => blocks)).toHaveLength(9)
})

it('labels that would touch are raised, and left out when there is no row left', () => {
  const contacts = [0, 0, 0].map((at) => contact(at))
  expect(
    layOutThread({ ...nothing, contacts }, largeThread).contacts.map(({ label }) => label?.row ?? null),
  ).toEqual([0, 1, null])
})

it('a rating is named by the word of its source, and the word has room', () => {
  const rated = { ...contact(0), emotion: null, rating: 2 }
  const thread = { ...nothing, contacts: [rated, { ...rated, at: day }] }
  const named = layOutThread(thread, { ...largeThread, width: 300 }, { desk: { 2: 'Neither good nor bad' } })
  expect(named.contacts.map((one) => one.rated)).toEqual(Array(2).fill('2 (Neither good nor bad)'))
  expect(named.contacts.map(({ label }) => label?.row)).toEqual([0, 1])
})

it('a label that would cross an edge is held by it', () => {
  const thread = { ...nothing, contacts: [contact(0), contact(day)] }
  const labels = layOutThread(thread, { ...largeThread, names: 0 }).contacts.map(({ label }) => label)
  expect(labels).toMatchObject([
    { x: 0, anchor: 'start' },
    { x: largeThread.width, anchor: 'end' },
  ])
})

it('the drawing is as wide as its column, and wider only where contacts would not stand apart', () => {
  const many = { ...nothing, contacts: Array.from({ length: 30 }, (_, index) => contact(index)) }
  expect(fitThread(nothing, 592).width).toBe(592)
  expect(fitThread(many, 592).width).toBeGreaterThan(592)
  expect(fitThread(nothing, 350)).toMatchObject({ width: 350, names: 0 })
})
