import { dayMs, type Instant } from '../../core/base/time.ts'
import type { InteractionKind } from '../../core/interactions/interaction.ts'
import type { SignalKind } from '../../core/signals/signal.ts'
import type { Random } from '../../core/stats/random.ts'
import type { DemoCause } from '../causes/cause.ts'
import type { Channel, Team } from '../company.ts'
import { between, pick } from '../random.ts'
import type { CauseWords } from '../speech/cause-words.ts'
import { wordsOf } from '../words/words-of.ts'
import type { Customer } from './customer.ts'

export type Author = 'customer' | 'agent' | 'system'

/** The company's container; who it is about, as far as the company wrote it down. */
export type DemoCase = {
  readonly number: number
  readonly channel: Channel
  readonly account: string
  readonly email: string
  readonly phone: string
  readonly category: string
  readonly subject: string
  /** When anything last happened in it. */
  lastAt: Instant
}

/** In writing, answers take hours; otherwise somebody is there. */
export function isWritten({ channel }: DemoCase): boolean {
  return channel === 'email' || channel === 'web form'
}

/** A row before it is sorted, numbered and written. */
export type Draft = {
  readonly at: Instant
  readonly inCase: DemoCase
  readonly issue: Issue
  /** Which of the issue's contacts it belongs to, from 1. */
  readonly contact: number
  readonly kind: InteractionKind
  readonly author: Author
  readonly team: Team | ''
  readonly agent: string
  readonly text: string
  readonly signals: readonly SignalKind[]
  readonly rating: number | null
  readonly durationSeconds: number | null
  readonly promise: 'none' | 'kept' | 'broken' | 'open'
}

/** One problem while it is being lived through. */
export type Issue = {
  readonly number: number
  readonly cause: DemoCause
  readonly words: CauseWords
  readonly facts: Record<string, string>
  contact: number
  /** Which details they have told already. */
  readonly told: Set<number>
  /** Calm 0, the cause's own feeling 1, frustration 2, anger 3 and more. */
  heat: number
  /** What the next contact starts from. */
  memory: 'nothing' | 'sentAround' | 'promiseBroken' | 'unanswered'
  /** The team that the customer was told to turn to. */
  sentTo: Team | null
}

/** One customer's year while it is being told. */
export type Telling = {
  readonly customer: Customer
  readonly random: Random
  /** When the telling stops. */
  readonly end: Instant
  /** What changes over the year is dated back from here. */
  readonly storyEnd: Instant
  readonly drafts: Draft[]
  cases: number
  issues: number
}

export function openIssue(telling: Telling, cause: DemoCause, at: Instant): Issue {
  telling.issues += 1
  return {
    number: telling.issues,
    cause,
    words: wordsOf(cause.id),
    facts: inventFacts(telling, at),
    contact: 0,
    told: new Set(),
    heat: cause.heat,
    memory: 'nothing',
    sentTo: null,
  }
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
const numerals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

export function dayName(at: Instant): string {
  return weekdays[new Date(at).getUTCDay()] ?? 'Monday'
}

export function dateName(at: Instant): string {
  const date = new Date(at)
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]}`
}

export function ordinal(count: number): string {
  return ordinals[Math.min(count, ordinals.length) - 1] ?? 'first'
}

export function numeral(count: number): string {
  return numerals[Math.min(count, numerals.length) - 1] ?? 'one'
}

/** Nothing is delivered, fitted or promised for a Sunday. */
function onWorkday(at: Instant): Instant {
  return new Date(at).getUTCDay() === 0 ? at - dayMs : at
}

/** What a customer would tell alike on every contact about the same issue. */
function inventFacts(telling: Telling, at: Instant): Record<string, string> {
  const { customer, random } = telling
  const daysAgo = between(random, 1, 12)
  const began = onWorkday(at - daysAgo * dayMs)
  const euros = between(random, 14, 260)
  const cents = pick(random, ['00', '50', '90', '99', '20', '45'])
  return {
    name: `${customer.first} ${customer.last}`,
    first: customer.first,
    town: customer.town,
    since: customer.since,
    account: customer.account,
    product: customer.hasInternet && !customer.product.startsWith('Fiber') ? 'Fiber 100' : customer.product,
    amount: pick(random, [`€${euros}.${cents}`, `${euros} euros`, `€ ${euros}`, `${euros}.${cents} euro`]),
    bigAmount: pick(random, [`€${euros * 3 + 90}`, `${euros * 3 + 90} euros`]),
    day: dayName(began),
    date: dateName(began),
    month: months[new Date(began - 20 * dayMs).getUTCMonth()] ?? 'May',
    weeks: pick(random, ['two', 'three', 'four', 'five']),
    days: String(Math.max(2, daysAgo)),
    minutes: String(between(random, 12, 70)),
    speed: String(between(random, 6, 70)),
    kwh: String(between(random, 900, 9000)),
    hour: pick(random, ['seven', 'eight', 'half past seven', 'nine']),
    box: customer.hasInternet
      ? pick(random, ['Lark Box', 'Lark Box 2', 'white router', 'router'])
      : 'smart meter',
    room: pick(random, ['bedroom', 'attic', 'study', 'back room', 'garden office']),
    relative: pick(random, ['father', 'mother', 'husband', 'wife', 'grandmother', 'brother', 'aunt']),
    nextDay: dayName(onWorkday(at + between(random, 2, 5) * dayMs)),
    lastDay: dayName(began),
    attached: 'attached',
    agent: '',
    team: '',
    toTeam: '',
    fromTeam: '',
    promised: '',
    nth: 'first',
    count: 'two',
    number: '1',
  }
}
