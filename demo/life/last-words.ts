import { type Instant, minuteMs } from '../../core/base/time.ts'
import type { Random } from '../../core/stats/random.ts'
import { between, chance, pick } from '../random.ts'
import { writeLines } from '../speech/write-message.ts'
import { answersBack, feelings, pushback } from '../words/customer-words.ts'
import { answerSurvey, type Place, tellCustomer } from './set-down.ts'
import { type Issue, isWritten } from './telling.ts'

/** A word of thanks where it went well, and now and then a rating. Says when the last of it was. */
export function sayGoodbye(place: Place, at: Instant): Instant {
  const { issue, inCase } = place
  const { random, customer } = place.telling
  let now = at
  if (!isSpoken(place) && chance(random, 0.35)) {
    now += isWritten(inCase) ? between(random, 20, 1000) * minuteMs : between(random, 20, 200) * 1000
    const feeling = thankfulFeeling(issue, random)
    const text = writeLines([feelings[feeling]], issue, customer.hand, random)
    tellCustomer(place, now, { text, signals: [feeling] }, null)
  }
  if (chance(random, 0.25)) answerSurvey(place, now, ratingAfter(issue, random))
  return now
}

/** In writing, some object at once; that still belongs to the contact. Says when, or null when they do not. */
export function objectTo(place: Place, isAsked: boolean, at: Instant): Instant | null {
  const { inCase, issue } = place
  const { random, customer } = place.telling
  if (isSpoken(place) || !chance(random, 0.4)) return null
  const said = isWritten(inCase)
    ? at + between(random, 20, 1000) * minuteMs
    : at + between(random, 20, 120) * 1000
  const lists = isAsked ? [answersBack] : chance(random, 0.6) ? [pushback, issue.words.again] : [pushback]
  tellCustomer(place, said, { text: writeLines(lists, issue, customer.hand, random), signals: [] }, null)
  return said
}

/** On a call and in a shop everything is said in one go. */
function isSpoken({ inCase }: Place): boolean {
  return inCase.channel === 'phone' || inCase.channel === 'shop visit'
}

function thankfulFeeling(issue: Issue, random: Random): 'gratitude' | 'relief' | 'joy' {
  if (issue.cause.feeling === 'sadness') return 'gratitude'
  return issue.heat > 1 ? 'relief' : pick(random, ['gratitude', 'joy', 'gratitude'] as const)
}

function ratingAfter(issue: Issue, random: Random): number {
  const best = 5 - Math.min(3, Math.floor((issue.contact - 1) * 1.2))
  return Math.max(1, Math.min(5, best - (chance(random, 0.3) ? 1 : 0)))
}
