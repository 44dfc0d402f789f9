import { dayMs, hourMs, type Instant, minuteMs } from '../../core/base/time.ts'
import type { Random } from '../../core/stats/random.ts'
import type { Channel } from '../company.ts'
import { chance, pickWeighted } from '../random.ts'
import { nextOpen, wakingMoment } from './clock.ts'
import { type Ended, holdContact } from './hold-contact.ts'
import { openCase } from './open-case.ts'
import type { DemoCase, Issue, Telling } from './telling.ts'

const mostContacts = 8

/** Goes through one issue, contact by contact, until it is settled or given up; says when it was over. */
export function goThrough(telling: Telling, issue: Issue, start: Instant): Instant {
  let channel = firstChannel(telling.random)
  let at = openFor(channel, start, telling.random)
  let inCase = openCase(telling, issue, channel)
  for (;;) {
    issue.contact += 1
    const ended = holdContact(telling, issue, inCase, at)
    const next = planNext(telling, issue, inCase, ended)
    if (next === null || next.at >= telling.end) return ended.at
    issue.heat += ended.kind === 'unanswered' ? 0.5 : 1
    channel = next.channel
    at = next.at
    if (!next.staysInCase) inCase = openCase(telling, issue, channel)
  }
}

type Next = { readonly at: Instant; readonly channel: Channel; readonly staysInCase: boolean }

/** Whether the customer comes back, when and where. A reply in the old thread comes after more than a day of quiet. */
function planNext(telling: Telling, issue: Issue, inCase: DemoCase, ended: Ended): Next | null {
  const { random } = telling
  if (ended.kind === 'settled' || issue.contact >= mostContacts) return null
  if (ended.kind === 'refused' && chance(random, 0.3)) return null
  issue.memory = ended.kind === 'refused' ? 'nothing' : ended.kind
  const wait = waitBefore(ended, random)
  const mayStay = inCase.channel === 'email' && ended.kind !== 'sentAround' && ended.kind !== 'unanswered'
  if (mayStay && chance(random, 0.6)) {
    const at = wakingMoment(ended.at + wait + 2 * dayMs, random)
    return { at, channel: 'email', staysInCase: true }
  }
  const channel = nextChannel(inCase.channel, ended, random)
  const at = ended.kind === 'sentAround' ? ended.at + wait : wakingMoment(ended.at + wait + dayMs, random)
  return { at: openFor(channel, at, random), channel, staysInCase: false }
}

function waitBefore(ended: Ended, random: Random): number {
  if (ended.kind === 'sentAround') return 10 * minuteMs + random() ** 3 * 40 * hourMs
  if (ended.kind === 'promiseBroken') return random() * 3 * dayMs
  return random() ** 2 * 11 * dayMs
}

function firstChannel(random: Random): Channel {
  return pickWeighted(random, firstChannels, ([, share]) => share)[0]
}

const firstChannels: readonly (readonly [Channel, number])[] = [
  ['email', 34],
  ['phone', 30],
  ['chat', 18],
  ['web form', 13],
  ['shop visit', 5],
]

function nextChannel(before: Channel, ended: Ended, random: Random): Channel {
  const weights: readonly (readonly [Channel, number])[] = [
    ['phone', ended.kind === 'sentAround' ? 8 : 5],
    ['email', before === 'email' ? 0.5 : 2],
    ['chat', before === 'chat' ? 2 : 1],
    ['shop visit', 0.6],
  ]
  return pickWeighted(random, weights, ([, share]) => share)[0]
}

/** Calls, chats and visits happen while somebody is there. */
function openFor(channel: Channel, at: Instant, random: Random): Instant {
  return channel === 'email' || channel === 'web form' ? at : nextOpen(at, random)
}
