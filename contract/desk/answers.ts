import { z } from '@hono/zod-openapi'
import { answerStates } from '../../core/desk/answer.ts'

const instant = z.string()
const who = z.string().trim().min(1).max(80)

/** How an answer to this issue goes out; the customer's words stand quoted below it. */
const waySchema = z.object({
  channel: z.string(),
  /** As whoever looks may see it. */
  to: z.string().nullable(),
  subject: z.string().nullable(),
})

export const answersSchema = z.object({
  way: waySchema.nullable(),
  /** Why no answer can go out from here; null when one can. */
  whyNot: z.string().nullable(),
  /** What was written so far, oldest first. */
  written: z.array(
    z.object({
      id: z.string(),
      who: z.string(),
      text: z.string(),
      state: z.enum(answerStates),
      /** Why it has not gone out, or came back. */
      failure: z.string().nullable(),
      writtenAt: instant,
      sentAt: instant.nullable(),
      nextTryAt: instant.nullable(),
    }),
  ),
})

export const answerInputSchema = z.object({
  who,
  /** Made by whoever asks, once for each answer: asked twice with one key, it is sent once. */
  key: z.string().min(8).max(80),
  text: z.string().max(20_000),
})

export const answerAskSchema = z.object({ who, ask: z.enum(['sendAgain', 'takeBack']) })

/** What is kept of an answer: to whom, in reply to what, and the words. The text is the rep's, without what is quoted. */
export const letterSchema = z.object({
  text: z.string(),
  channel: z.string(),
  source: z.string(),
  /** What it goes by for good: its Message-ID, or its id for a callback. Decided before it is sent. */
  externalId: z.string(),
  /** The external id of what is answered. */
  inReplyTo: z.string(),
  case: z.string().nullable(),
  identities: z.array(z.string()),
  to: z.string().nullable(),
  subject: z.string().nullable(),
  /** What stands quoted below. */
  quoted: z.object({
    text: z.string().nullable(),
    subject: z.string().nullable(),
    at: z.number().nullable(),
  }),
})

export type AnswersJson = z.infer<typeof answersSchema>
export type AnswerInput = z.infer<typeof answerInputSchema>
export type AnswerAsk = z.infer<typeof answerAskSchema>
export type Letter = z.infer<typeof letterSchema>
