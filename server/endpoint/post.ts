import { setTimeout } from 'node:timers/promises'
import type { EndpointConfig } from '../config.ts'
import { isOfPrivateAddress, privateAddress } from '../outbound/private-address.ts'
import { type Response, send } from '../outbound/send.ts'

/** Why an endpoint said nothing, and what whoever set it can do. */
export type Silence = { readonly because: string; readonly remedy: string }

/** What an endpoint said to one question. */
export type Reply =
  | { readonly kind: 'answered'; readonly body: unknown }
  | ({ readonly kind: 'silent' } & Silence)

export type Post = (path: string, question: object) => Promise<Reply>

const mostTries = 4
const firstWaitMs = 500
/** An endpoint that asks for more patience than this is taken for silent. */
const longestWaitMs = 30_000

/**
 * Prepares questions to an endpoint: each with a time limit, and asked again after 429, 408, 5xx, a lost connection or a time-out,
 * three times at most unless told otherwise, waiting as long as `Retry-After` says or 0.5, 1 and 2 seconds. Other refusals are final.
 */
export function preparePost(
  { url, key, timeoutSeconds, isGuarded }: EndpointConfig,
  tries: number = mostTries,
): Post {
  const headers = {
    'content-type': 'application/json',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  }
  const askOnce = async (path: string, body: string): Promise<Attempt> => {
    const signal = AbortSignal.timeout(timeoutSeconds * 1000)
    try {
      return await readResponse(await send({ url: `${url}${path}`, headers, body, signal, isGuarded }))
    } catch (error) {
      if (signal.aborted) return again(`it took longer than ${timeoutSeconds} seconds`, remedies.later)
      return isOfPrivateAddress(error)
        ? { kind: 'silent', because: privateAddress, remedy: remedies.private }
        : again('it could not be reached', remedies.reach)
    }
  }
  return async (path, question) => {
    const body = JSON.stringify(question)
    for (let attempt = 1; ; attempt++) {
      const reply = await askOnce(path, body)
      if (reply.kind !== 'again') return reply
      const { because, remedy, afterMs } = reply
      if (attempt === tries) {
        return { kind: 'silent', because: tries === 1 ? because : `${because}, ${tries} times`, remedy }
      }
      const waitMs = afterMs ?? firstWaitMs * 2 ** (attempt - 1)
      if (waitMs > longestWaitMs) {
        return { kind: 'silent', because: `${because} and asked to wait too long`, remedy }
      }
      await setTimeout(waitMs)
    }
  }
}

export function saySilence({ because, remedy }: Silence): Silence {
  return { because: `the endpoint is silent: ${because}`, remedy }
}

export function overLimit(because: string): Silence {
  return { because, remedy: 'Raise the limit, or wait until the month is over.' }
}

export const notAsked: Silence = {
  because: 'the endpoint’s answer is not what was asked for',
  remedy: 'Check the names of the models: this one may be made for something else.',
}

const remedies = {
  later: 'Try again later.',
  allowance: 'Wait, or look at what your account there allows.',
  key: 'Enter its key again.',
  address: 'Check the address, which ends with the version, and the names of the models.',
  reach: 'Check the address, and whether this server can reach it and trusts its certificate.',
  private: 'Ask whoever runs the server whether it may be reached, then keep the address once more.',
} as const

type Again = Silence & { readonly kind: 'again'; readonly afterMs: number | null }
type Attempt = Reply | Again

function again(because: string, remedy: string, afterMs: number | null = null): Again {
  return { kind: 'again', because, remedy, afterMs }
}

async function readResponse(response: Response): Promise<Attempt> {
  const { status, headers } = response
  if (status < 200 || status >= 300) response.close()
  if (status === 429 || status === 408 || status >= 500) {
    const remedy = status === 429 ? remedies.allowance : remedies.later
    return again(`it answered ${status}`, remedy, retryAfterMs(headers))
  }
  if (status < 200 || status >= 300) {
    const remedy = status === 401 || status === 403 ? remedies.key : remedies.address
    return { kind: 'silent', because: `it refused with ${status}`, remedy }
  }
  const text = await response.text()
  if (text === null) return { kind: 'silent', because: 'its answer is too large', remedy: remedies.address }
  try {
    return { kind: 'answered', body: JSON.parse(text) }
  } catch {
    return { kind: 'silent', because: 'its answer is no JSON', remedy: remedies.address }
  }
}

/** In seconds, or as a date held against the endpoint's own clock, so that ours does not matter. */
function retryAfterMs({ date = '', 'retry-after': after }: Response['headers']): number | null {
  if (after === undefined) return null
  if (/^\d+$/.test(after)) return Number(after) * 1000
  const ms = Date.parse(after) - Date.parse(date)
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}
