import { setTimeout } from 'node:timers/promises'
import type { EndpointConfig } from '../config.ts'

/** What an endpoint said to one question, or why it said nothing. */
export type Reply =
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'silent'; readonly because: string }

export type Post = (path: string, question: object) => Promise<Reply>

const tries = 4
const firstWaitMs = 500
/** An endpoint that asks for more patience than this is taken for silent. */
const longestWaitMs = 30_000
const longestReply = 64 * 1024 * 1024

/**
 * Prepares questions to an endpoint: each with a time limit, and asked again after 429, 408, 5xx, a lost connection or a time-out,
 * three times at most, waiting as long as `Retry-After` says or 0.5, 1 and 2 seconds. Other refusals are final.
 */
export function preparePost(
  { url, key, timeoutSeconds }: EndpointConfig,
  wait: (ms: number) => Promise<unknown> = setTimeout,
): Post {
  const headers = {
    'content-type': 'application/json',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  }
  const askOnce = async (path: string, body: string): Promise<Attempt> => {
    try {
      const signal = AbortSignal.timeout(timeoutSeconds * 1000)
      const response = await fetch(`${url}${path}`, {
        method: 'POST',
        headers,
        body,
        signal,
        redirect: 'error',
      })
      return await readResponse(response)
    } catch (error) {
      return { kind: 'again', because: whyLost(error, timeoutSeconds), afterMs: null }
    }
  }
  return async (path, question) => {
    const body = JSON.stringify(question)
    let last = 'it did not answer'
    for (let attempt = 0; attempt < tries; attempt++) {
      const reply = await askOnce(path, body)
      if (reply.kind !== 'again') return reply
      last = reply.because
      const waitMs = reply.afterMs ?? firstWaitMs * 2 ** attempt
      if (waitMs > longestWaitMs) return { kind: 'silent', because: `${last} and asked to wait too long` }
      if (attempt < tries - 1) await wait(waitMs)
    }
    return { kind: 'silent', because: `${last}, ${tries} times` }
  }
}

type Attempt = Reply | { readonly kind: 'again'; readonly because: string; readonly afterMs: number | null }

async function readResponse(response: Response): Promise<Attempt> {
  const { status } = response
  if (status === 429 || status === 408 || status >= 500) {
    await response.body?.cancel()
    return { kind: 'again', because: `it answered ${status}`, afterMs: retryAfterMs(response) }
  }
  if (!response.ok) {
    await response.body?.cancel()
    return { kind: 'silent', because: `it refused with ${status}` }
  }
  const text = await response.text()
  if (text.length > longestReply) return { kind: 'silent', because: 'its answer is too large' }
  try {
    return { kind: 'answered', body: JSON.parse(text) }
  } catch {
    return { kind: 'silent', because: 'its answer is no JSON' }
  }
}

/** In seconds, or as a date held against the endpoint's own clock, so that ours does not matter. */
function retryAfterMs({ headers }: Response): number | null {
  const after = headers.get('retry-after')
  if (after === null) return null
  if (/^\d+$/.test(after)) return Number(after) * 1000
  const ms = Date.parse(after) - Date.parse(headers.get('date') ?? '')
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}

function whyLost(error: unknown, timeoutSeconds: number): string {
  const isSlow = error instanceof Error && error.name === 'TimeoutError'
  return isSlow ? `it took longer than ${timeoutSeconds} seconds` : 'it could not be reached'
}
