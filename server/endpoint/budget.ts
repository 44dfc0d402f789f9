import type { Instant } from '../../core/base/time.ts'
import { addSpending, findSpending } from '../../store/endpoint-answers.ts'
import type { Store } from '../../store/open.ts'
import type { Scope } from '../../store/scope.ts'
import type { EndpointConfig } from '../config.ts'

/** What may still be spent. */
export type Budget = {
  /** Null when a question of about so many tokens may be asked, else why not. */
  refuse(tokens: number): string | null
  /** Keeps what a question cost, as the endpoint says or as it was guessed. */
  spend(tokens: number): Promise<void>
}

/** Four characters are about a token in English; other languages and scripts take more. */
const charactersAToken = 3

/** Never less than the endpoint will count, but for scripts that take a token a character. */
export function guessTokens(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + 1 + Math.ceil(text.length / charactersAToken), 0)
}

/** Opens the budget of one reading: its own cap, and what is left of the workspace's month. */
export async function openBudget(
  pool: Store['pool'],
  scope: Scope,
  { tokensAReading, tokensAMonth }: EndpointConfig,
  at: Instant,
): Promise<Budget> {
  const month = new Date(at).toISOString().slice(0, 7)
  const before = await findSpending(pool, scope, month)
  let spent = 0
  return {
    refuse: (tokens) => {
      if (spent + tokens > tokensAReading) return `the limit of ${tokensAReading} tokens a reading is reached`
      if (before.tokens + spent + tokens > tokensAMonth)
        return `the limit of ${tokensAMonth} tokens a month is reached`
      return null
    },
    spend: async (tokens) => {
      spent += tokens
      await addSpending(pool, scope, { month, requests: 1, tokens })
    },
  }
}
