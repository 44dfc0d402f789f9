import { z } from '@hono/zod-openapi'
import { signalKinds } from '../core/signals/signal.ts'
/** What the thread draws; times are minutes since the first contact, so that small ones need no dates. */
export const threadSchema = z.object({
  minutes: z.number(),
  contacts: z.array(
    z.object({
      at: z.number(),
      emotion: z.enum(signalKinds).nullable(),
      /** 0 (none) to 1 (great), from what the customer said about their effort. */
      effort: z.number(),
      channel: z.string().nullable(),
      source: z.string(),
      /** As given, on the source's own scale. */
      rating: z.number().nullable(),
      isMomentOfTruth: z.boolean(),
    }),
  ),
  /** Spans in which the customer was waiting for an answer. */
  waits: z.array(z.object({ from: z.number(), to: z.number() })),
  /** One lane a team, in order of first appearance, with its blocks of work. */
  lanes: z.array(
    z.object({ team: z.string(), blocks: z.array(z.object({ from: z.number(), to: z.number() })) }),
  ),
  handOffs: z.array(z.object({ at: z.number(), fromTeam: z.string(), toTeam: z.string() })),
  spokenHandOffs: z.array(z.number()),
  /** `due` is the time that was named; `interaction` the message that promises. */
  promises: z.array(
    z.object({
      at: z.number(),
      due: z.string().nullable(),
      state: z.enum(['open', 'kept', 'broken']),
      interaction: z.string(),
    }),
  ),
})

export type Thread = z.infer<typeof threadSchema>
