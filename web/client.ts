import type { z } from 'zod'
import { Failure, type FailureCode, failures } from '../contract/failures.ts'
import type { routes } from '../contract/routes.ts'
import type { FailureJson } from '../contract/screens.ts'
import type { Known } from '../core/base/cannot-say.ts'
import type { CostEstimate, CostInputs } from '../core/cost/cost-inputs.ts'
import { operations } from './operations.ts'
import { panelHeaders } from './panel-token.ts'
import { type View, withView } from './paths.ts'

type Routes = typeof routes
type Name = keyof Routes & keyof typeof operations

type Asked<R> = Path<R> & Query<R> & Body<R>
type Path<R> = R extends { request: { params: infer P extends z.ZodType } }
  ? { readonly path: Readonly<z.input<P>> }
  : unknown
type Query<R> = R extends { request: { query: z.ZodType } } ? { readonly query?: View } : unknown
type Body<R> = R extends {
  request: { body: { content: { 'application/json': { schema: infer B extends z.ZodType } } } }
}
  ? { readonly body: z.input<B> }
  : unknown
type Reply<R> = R extends {
  responses: { 200: { content: { 'application/json': { schema: infer S extends z.ZodType } } } }
}
  ? z.output<S>
  : never

type ReplyTo<N extends Name> = N extends keyof Branded ? Branded[N] : Reply<Routes[N]>

/** An id is a plain text on the wire; where the pages compute with it, it is core's id. */
export type CostReply = { readonly cost: Known<CostEstimate>; readonly inputs: Known<CostInputs> }
type Branded = { readonly findCost: CostReply; readonly saveAssumptions: CostReply }

type Parts = {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: View
  readonly body?: unknown
}

/** Asks what the contract calls `name`, with what it needs, and gives what it replies; a refusal is thrown as a `Failure`. */
export function call<N extends Name>(name: N, asked: Asked<Routes[N]> & Parts): Promise<ReplyTo<N>> {
  return send(name, asked)
}

async function send<T>(name: Name, { path, query, body }: Parts): Promise<T> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const headers = { ...type, ...panelHeaders() }
  const asked = { method: methodOf(name), headers, ...content }
  const response = await fetch(addressOf(name, path, query), asked).catch(() => {
    throw noAnswer()
  })
  if (!response.ok) throw toFailure(await response.text(), response.status)
  return response.json()
}

export function methodOf(name: Name): string {
  return operations[name].split(' ')[0] ?? 'GET'
}

export function addressOf(name: Name, path: Parts['path'] = {}, query: View = {}): string {
  const [, template = ''] = operations[name].split(' ')
  return withView(
    template.replace(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(path[part] ?? '')),
    query,
  )
}

export function noAnswer(): Failure {
  return new Failure('busy', 'The server did not answer.', 'Check that it is running, then try again.')
}

export function toFailure(text: string, status: number): Failure {
  const said = parseFailure(text)
  if (said === null) return new Failure('ourFault', `The server answered ${status} without saying why.`)
  const request = said.code === 'ourFault' ? ` Request ${said.request}.` : ''
  return new Failure(
    isCode(said.code) ? said.code : 'ourFault',
    said.message,
    `${said.hint}${request}`.trim(),
  )
}

function parseFailure(text: string): FailureJson['failure'] | null {
  try {
    const json: Partial<FailureJson> = JSON.parse(text)
    return json.failure ?? null
  } catch {
    // A proxy between us and the server may answer in HTML.
    return null
  }
}

function isCode(code: string): code is FailureCode {
  return code in failures
}
