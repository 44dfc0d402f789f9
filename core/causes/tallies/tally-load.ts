import { type Instant, toWeek } from '../../base/time.ts'
import { bareTree, increase, placeIn } from '../../stats/sum-trees.ts'
import type { CustomerReading, ReadContact } from '../read-customer.ts'

type Counts = Record<string, number>

/** Contacts, and how long those took whose length is on record. */
export type HandledCounts = { contacts: number; timed: number; seconds: number; squares: number }

/** What a cause brings in work. */
export type LoadCounts = {
  contacts: number
  repeats: number
  handOffs: number
  /** Sum over issues of the square of their contacts. */
  contactSquares: number
  /** First contacts of issues by week. */
  firstWeeks: Counts
  channels: Record<string, { firsts: HandledCounts; repeats: HandledCounts }>
}

/** By cause; contacts that fit none under the empty name. */
export type Loads = { byCause: Record<string, LoadCounts>; weekdays: Counts }

export function emptyLoads(): Loads {
  return { byCause: bareTree(), weekdays: bareTree() }
}

/** Adds what one customer's contacts and issues bring; contacts without a customer are all first ones. */
export function addLoads(loads: Loads, { record, contacts, issues }: CustomerReading): void {
  for (const contact of contacts) {
    const load = loadOf(loads, contact.cause)
    const isRepeat = record.isKnown && contact.positionInIssue > 1
    load.contacts += 1
    if (isRepeat) load.repeats += 1
    else countWeek(loads, load, contact.at)
    const channel = placeIn(load.channels, contact.opener.channel ?? '', () => ({
      firsts: { contacts: 0, timed: 0, seconds: 0, squares: 0 },
      repeats: { contacts: 0, timed: 0, seconds: 0, squares: 0 },
    }))
    addHandled(isRepeat ? channel.repeats : channel.firsts, contact)
  }
  for (const { cause, handOffs, contacts: own } of issues) {
    const load = loadOf(loads, cause)
    load.handOffs += handOffs.length
    load.contactSquares += record.isKnown ? own.length ** 2 : own.length
  }
}

function countWeek(loads: Loads, load: LoadCounts, at: Instant | null): void {
  if (at === null) return
  increase(load.firstWeeks, toWeek(at))
  increase(loads.weekdays, String((new Date(at).getUTCDay() + 6) % 7))
}

function addHandled(handled: HandledCounts, { interactions }: ReadContact): void {
  handled.contacts += 1
  const seconds = interactions.map(({ durationSeconds }) => durationSeconds).filter((known) => known !== null)
  if (seconds.length === 0) return
  // Whole seconds add up to the same sum in any order.
  const whole = Math.round(seconds.reduce((sum, value) => sum + value, 0))
  handled.timed += 1
  handled.seconds += whole
  handled.squares += whole ** 2
}

function loadOf({ byCause }: Loads, cause: string | null): LoadCounts {
  return placeIn(byCause, cause ?? '', () => ({
    contacts: 0,
    repeats: 0,
    handOffs: 0,
    contactSquares: 0,
    firstWeeks: bareTree(),
    channels: bareTree(),
  }))
}
