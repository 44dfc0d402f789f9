import { dayMs, hourMs, type Instant, minuteMs } from '../../core/base/time.ts'
import type { Team } from '../company.ts'
import { between, chance, pick, type Random } from '../random.ts'
import { writeContact, writeLine } from '../speech/write-message.ts'
import { writeKept, writeReply } from '../speech/write-reply.ts'
import { answersBack, feelings, pushback } from '../words/customer-words.ts'
import { nextOpen } from './clock.ts'
import { agentOf, type Handling, planHandling } from './handling.ts'
import { answerSurvey, logEvent, tellCompany, tellCustomer } from './set-down.ts'
import type { DemoCase, Issue, Telling } from './telling.ts'
import { dateName, dayName, numeral, ordinal } from './telling.ts'

/** How a contact left things, and when. */
export type Ended = {
  readonly kind: 'settled' | 'sentAround' | 'promiseBroken' | 'refused' | 'unanswered'
  readonly at: Instant
}

/** One contact from the customer's first word to the company's last. */
export function holdContact(telling: Telling, issue: Issue, inCase: DemoCase, at: Instant): Ended {
  const { random, customer } = telling
  issue.facts.nth = ordinal(issue.contact)
  issue.facts.count = numeral(issue.contact)
  issue.facts.number = String(issue.contact)
  const message = writeContact(issue, inCase.channel, customer.hand, random)
  const seconds = inCase.channel === 'phone' ? between(random, 110, 900) + issue.contact * 40 : null
  const place = { telling, issue, inCase }
  tellCustomer(place, at, message, seconds)
  issue.facts.lastDay = dayName(at)
  if (isWritten(inCase) && chance(random, 0.06)) return { kind: 'unanswered', at: at + 2 * dayMs }
  const handling = planHandling(issue, inCase.channel, random)
  const answeredAt = route(place, handling, at)
  return answer(place, handling, answeredAt)
}

type Place = { readonly telling: Telling; readonly issue: Issue; readonly inCase: DemoCase }

function isWritten(inCase: DemoCase): boolean {
  return inCase.channel === 'email' || inCase.channel === 'web form'
}

/** The way inside the company until somebody answers; each team after the first is a silent hand-off. */
function route(place: Place, handling: Handling, at: Instant): Instant {
  const { random, customer } = place.telling
  let now = at
  if (isWritten(place.inCase) && chance(random, 0.12)) {
    now += between(random, 5, 20) * hourMs
    const text = writeLine(place.issue.words.again, place.issue, customer.hand, random)
    tellCustomer(place, now, { text, signals: [] }, null)
  }
  const isRouted = handling.teams.length > 1
  for (const [index, team] of handling.teams.entries()) {
    if (!isRouted) break
    now = later(place, now, index === 0 ? 1 : 8)
    const before = handling.teams[index - 1]
    logEvent(
      place,
      now,
      team,
      before === undefined ? `Assigned to ${team}` : `Moved from ${before} to ${team}`,
    )
  }
  return later(place, now, 12)
}

/** Some minutes on a call, some hours in writing; never while everybody sleeps. */
function later(place: Place, at: Instant, scale: number): Instant {
  const { random } = place.telling
  if (!isWritten(place.inCase)) return at + Math.floor((0.2 + random()) * scale * 20_000)
  return nextOpen(at + Math.floor((0.1 + random() ** 2) * scale * 2.5 * hourMs), random)
}

function answer(place: Place, handling: Handling, at: Instant): Ended {
  const { issue, telling, inCase } = place
  const { random } = telling
  const team = handling.teams[handling.teams.length - 1] ?? 'First line'
  const agent = agentOf(team, random)
  issue.facts.agent = agent
  issue.facts.team = team
  issue.facts.toTeam = issue.cause.owner
  const due = promiseWords(place, handling, at)
  const reply = writeReply(issue, handling.answer, inCase.channel, random)
  const promise =
    handling.answer.outcome !== 'promised'
      ? 'none'
      : due >= telling.end
        ? 'open'
        : handling.keeps
          ? 'kept'
          : 'broken'
  const speaker = { team, agent }
  tellCompany(place, at, speaker, reply, promise)
  switch (handling.answer.outcome) {
    case 'settled':
      return { kind: 'settled', at: goodbye(place, at, speaker) }
    case 'promised':
      return promised(place, handling, speaker, due)
    case 'sentAround':
      return sentOn(place, team, at)
    case 'asked':
    case 'refused':
      return { kind: 'refused', at: argue(place, handling, speaker, at) }
  }
}

