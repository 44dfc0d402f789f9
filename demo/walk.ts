import { type Instant, toIso } from '../core/base/time.ts'
import type { Customer } from './customer.ts'
import { attributesOf, live } from './live.ts'
import { scramble } from './random.ts'
import type { DemoRow } from './tell-story.ts'
import type { Draft } from './telling.ts'

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

/** Walks the story block by block: whole lives, but that the last one is cut where the count is reached. */
export function* walkStory(settings: StorySettings): Generator<Step> {
  let left = settings.interactions
  for (let first = 0; left > 0; first += customersPerBlock) {
    const block: Step[] = []
    for (let number = first; number < first + customersPerBlock && left > 0; number++) {
      const life = live(settings.seed, number, settings.end)
      const drafts = life.drafts.slice(0, left)
      left -= drafts.length
      for (const [index, draft] of drafts.entries()) block.push(toStep(life.customer, draft, index))
    }
    yield* block.toSorted(byTime)
  }
}

function byTime(left: Step, right: Step): number {
  return left.draft.at - right.draft.at || left.customer.number - right.customer.number
}

function toStep(customer: Customer, draft: Draft, index: number): Step {
  const { inCase } = draft
  const attributes = attributesOf(customer, draft.at)
  const row: DemoRow = {
    message_id: `M${scramble(customer.number * 256 + index, 30)}`,
    ticket_id: `T${100_000_000 + scramble(customer.number * 32 + inCase.number, 27)}`,
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
