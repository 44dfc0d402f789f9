import { dayMs, type Instant } from '../../core/base/time.ts'
import type { Random } from '../../core/stats/random.ts'
import * as company from '../company.ts'
import { between, chance, pick, pickWeighted, scramble } from '../random.ts'
import { firstNames, lastNames } from './names.ts'

/** How somebody writes: the same hand in all their messages. */
export type Hand = {
  readonly length: 'short' | 'usual' | 'long'
  /** Share of words that come out mistyped. */
  readonly typos: number
  readonly lowerCase: boolean
  readonly isFormal: boolean
}

/** One invented person, with all the identities that the company may know them by. */
export type Customer = {
  readonly number: number
  readonly first: string
  readonly last: string
  readonly account: string
  readonly emails: readonly string[]
  readonly phone: string
  /** True when somebody else in the household calls from the same number. */
  readonly sharesPhone: boolean
  readonly product: string
  readonly hasInternet: boolean
  readonly hasEnergy: boolean
  readonly region: (typeof company.regions)[number]
  readonly town: string
  readonly plan: string
  readonly payment: string
  readonly since: string
  /** Day on which the router gets the new software. */
  readonly firmwareAt: Instant
  readonly hand: Hand
}

/** Every 25th customer shares a telephone with the one before. */
const householdEvery = 25

export function inventCustomer(number: number, random: Random, end: Instant): Customer {
  const first = pick(random, firstNames)
  const last = pick(random, lastNames)
  const product = pickWeighted(random, productShares, ([, share]) => share)[0]
  const hasInternet = company.internetProducts.some((name) => name === product)
  const region = pick(random, company.regions)
  return {
    number,
    first,
    last,
    account: `LM${1_000_000 + scramble(number, 23)}`,
    emails: inventEmails(first, last, number, random),
    phone: fictionalPhone(number % householdEvery === 1 ? number - 1 : number),
    sharesPhone: number % householdEvery < 2,
    product,
    hasInternet,
    hasEnergy: !hasInternet || chance(random, 0.35),
    region,
    town: pick(random, company.towns[region]),
    plan: pickWeighted(random, company.plans, (plan) => (plan === '12 months' ? 2 : 1)),
    payment: pickWeighted(random, company.payments, (payment) => (payment === 'Direct debit' ? 3 : 1)),
    since: String(between(random, 2012, 2025)),
    firmwareAt: firmwareDay(random, end),
    hand: inventHand(random),
  }
}

const productShares: readonly (readonly [string, number])[] = [
  ['Fiber 100', 22],
  ['Fiber 500', 26],
  ['Fiber 1000', 16],
  ['Green Power', 20],
  ['Power Flex', 16],
]

function inventEmails(first: string, last: string, number: number, random: Random): readonly string[] {
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase()
  const [given, family] = [plain(first), plain(last)]
  const local = pick(random, [
    `${given}.${family}${number}`,
    `${given}${number}`,
    `${given.charAt(0)}${family}.${number}`,
    `${family}.${given}.${number}`,
  ])
  const domain = pick(random, ['example.org', 'example.com', 'example.net'])
  const own = `${local}@${domain}`
  return chance(random, 0.08) ? [own, `${given}.${family}.work${number}@example.com`] : [own]
}

/** First digits of ranges that regulators keep for fiction (Ofcom: telephone numbers for drama). */
const reservedRanges = [
  '+44 7700 900',
  '+44 20 7946 0',
  '+44 113 496 0',
  '+44 114 496 0',
  '+44 115 496 0',
  '+44 116 496 0',
  '+44 117 496 0',
  '+44 118 496 0',
  '+44 121 496 0',
  '+44 131 496 0',
  '+44 141 496 0',
  '+44 151 496 0',
  '+44 161 496 0',
  '+44 191 498 0',
  '+44 29 2018 0',
  '+44 1632 960',
]

/** Reserved ranges are small; beyond them a number gets an extension, so that no two customers share one by chance. */
function fictionalPhone(number: number): string {
  const range = reservedRanges[number % reservedRanges.length] ?? ''
  const line = Math.floor(number / reservedRanges.length)
  const digits = String(line % 1000).padStart(3, '0')
  const extension = Math.floor(line / 1000)
  return extension === 0 ? range + digits : `${range}${digits} ext. ${extension}`
}

function firmwareDay(random: Random, end: Instant): Instant {
  const { daysBeforeEnd, overDays } = company.story.firmwareRollOut
  const isReached = chance(random, 0.6)
  const day = company.daysBefore(end, daysBeforeEnd) + Math.floor(random() * overDays * dayMs)
  return isReached ? day : end
}

const _handShares = { short: 25, usual: 45, long: 30 } as const

function inventHand(random: Random): Hand {
  const length = pickWeighted(random, ['short', 'usual', 'long'] as const, (kind) =>
    kind === 'usual' ? 2 : 1,
  )
  const isSloppy = chance(random, 0.3)
  return {
    length,
    typos: isSloppy ? 0.015 + random() * 0.035 : 0.001,
    lowerCase: isSloppy && chance(random, 0.4),
    isFormal: !isSloppy && chance(random, 0.3),
  }
}