type Speaker = { readonly team: Team; readonly agent: string }

function sentOn(place: Place, team: Team, at: Instant): Ended {
  place.issue.facts.fromTeam = team
  place.issue.sentTo = place.issue.cause.owner
  if (chance(place.telling.random, 0.3)) answerSurvey(place, at, between(place.telling.random, 1, 2))
  return { kind: 'sentAround', at }
}

/** Puts into words what will happen by when; the customer will quote the same words if it does not. */
function promiseWords(place: Place, handling: Handling, at: Instant): Instant {
  const { random } = place.telling
  const due = nextOpen(at + between(random, 2, 6) * dayMs, random)
  if (handling.answer.outcome !== 'promised') return due
  const when = chance(random, 0.6)
    ? dayName(due)
    : `the ${dateName(due).replace(/^(\d+) /, (_, day) => `${day}${suffix(Number(day))} of `)}`
  const what = pick(random, [
    'I would have an answer by',
    'somebody would call me by',
    'it would be sorted by',
  ])
  place.issue.facts.promised = `${what} ${when}`
  place.issue.facts.promise = promiseAsSaid(what, when)
  return due
}

function promiseAsSaid(what: string, when: string): string {
  if (what.startsWith('I would')) return `you will have an answer by ${when}`
  if (what.startsWith('somebody')) return `somebody will call you by ${when}`
  return `it will be sorted by ${when}`
}

function suffix(day: number): string {
  if (day > 10 && day < 14) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}

function promised(place: Place, handling: Handling, speaker: Speaker, due: Instant): Ended {
  if (!handling.keeps) return { kind: 'promiseBroken', at: due }
  const text = writeKept(
    place.issue,
    place.inCase.channel === 'chat' ? 'email' : place.inCase.channel,
    place.telling.random,
  )
  tellCompany(place, due, speaker, { text, signals: [] }, 'none')
  return { kind: 'settled', at: goodbye(place, due, speaker) }
}

/** A word of thanks where it went well, and now and then a rating. */
function goodbye(place: Place, at: Instant, speaker: Speaker): Instant {
  const { random, customer } = place.telling
  place.issue.facts.agent = speaker.agent
  let now = at
  if (place.inCase.channel !== 'phone' && place.inCase.channel !== 'shop visit' && chance(random, 0.35)) {
    now += isWritten(place.inCase) ? between(random, 20, 1000) * minuteMs : between(random, 20, 200) * 1000
    const feeling = place.issue.heat > 1 ? 'relief' : pick(random, ['gratitude', 'joy', 'gratitude'] as const)
    const text = writeLine(feelings[feeling], place.issue, customer.hand, random)
    tellCustomer(place, now, { text, signals: [feeling] }, null)
  }
  if (chance(random, 0.25)) answerSurvey(place, now, ratingAfter(place.issue, random))
  return now
}

function ratingAfter(issue: Issue, random: Random): number {
  const best = 5 - Math.min(3, Math.floor((issue.contact - 1) * 1.2))
  return Math.max(1, Math.min(5, best - (chance(random, 0.3) ? 1 : 0)))
}

/** In writing, some argue at once; that still belongs to the contact, and the company has the last word. */
function argue(place: Place, handling: Handling, speaker: Speaker, at: Instant): Instant {
  const { random, customer } = place.telling
  const { inCase, issue } = place
  if (inCase.channel === 'phone' || inCase.channel === 'shop visit' || !chance(random, 0.4)) return at
  const list = handling.answer.outcome === 'asked' ? answersBack : pushback
  const said = isWritten(inCase)
    ? at + between(random, 20, 1000) * minuteMs
    : at + between(random, 20, 120) * 1000
  tellCustomer(place, said, { text: writeLine(list, issue, customer.hand, random), signals: [] }, null)
  const replied = later(place, said, 8)
  const reply = writeReply(issue, { stance: 'insideOut', outcome: 'refused' }, inCase.channel, random)
  tellCompany(place, replied, speaker, reply, 'none')
  return replied
}
