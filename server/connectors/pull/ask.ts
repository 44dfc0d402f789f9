import { Failure } from '../../../contract/failures.ts'
import { isOfPrivateAddress, privateRefusal } from '../../outbound/private-address.ts'
import { type Response, send } from '../../outbound/send.ts'

/** Why fetching stops for now; `seconds` says how long the other system wants to be left alone. */
export type Later = Failure & { readonly seconds: number }

export type Asking = {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Only the open internet may be reached. */
  readonly isGuarded: boolean
}

const patienceMs = 30_000

/** Asks another system's API for JSON. Its limits are kept: what it answers with 429 or 503 is asked again later. */
export async function ask(asking: Asking, url: string, question?: unknown): Promise<unknown> {
  const { name, headers, isGuarded } = asking
  const late = AbortSignal.timeout(patienceMs)
  const response = await send({
    url,
    headers: {
      accept: 'application/json',
      ...(question === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: question === undefined ? null : JSON.stringify(question),
    signal: AbortSignal.any([asking.signal, late]),
    isGuarded,
  }).catch((error: unknown) => {
    throw late.aborted ? tooLate(name) : unreachable(name, error)
  })
  if (response.status < 200 || response.status > 299) {
    response.close()
    throw refusalOf(name, response)
  }
  const text = await response.text().catch((error: unknown) => {
    throw late.aborted ? tooLate(name) : unreachable(name, error)
  })
  return readJson(name, text)
}

export function isLater(error: unknown): error is Later {
  return error instanceof Failure && 'seconds' in error
}

/** The address with a query, spelled once. */
export function withQuery(url: string, query: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
  return `${url}?${new URLSearchParams(pairs)}`
}

function readJson(name: string, text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
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
function secondsIn({ 'retry-after': given, date = '' }: Response['headers']): number {
  const seconds = given === undefined ? Number.NaN : Number(given)
  if (!Number.isNaN(seconds)) return Math.min(Math.max(seconds, 1), longestWait)
  const until = (Date.parse(given ?? '') - Date.parse(date)) / 1000
  return Number.isNaN(until) ? 60 : Math.min(Math.max(until, 1), longestWait)
}

function notAsExpected(name: string): Failure {
  return new Failure(
    'busy',
    `${name} answered in a form that we don’t know.`,
    'Check the address; it is asked again by itself.',
  )
}

function tooLate(name: string): Failure {
  return new Failure('busy', `${name} did not answer within 30 seconds.`, askedAgain)
}

function unreachable(name: string, error: unknown): Failure {
  if (isOfPrivateAddress(error)) return privateRefusal(name)
  return new Failure('busy', `${name} can’t be reached.`, askedAgain)
}

const askedAgain = 'Check the address; it is asked again by itself.'
