import type { RatingNames } from '../../contract/ratings.ts'
import type { Thread } from '../../contract/thread.ts'
import { dayMs, minuteMs } from '../../core/base/time.ts'
import { nameRating } from './ratings/name-rating.ts'

export type ThreadSize = {
  readonly width: number
  /** Room at the left for the names of the lanes; 0 in a table row, and where they stand above their lanes. */
  readonly names: number
  readonly line: number
  readonly firstLane: number
  readonly laneStep: number
  readonly mostLanes: number
  readonly leastRadius: number
  readonly mostRadius: number
}

type Emotion = Thread['contacts'][number]['emotion']

/** The drawing in pixels; what shares an index with the thread stands in the same order. */
export type ThreadLayout = {
  readonly height: number
  readonly line: { readonly y: number; readonly from: number; readonly to: number }
  readonly contacts: readonly {
    readonly x: number
    readonly radius: number
    readonly emotion: Emotion
    /** What it was rated, in words where there are any. */
    readonly rated: string | null
    readonly isMomentOfTruth: boolean
    /** Its label above the dot; null where neighbours leave no room. */
    readonly label: Label | null
  }[]
  readonly waits: readonly Stretch[]
  readonly lanes: readonly {
    readonly name: string
    readonly y: number
    readonly blocks: readonly Stretch[]
  }[]
  readonly handOffs: readonly { readonly x: number; readonly fromY: number; readonly toY: number }[]
  readonly spoken: readonly number[]
  readonly promises: readonly { readonly x: number; readonly state: 'open' | 'kept' | 'broken' }[]
  /** Quiet stretches of a day or more, drawn shorter than they were; named where there is room. */
  readonly breaks: readonly { readonly x: number; readonly minutes: number; readonly isNamed: boolean }[]
}

type Stretch = { readonly x: number; readonly width: number }

/** A label in its row, 0 the lowest: in the middle over its dot, or held by the edge that it would cross. */
export type Label = {
  readonly row: number
  readonly x: number
  readonly anchor: 'start' | 'middle' | 'end'
}

export const smallThread: ThreadSize = {
  width: 180,
  names: 0,
  line: 10,
  firstLane: 20,
  laneStep: 5,
  mostLanes: 4,
  leastRadius: 3,
  mostRadius: 5.5,
}

export const largeThread: ThreadSize = {
  width: 920,
  names: 148,
  line: 60,
  firstLane: 112,
  laneStep: 28,
  mostLanes: 8,
  leastRadius: 5,
  mostRadius: 12,
}

/** Too narrow for names beside the lanes: they stand above them. */
const namesAbove: ThreadSize = { ...largeThread, names: 0, line: 76, firstLane: 132 }
const narrow = 560
const roomOfContact = 30
const minutesOfDay = dayMs / minuteMs
const leastBlock = 3
const labelWidth = 84
/** `, rated 4` behind what was felt. */
const ratedWidth = 56
const letterWidth = 6.5
const labelRows = 2

/** The large drawing for a column: as wide as it is, and wider only where the contacts would not stand apart. */
export function fitThread({ contacts }: Thread, columnWidth: number): ThreadSize {
  const size = columnWidth < narrow ? namesAbove : largeThread
  return { ...size, width: Math.max(columnWidth, size.names + contacts.length * roomOfContact) }
}

/**
 * Lays a thread out. Time runs from left to right; every stretch between two events keeps a place, long ones grow
 * with their logarithm only, so that an hour and a month stay legible beside each other. Order is always kept.
 */
export function layOutThread(thread: Thread, size: ThreadSize, names: RatingNames = {}): ThreadLayout {
  const events = listTimes(thread)
  const toX = makeScale(events, size)
  const stretch = (span: { readonly from: number; readonly to: number }) => toStretch(toX, span)
  const laneY = placeLanes(thread, size)
  const first = events[0] ?? 0
  const last = events.at(-1) ?? 0
  const rated = thread.contacts.map(({ rating, source }) =>
    rating === null ? null : nameRating(names, source, rating),
  )
  const labels = placeLabels(
    thread.contacts.map(({ at, emotion }, index) => ({
      x: toX(at),
      room: roomOfLabel(emotion, rated[index] ?? null),
    })),
    size.width,
  )
  return {
    height: heightOf(thread, size),
    line: { y: size.line, from: toX(first), to: toX(last) },
    contacts: thread.contacts.map((contact, index) => ({
      x: toX(contact.at),
      radius:
        size.leastRadius + Math.min(1, Math.max(0, contact.effort)) * (size.mostRadius - size.leastRadius),
      emotion: contact.emotion,
      rated: rated[index] ?? null,
      isMomentOfTruth: contact.isMomentOfTruth,
      label: labels[index] ?? null,
    })),
    waits: thread.waits.map(stretch),
    lanes: mergeLanes(thread, size).map(({ team, blocks }, index) => ({
      name: team,
      y: size.firstLane + index * size.laneStep,
      blocks: blocks.map(stretch),
    })),
    handOffs: thread.handOffs.map(({ at, fromTeam, toTeam }) => ({
      x: toX(at),
      fromY: laneY(fromTeam),
      toY: laneY(toTeam),
    })),
    spoken: thread.spokenHandOffs.map(toX),
    promises: thread.promises.map(({ at, state }) => ({ x: toX(at), state })),
    breaks: findBreaks(events, toX),
  }
}

