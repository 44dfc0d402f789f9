import { type Instant, toIso } from '../core/base/time.ts'
import type { Customer } from './life/customer.ts'
import { attributesOf, live } from './life/live.ts'
import type { DemoCase, Draft } from './life/telling.ts'
import { scramble } from './random.ts'
import type { DemoRow } from './tell-story.ts'

/** How much of the story is told, and which: the same settings give the same bytes. */
export type StorySettings = {
  readonly interactions: number
  readonly seed: number
  /** The story is the year before this instant. */
  readonly end: Instant
}

export const defaultStory: StorySettings = {
  interactions: 12_000,
  seed: 7,
  end: Date.UTC(2026, 5, 30),
}

/** One interaction as it is told and as it really was. */
export type Step = { readonly customer: Customer; readonly draft: Draft; readonly row: DemoRow }

/**
 * Customers are told in blocks of this many; within a block rows are in order of time. The default story is one block,
 * and a story of any length holds one block in memory.
 */
export const customersPerBlock = 4096

/** One customer's year as far as the story tells it, in order of time. */
export type Life = { readonly customer: Customer; readonly drafts: readonly Draft[] }

/** Walks the story life by life; the last one is cut where the count is reached. */
export function* walkLives(settings: StorySettings): Generator<Life> {
  let left = settings.interactions
  for (let number = 0; left > 0; number++) {
    const { customer, drafts } = live(settings.seed, number, settings.end)
    yield { customer, drafts: drafts.slice(0, left) }
    left -= Math.min(left, drafts.length)
  }
}

/** Walks the story interaction by interaction, in order of time within each block. */
export function* walkStory(settings: StorySettings): Generator<Step> {
  let block: Step[] = []
  for (const { customer, drafts } of walkLives(settings)) {
    if (customer.number % customersPerBlock === 0) {
      yield* block.sort(byTime)
      block = []
    }
    for (const [index, draft] of drafts.entries()) block.push(toStep(customer, draft, index))
  }
  yield* block.sort(byTime)
}

function byTime(left: Step, right: Step): number {
  return left.draft.at - right.draft.at || left.customer.number - right.customer.number
}

function toStep(customer: Customer, draft: Draft, index: number): Step {
  const { inCase } = draft
  const attributes = attributesOf(customer, draft.at)
  const row: DemoRow = {
    message_id: messageId(customer, index),
    ticket_id: ticketId(customer, inCase),
    created_at: toIso(draft.at - (draft.at % 1000)),
    channel: inCase.channel,
    type: draft.kind,
    author: draft.author,
    customer_id: inCase.account,
    email: inCase.email,
    phone: inCase.phone,
    team: draft.team,
    agent: draft.agent,
    subject: inCase.subject,
    text: draft.text,
    category: inCase.category,
    rating: draft.rating,
    duration_seconds: draft.durationSeconds,
    product: attributes.product ?? '',
    plan: attributes.plan ?? '',
    region: attributes.region ?? '',
    payment: attributes.payment ?? '',
    firmware: attributes.firmware ?? '',
    customer_since: customer.since,
  }
  return { customer, draft, row }
}

export function messageId(customer: Customer, index: number): string {
  return `M${scramble(customer.number * 256 + index, 30)}`
}

export function ticketId(customer: Customer, inCase: DemoCase): string {
  return `T${100_000_000 + scramble(customer.number * 32 + inCase.number, 27)}`
}
