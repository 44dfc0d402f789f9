import type { Random } from '../../core/stats/random.ts'
import { causes } from '../causes/causes.ts'
import type { Channel } from '../company.ts'
import { chance, pick } from '../random.ts'
import { say } from '../speech/grammar.ts'
import type { DemoCase, Issue, Telling } from './telling.ts'

/** Opens a case as a help desk would: with the identities this channel shows, filed under a category that may be wrong. */
export function openCase(telling: Telling, issue: Issue, channel: Channel): DemoCase {
  const { customer, random } = telling
  telling.cases += 1
  const isWritten = channel === 'email' || channel === 'web form'
  return {
    number: telling.cases,
    channel,
    account: chance(random, accountShare[channel]) ? customer.account : '',
    email: knowsEmail(channel, random) ? pick(random, customer.emails) : '',
    phone: knowsPhone(channel, random) ? customer.phone : '',
    category: chance(random, 1 / 7) ? pick(random, causes).category : issue.cause.category,
    subject: isWritten ? say(pick(random, issue.words.subject), issue.facts, random) : '',
    lastAt: 0,
  }
}

/** How often the account number is on record, by channel. A shop asks for it; a caller may not have it at hand. */
const accountShare: Readonly<Record<Channel, number>> = {
  email: 0.5,
  chat: 0.6,
  phone: 0.6,
  'web form': 0.7,
  'shop visit': 1,
}

function knowsEmail(channel: Channel, random: Random): boolean {
  if (channel === 'email' || channel === 'web form') return true
  if (channel === 'chat') return chance(random, 0.9)
  return chance(random, 0.15)
}

function knowsPhone(channel: Channel, random: Random): boolean {
  if (channel === 'phone') return true
  if (channel === 'web form') return chance(random, 0.5)
  return chance(random, 0.15)
}