function listTimes(thread: Thread): readonly number[] {
  const times = [
    0,
    ...thread.contacts.map(({ at }) => at),
    ...thread.waits.flatMap(({ from, to }) => [from, to]),
    ...thread.lanes.flatMap(({ blocks }) => blocks.flatMap(({ from, to }) => [from, to])),
    ...thread.handOffs.map(({ at }) => at),
    ...thread.spokenHandOffs,
    ...thread.promises.map(({ at }) => at),
  ]
  return [...new Set(times)].sort((left, right) => left - right)
}

/** A stretch is worth one, and one more with each doubling beyond ten minutes. */
function weigh(minutes: number): number {
  return 1 + Math.log2(1 + minutes / 10)
}

function makeScale(events: readonly number[], size: ThreadSize): (at: number) => number {
  const margin = size.mostRadius + 4
  const from = size.names + margin
  const room = size.width - margin - from
  const places = [0]
  for (const [index, at] of events.entries()) {
    if (index > 0) places.push((places[index - 1] ?? 0) + weigh(at - (events[index - 1] ?? 0)))
  }
  const whole = places.at(-1) ?? 0
  const byTime = new Map(events.map((at, index) => [at, places[index] ?? 0]))
  return (at) => round(whole === 0 ? from : from + ((byTime.get(at) ?? 0) / whole) * room)
}

function toStretch(
  toX: (at: number) => number,
  span: { readonly from: number; readonly to: number },
): Stretch {
  const x = toX(span.from)
  return { x, width: round(Math.max(leastBlock, toX(span.to) - x)) }
}

/** More teams than there is room for share the last lane, which says so. */
function mergeLanes(thread: Thread, size: ThreadSize): Thread['lanes'] {
  if (thread.lanes.length <= size.mostLanes) return thread.lanes
  const shared = thread.lanes.slice(size.mostLanes - 1)
  return [
    ...thread.lanes.slice(0, size.mostLanes - 1),
    { team: `${shared.length} more teams`, blocks: shared.flatMap(({ blocks }) => blocks) },
  ]
}

function placeLanes(thread: Thread, size: ThreadSize): (team: string) => number {
  const lanes = new Map(thread.lanes.map(({ team }, index) => [team, Math.min(index, size.mostLanes - 1)]))
  return (team) => size.firstLane + (lanes.get(team) ?? 0) * size.laneStep
}

function heightOf(thread: Thread, size: ThreadSize): number {
  const lanes = Math.min(size.mostLanes, Math.max(1, thread.lanes.length))
  return size.firstLane + lanes * size.laneStep
}

/** Puts each label in the lowest row where it does not touch the one before it. */
function placeLabels(
  places: readonly { readonly x: number; readonly room: number }[],
  width: number,
): readonly (Label | null)[] {
  const ends: number[] = Array.from({ length: labelRows }, () => Number.NEGATIVE_INFINITY)
  return places.map(({ x, room }) => {
    if (room === 0) return null
    const { from, ...label } = anchorLabel(x, room, width)
    const row = ends.findIndex((end) => from >= end)
    if (row === -1) return null
    ends[row] = from + room
    return { row, ...label }
  })
}

/** None where there is nothing to say. */
function roomOfLabel(emotion: Emotion, rated: string | null): number {
  if (rated === null) return emotion === null ? 0 : labelWidth
  const words = (rated.length - 1) * letterWidth
  return emotion === null ? Math.max(labelWidth, ratedWidth + words) : labelWidth + ratedWidth + words
}

function anchorLabel(x: number, room: number, width: number) {
  const from = x - room / 2
  if (from < 0) return { from: 0, x: 0, anchor: 'start' as const }
  if (from + room > width) return { from: width - room, x: width, anchor: 'end' as const }
  return { from, x, anchor: 'middle' as const }
}

function findBreaks(events: readonly number[], toX: (at: number) => number): ThreadLayout['breaks'] {
  let named = Number.NEGATIVE_INFINITY
  return events.slice(1).flatMap((at, index) => {
    const before = events[index] ?? at
    const minutes = at - before
    if (minutes < minutesOfDay) return []
    const x = round((toX(before) + toX(at)) / 2)
    const isNamed = x - named >= labelWidth / 1.5
    if (isNamed) named = x
    return [{ x, minutes, isNamed }]
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
