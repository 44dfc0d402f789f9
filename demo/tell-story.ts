import { type StorySettings, walkStory } from './walk.ts'

/** One row of Larkmoor's export, as a help desk would write it. An empty text means that the desk did not note it. */
export type DemoRow = {
  readonly message_id: string
  readonly ticket_id: string
  readonly created_at: string
  readonly channel: string
  readonly type: string
  readonly author: string
  readonly customer_id: string
  readonly email: string
  readonly phone: string
  readonly team: string
  readonly agent: string
  readonly subject: string
  readonly text: string
  readonly category: string
  readonly rating: number | null
  readonly duration_seconds: number | null
  readonly product: string
  readonly plan: string
  readonly region: string
  readonly payment: string
  readonly firmware: string
  readonly customer_since: string
}

export const demoColumns = [
  'message_id',
  'ticket_id',
  'created_at',
  'channel',
  'type',
  'author',
  'customer_id',
  'email',
  'phone',
  'team',
  'agent',
  'subject',
  'text',
  'category',
  'rating',
  'duration_seconds',
  'product',
  'plan',
  'region',
  'payment',
  'firmware',
  'customer_since',
] as const satisfies readonly (keyof DemoRow)[]

/**
 * Tells the demo company's year as rows of an export, exactly as many as asked for.
 * Rows come in order of time within blocks of 4,096 customers (the default story is one block), so that any length
 * is told with one block in memory. More interactions are more customers, not longer lives.
 */
export function* tellStory(settings: StorySettings): Generator<DemoRow> {
  for (const step of walkStory(settings)) yield step.row
}
