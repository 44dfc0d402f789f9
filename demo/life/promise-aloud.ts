import { dayMs, type Instant } from '../../core/base/time.ts'
import { between, chance, pick } from '../random.ts'
import { nextOpen } from './clock.ts'
import type { Handling } from './handling.ts'
import type { Place } from './set-down.ts'
import { dateName, dayName } from './telling.ts'

const promises = [
  { quoted: 'I would have an answer by', said: 'you will have an answer by' },
  { quoted: 'somebody would call me by', said: 'somebody will call you by' },
  { quoted: 'I would hear from you by', said: 'you will hear from me by' },
  { quoted: 'it would be sorted by', said: 'it will be sorted by' },
  { quoted: 'it would all be put right by', said: 'it will all be put right by' },
] as const

/** How many of them suit somebody who only asked for something. */
const neutralPromises = 3

/** Puts into words what will happen by when; the customer will quote the same words if it does not. Says when it is due. */
export function promiseAloud(place: Place, handling: Handling, at: Instant): Instant {
  const { random } = place.telling
  const { cause, facts } = place.issue
  const due = nextOpen(at + between(random, 2, 6) * dayMs, random)
  if (handling.answer.outcome !== 'promised') return due
  const when = chance(random, 0.6) ? dayName(due) : `the ${withOrdinal(dateName(due))}`
  const promise = pick(random, cause.demand === 'value' ? promises.slice(0, neutralPromises) : promises)
  facts.promised = `${promise.quoted} ${when}`
  facts.promise = `${promise.said} ${when}`
  return due
}

/** `3 March` becomes `3rd of March`. */
function withOrdinal(date: string): string {
  const [day = '', month = ''] = date.split(' ')
  const isTeen = day.length === 2 && day.startsWith('1')
  const suffix = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][Number(day) % 10] ?? 'th')
  return `${day}${suffix} of ${month}`
}
