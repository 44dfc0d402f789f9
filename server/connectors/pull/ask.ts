import { Failure } from '../../../contract/failures.ts'

/** Why fetching stops for now; `seconds` says how long the other system wants to be left alone. */
export type Later = Failure & { readonly seconds: number }

export type Asking = {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

const patienceMs = 30_000
const mostBytes = 64 * 1024 * 1024

/** Asks another system's API for JSON. Its limits are kept: what it answers with 429 or 503 is asked again later. */
export async function ask({ name, headers, signal }: Asking, url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    // A key must not follow to another computer.
    redirect: 'error',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw unreachable(name, error)
  })
  if (response.ok) return readJson(name, response)
  await response.body?.cancel()
  throw refusalOf(name, response)
}

export function isLater(error: unknown): error is Later {
  return error instanceof Failure && 'seconds' in error
}

/** The address with a query, spelled once. */
export function withQuery(url: string, query: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
  return `${url}?${new URLSearchParams(pairs)}`
}

async function readJson(name: string, response: Response): Promise<unknown> {
  if (Number(response.headers.get('content-length')) > mostBytes) throw notAsExpected(name)
  try {
    return await response.json()
  } catch {
    throw notAsExpected(name)
  }
}

function refusalOf(name: string, { status, headers }: Response): Failure {
  if (status === 429 || status === 503) {
    const message = status === 429 ? `${name} lets us ask again later.` : `${name} is not available now.`
    const hint = 'Nothing is to be done; fetching goes on by itself.'
    return Object.assign(new Failure('busy', message, hint), { seconds: secondsIn(headers) })
  }
  if (status === 401 || status === 403) {
    return new Failure(
      'notAllowed',
      `${name} does not accept the key.`,
      'Enter a key that may read conversations.',
    )
  }
  if (status === 404) {
    return new Failure(
      'notFound',
      `${name} has nothing at this address.`,
      'Check the address of the connector.',
    )
  }
  return new Failure('busy', `${name} answered with ${status}.`, 'It is asked again by itself.')
}

const longestWait = 3600

/** Retry-After, in seconds or as a date; a minute where nothing is said. */
function secondsIn(headers: Headers): number {
  const given = headers.get('retry-after')
  const seconds = given === null ? Number.NaN : Number(given)
  if (!Number.isNaN(seconds)) return Math.min(Math.max(seconds, 1), longestWait)
  const until = (Date.parse(given ?? '') - Date.parse(headers.get('date') ?? '')) / 1000
  return Number.isNaN(until) ? 60 : Math.min(Math.max(until, 1), longestWait)
}

function notAsExpected(name: string): Failure {
  return new Failure(
    'busy',
    `${name} answered in a form that we don’t know.`,
    'Check the address; it is asked again by itself.',
  )
}

function unreachable(name: string, error: unknown): Failure {
  const isLate = error instanceof Error && error.name === 'TimeoutError'
  const message = isLate ? `${name} did not answer within 30 seconds.` : `${name} can’t be reached.`
  return new Failure('busy', message, 'Check the address; it is asked again by itself.')
}
