import type { RatingNames } from '../../contract/ratings.ts'
import type { Thread } from '../../contract/thread.ts'
import { formatDue, listWords, plural, sayLength, startWithCapital } from '../ui/format.ts'
import { nameSignal } from '../ui/signals.ts'
import { nameRating } from './ratings/name-rating.ts'

const order = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
] as const

export function isRated({ contacts }: Thread): boolean {
  return contacts.some(({ rating }) => rating !== null)
}

/** A thread in words, for those who hear it: what the drawing shows, in the order in which one would tell it. */
export function sayThread(thread: Thread, names: RatingNames): string {
  return [
    sayContacts(thread),
    sayWaits(thread),
    sayTeams(thread),
    sayPromises(thread),
    sayRatings(thread, names),
    sayMomentOfTruth(thread),
  ]
    .filter((sentence) => sentence !== null)
    .map((sentence) => `${startWithCapital(sentence)}.`)
    .join(' ')
}

function sayContacts({ contacts, minutes }: Thread): string {
  const channels = [...new Set(contacts.map(({ channel }) => channel).filter((channel) => channel !== null))]
  const by = channels.length === 0 ? '' : ` by ${listWords(channels)}`
  const span = contacts.length > 1 ? ` over ${sayLength(minutes)}` : ''
  return `${plural(contacts.length, 'contact')}${by}${span}`
}

function sayWaits({ waits }: Thread): string | null {
  if (waits.length === 0) return null
  const longest = Math.max(...waits.map(({ from, to }) => to - from))
  if (waits.length === 1) return `waited once, ${sayLength(longest)}`
  return `waited ${sayTimes(waits.length)}, ${sayLength(longest)} at most`
}

function sayTeams({ lanes, handOffs, spokenHandOffs }: Thread): string | null {
  if (lanes.length === 0) return null
  const teams = listWords(lanes.map(({ team }) => team))
  const told = spokenHandOffs.length === 0 ? '' : `, and told so ${sayTimes(spokenHandOffs.length)}`
  const [only] = handOffs
  if (handOffs.length === 1 && only !== undefined)
    return `passed on once, from ${only.fromTeam} to ${only.toTeam}${told}`
  if (handOffs.length === 0) return `in the hands of ${teams}${told}`
  return `passed on ${sayTimes(handOffs.length)} between ${teams}${told}`
}

function sayPromises({ promises }: Thread): string | null {
  const [only] = promises
  if (only === undefined) return null
  if (promises.length === 1) return `one promise, ${only.state}`
  const states = (['kept', 'broken', 'open'] as const).flatMap((state) => {
    const count = promises.filter((promise) => promise.state === state).length
    return count === 0 ? [] : [`${count} ${state}`]
  })
  return `${plural(promises.length, 'promise')}: ${listWords(states)}`
}

/** What became of one promise, under the message that makes it. */
export function sayPromise({ due, state }: Thread['promises'][number]): string {
  const promised = due === null ? 'Promised, without a day' : `Promised by ${formatDue(due)}`
  const became = {
    kept: 'kept, the company came back by itself',
    broken: 'broken, the customer had to come back',
    open: 'nothing here tells whether it was kept',
  }[state]
  return `${promised}: ${became}.`
}

function sayRatings({ contacts }: Thread, names: RatingNames): string | null {
  const given = contacts.flatMap(({ rating, source }) =>
    rating === null ? [] : [nameRating(names, source, rating)],
  )
  return given.length === 0 ? null : `rated ${given.join(', then ')}`
}

function sayMomentOfTruth({ contacts }: Thread): string | null {
  const index = contacts.findIndex(({ isMomentOfTruth }) => isMomentOfTruth)
  const contact = contacts[index]
  if (contact === undefined) return null
  const place = order[index] ?? `${index + 1}th`
  const feeling = contact.emotion === null ? '' : ` (${nameSignal(contact.emotion).toLowerCase()})`
  return `the moment of truth was the ${place} contact${feeling}`
}

function sayTimes(count: number): string {
  return ['never', 'once', 'twice'][count] ?? `${count} times`
}
