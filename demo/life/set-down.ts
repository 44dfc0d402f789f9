import { hourMs, type Instant } from '../../core/base/time.ts'
import type { InteractionKind } from '../../core/interactions/interaction.ts'
import type { CompanySignal } from '../../core/signals/signal.ts'
import type { Team } from '../company.ts'
import { between, chance, pick } from '../random.ts'
import { say } from '../speech/grammar.ts'
import type { Message } from '../speech/write-message.ts'
import { surveyGood, surveyPoor } from '../words/agent-words.ts'
import type { DemoCase, Draft, Issue, Telling } from './telling.ts'

/** Where in the story something is set down. */
export type Place = { readonly telling: Telling; readonly issue: Issue; readonly inCase: DemoCase }

export function tellCustomer(
  place: Place,
  at: Instant,
  message: Message,
  durationSeconds: number | null,
): void {
  const isFirstWord = durationSeconds !== null
  const kind = place.inCase.channel === 'shop visit' ? 'visit' : isFirstWord ? 'call' : 'message'
  setDown(place, at, {
    kind,
    author: 'customer',
    text: message.text,
    signals: message.signals,
    durationSeconds,
  })
}

export function tellCompany(
  place: Place,
  at: Instant,
  speaker: { readonly team: Team; readonly agent: string },
  reply: { readonly text: string; readonly signals: readonly CompanySignal[] },
  promise: Draft['promise'],
): void {
  const { channel } = place.inCase
  const kind = channel === 'phone' ? 'call' : channel === 'shop visit' ? 'visit' : 'message'
  setDown(place, at, { kind, author: 'agent', ...speaker, ...reply, promise })
}

export function logEvent(place: Place, at: Instant, team: Team, text: string): void {
  setDown(place, at, { kind: 'event', author: 'system', team, text })
}

/** A rating, a day or so later. */
export function answerSurvey(place: Place, at: Instant, rating: number): void {
  const { random } = place.telling
  const text = say(pick(random, rating > 3 ? surveyGood : surveyPoor), place.issue.facts, random)
  const answeredAt = at + between(random, 1, chance(random, 0.5) ? 4 : 30) * hourMs
  setDown(place, answeredAt, { kind: 'survey', author: 'customer', text, rating })
}

type Told = Partial<Draft> & {
  readonly kind: InteractionKind
  readonly author: Draft['author']
  readonly text: string
}

function setDown(place: Place, at: Instant, told: Told): void {
  place.inCase.lastAt = at
  place.telling.drafts.push({
    at,
    inCase: place.inCase,
    issue: place.issue,
    contact: place.issue.contact,
    team: '',
    agent: '',
    signals: [],
    rating: null,
    durationSeconds: null,
    promise: 'none',
    ...told,
  })
}
