import type { CustomerSignal } from '../../core/signals/signal.ts'
import type { Random } from '../../core/stats/random.ts'
import type { Channel } from '../company.ts'
import type { Hand } from '../life/customer.ts'
import type { Issue } from '../life/telling.ts'
import { chance, pick } from '../random.ts'
import * as words from '../words/customer-words.ts'
import { type Sentence, say } from './grammar.ts'
import { typeAs } from './typos.ts'

/** A customer's text with the signals that were meant. */
export type Message = { readonly text: string; readonly signals: readonly CustomerSignal[] }

/** What a customer says when they turn to the company: what it is, what they feel, what they want. */
export function writeContact(issue: Issue, channel: Channel, hand: Hand, random: Random): Message {
  const { facts } = issue
  facts.attached = isTyped(channel) ? 'attached' : 'here in my hand'
  const room = roomFor(channel, hand, random)
  const signals: CustomerSignal[] = []
  const use = (list: readonly Sentence[]) => say(pick(random, list), facts, random)
  const body: string[] = []
  if (issue.contact === 1 && room > 3 && chance(random, 0.3)) body.push(use(words.prefaces))
  if (issue.contact === 1) body.push(use(issue.words.opening))
  else body.push(...comeBack(issue, random, signals))
  addDetails(body, issue, room, random)
  if (room > 1) addChatter(body, issue, channel, room, random)
  const feeling = feelingOf(issue)
  if (feeling !== null && chance(random, room > 0 ? 0.8 : 0.45)) {
    signals.push(feeling)
    body.splice(chance(random, 0.2) ? 0 : body.length, 0, use(words.feelings[feeling]))
  }
  if (room > 1 && issue.heat > 0 && issue.cause.demand === 'failure' && chance(random, 0.14)) {
    const { signal, sentence } = pick(random, words.stakes)
    signals.push(signal)
    body.push(say(sentence, facts, random))
  }
  if (chance(random, room > 0 ? 0.8 : 0.35)) body.push(use(issue.words.want))
  if (room > 3 && chance(random, 0.6)) body.push(use(words.closers))
  return {
    text: typeAs(isTyped(channel) ? hand : spoken, dress(body, issue, channel, random), random),
    signals,
  }
}

/** Calls and visits are written down by others, without slips. */
function isTyped(channel: Channel): boolean {
  return channel !== 'phone' && channel !== 'shop visit'
}

const spoken = { typos: 0, lowerCase: false } as const

/** A short further message within the same contact: one sentence from each list. */
export function writeLines(
  lists: readonly (readonly Sentence[])[],
  issue: Issue,
  hand: Hand,
  random: Random,
): string {
  return typeAs(hand, lists.map((list) => say(pick(random, list), issue.facts, random)).join(' '), random)
}

function comeBack(issue: Issue, random: Random, signals: CustomerSignal[]): string[] {
  const use = (list: readonly Sentence[]) => say(pick(random, list), issue.facts, random)
  const said: string[] = []
  if (issue.memory !== 'nothing') said.push(use(memories[issue.memory]))
  if (chance(random, 0.55)) {
    signals.push('effort')
    said.push(use(words.efforts))
  }
  if (chance(random, 0.3)) said.push(use(words.retells) + use(issue.words.opening))
  else said.push(use(issue.words.again))
  if (chance(random, 0.3)) said.reverse()
  return said
}

const memories = {
  sentAround: words.sentAround,
  promiseBroken: words.promiseBroken,
  unanswered: words.unanswered,
} as const

/** Details come once each, in no order; who has to come back does not tell them all again. */
function addDetails(body: string[], issue: Issue, room: number, random: Random): void {
  const { detail } = issue.words
  const most = issue.contact === 1 ? 9 : 4
  for (let left = Math.min(room, most); left > 0; left--) {
    const index = Math.floor(random() * detail.length)
    const sentence = detail[index]
    if (sentence === undefined || issue.told.has(index)) continue
    issue.told.add(index)
    body.push(say(sentence, issue.facts, random))
  }
}

/** Life around it and what they tried before: little from a short hand, more from somebody who has time. */
function addChatter(body: string[], issue: Issue, channel: Channel, room: number, random: Random): void {
  const add = (list: readonly Sentence[], share: number) => {
    if (chance(random, share)) body.push(say(pick(random, list), issue.facts, random))
  }
  const { demand, feeling } = issue.cause
  if (feeling === 'sadness') add(words.quietChatter, 0.9)
  else add(words.chatter, 0.8)
  if (feeling === 'sadness' || demand === 'value') return
  add(words.attempts, room > 4 ? 0.75 : 0.3)
  add(words.grumbles, room > 4 ? 0.6 : 0.25)
  if (room > 4) add(isTyped(channel) ? words.writtenChatter : words.spokenChatter, 0.45)
}

/** How many details somebody takes time for. */
function roomFor(channel: Channel, hand: Hand, random: Random): number {
  const wish = hand.length === 'short' ? 1 : hand.length === 'usual' ? 5 : 9
  const limit = channel === 'chat' ? wish - 3 : channel === 'web form' ? wish - 1 : wish
  return Math.max(0, limit + (chance(random, 0.4) ? 1 : 0))
}

function feelingOf(
  issue: Issue,
): 'confusion' | 'worry' | 'frustration' | 'anger' | 'sadness' | 'surprise' | null {
  const { feeling } = issue.cause
  if (issue.heat === 0) return null
  if (feeling === 'sadness') return 'sadness'
  if (issue.heat > 2) return 'anger'
  if (issue.heat > 1) return 'frustration'
  return feeling === 'confusion' || feeling === 'worry' || feeling === 'surprise' ? feeling : 'frustration'
}

/** Hasty hands leave out the full stop, but not between two sentences. */
function closeSentence(sentence: string, index: number, all: readonly string[]): string {
  return index === all.length - 1 || '.?!:”'.includes(sentence.charAt(sentence.length - 1))
    ? sentence
    : `${sentence}.`
}

function dress(body: readonly string[], issue: Issue, channel: Channel, random: Random): string {
  const use = (list: readonly Sentence[]) => say(pick(random, list), issue.facts, random)
  const text = body.map(closeSentence).join(' ')
  if (channel === 'email') {
    const greeting = chance(random, 0.9) ? `${use(words.greetings)}\n\n` : ''
    const signOff = chance(random, 0.85) ? `\n\n${use(words.signOffs)}` : ''
    return greeting + text + signOff
  }
  if (channel === 'chat') return chance(random, 0.5) ? `${use(words.chatGreetings)} ${text}` : text
  if (channel === 'phone') return `${use(words.phoneGreetings)} ${text}`
  if (channel === 'shop visit') return `${use(words.visitGreetings)} ${text}`
  return text
}
