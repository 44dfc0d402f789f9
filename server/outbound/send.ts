import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { request as requestSafely, Agent as SafeAgent } from 'node:https'
import { isPrivateNumber, lookupOpen, privateAddress } from './private-address.ts'

export type Letter = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Null where something is only asked for. */
  readonly body: string | null
  readonly signal: AbortSignal
  /** Only the open internet may be reached. */
  readonly isGuarded: boolean
}

export type Response = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** What it says; null when it is too long. Read it or close it. */
  text(): Promise<string | null>
  close(): void
}

/** Some firewalls refuse who does not name himself; what is packed would have to be unpacked. */
const plain = { 'user-agent': 'outside-in', 'accept-encoding': 'identity' }

const longestReply = 64 * 1024 * 1024

/** Guarded connections are kept apart, so that none is used again that was made without looking. */
const guarded = { 'http:': new Agent({ keepAlive: true }), 'https:': new SafeAgent({ keepAlive: true }) }

/**
 * Posts by HTTP, or gets where there is nothing to post. What `fetch` cannot: to look at the number that a name leads to at the
 * moment of connecting. Follows no redirection: a key must not go to another computer.
 */
export async function send({ url, headers, body, signal, isGuarded }: Letter): Promise<Response> {
  const { protocol, hostname } = new URL(url)
  const isSafe = protocol === 'https:'
  if (isGuarded && isPrivateNumber(hostname)) throw new Error(privateAddress)
  const guard = isGuarded ? { agent: guarded[isSafe ? 'https:' : 'http:'], lookup: lookupOpen } : {}
  const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) }
  const method = body === null ? 'GET' : 'POST'
  const options = { method, headers: { ...plain, ...headers, ...length }, signal, ...guard }
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asking = isSafe ? requestSafely(url, options) : request(url, options)
    asking
      .on('response', resolve)
      .on('error', reject)
      .end(body ?? undefined)
  })
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: () => readText(response),
    close: () => response.destroy(),
  }
}

async function readText(response: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    length += chunk.length
    if (length > longestReply) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
