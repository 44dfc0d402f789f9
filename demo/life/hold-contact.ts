import { dayMs, hourMs, type Instant } from '../../core/base/time.ts'
import { spokenTeams, type Team } from '../company.ts'
import { between, chance } from '../random.ts'
import { writeContact, writeLines } from '../speech/write-message.ts'
import { writeKept, writeReply } from '../speech/write-reply.ts'
import { nextOpen } from './clock.ts'
import { agentOf, type Handling, planHandling } from './handling.ts'
import { objectTo, sayGoodbye } from './last-words.ts'
import { promiseAloud } from './promise-aloud.ts'
import { answerSurvey, logEvent, type Place, tellCompany, tellCustomer } from './set-down.ts'
import { type DemoCase, dayName, type Issue, isWritten, numeral, ordinal, type Telling } from './telling.ts'

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

/** The way inside the company until somebody answers; each team after the first is a silent hand-off. */
function route(place: Place, handling: Handling, at: Instant): Instant {
  const { random, customer } = place.telling
  let now = at
  if (isWritten(place.inCase) && chance(random, 0.12)) {
    now += between(random, 5, 20) * hourMs
    const text = writeLines([place.issue.words.again], place.issue, customer.hand, random)
    tellCustomer(place, now, { text, signals: [] }, null)
  }
  const isRouted = handling.teams.length > 1
  for (const [index, team] of handling.teams.entries()) {
    if (!isRouted) break
    now = later(place, now, index === 0 ? 1 : 8)
    const before = handling.teams[index - 1]
    logEvent(place, now, team, eventText(team, before))
  }
  return later(place, now, 12)
}

function eventText(team: Team, before: Team | undefined): string {
  if (before === undefined)
    return `Case opened. Assignment group set to ${team} by routing rule. Priority normal, status new.`
  return `Assignment group changed from ${before} to ${team}. Status in progress. Customer not notified.`
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
  issue.facts.team = spokenTeams[team]
  issue.facts.teamName = team
  issue.facts.toTeam = spokenTeams[issue.cause.owner]
  issue.facts.otherAgent = agentOf(team, random)
  const due = promiseAloud(place, handling, at)
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
      return { kind: 'settled', at: sayGoodbye(place, at) }
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
  place.issue.facts.fromTeam = spokenTeams[team]
  place.issue.sentTo = place.issue.cause.owner
  if (chance(place.telling.random, 0.3)) answerSurvey(place, at, between(place.telling.random, 1, 2))
  return { kind: 'sentAround', at }
}

function promised(place: Place, handling: Handling, speaker: Speaker, due: Instant): Ended {
  if (!handling.keeps) return { kind: 'promiseBroken', at: due }
  const text = writeKept(
    place.issue,
    place.inCase.channel === 'chat' ? 'email' : place.inCase.channel,
    place.telling.random,
  )
  tellCompany(place, due, speaker, { text, signals: [] }, 'none')
  return { kind: 'settled', at: sayGoodbye(place, due) }
}

/** The company has the last word. */
function argue(place: Place, handling: Handling, speaker: Speaker, at: Instant): Instant {
  const { inCase, issue, telling } = place
  const objected = objectTo(place, handling.answer.outcome === 'asked', at)
  if (objected === null) return at
  const replied = later(place, objected, 8)
  const reply = writeReply(issue, { stance: 'insideOut', outcome: 'refused' }, inCase.channel, telling.random)
  tellCompany(place, replied, speaker, reply, 'none')
  return replied
}
