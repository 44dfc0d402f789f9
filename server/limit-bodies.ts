import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Failure } from '../contract/failures.ts'
import type { App } from './app.ts'

/** Bodies that may be larger than one megabyte, by the route's name in the contract; null where a file streams to the disk. */
const megabytes: Readonly<Record<string, number | null>> = { keepInteractions: 8, saveUpload: null }

type Route = { readonly method: string; getRoutingPath(): string }

/** Holds every route of the contract to its limit, before anything reads what came. */
export function limitBodies(app: App, routes: Readonly<Record<string, Route>>): void {
  for (const [name, route] of Object.entries(routes)) {
    const most = megabytes[name]
    if (route.method !== 'get' && most !== null) {
      app.on(route.method.toUpperCase(), route.getRoutingPath(), limitTo(most))
    }
  }
}

/** Refuses a body that says it is larger, or turns out to be. */
export function limitTo(most = 1): MiddlewareHandler {
  const maxSize = most * 1024 * 1024
  const refuse = (context: Context) => {
    // What is left of the body stands between this answer and the next request.
    context.header('connection', 'close')
    throw new Failure('tooLarge', `A request can bring ${most} MB at most.`, 'Send less at once.')
  }
  const limitStream = bodyLimit({ maxSize, onError: refuse })
  return (context, next) => {
    const length = context.req.header('content-length')
    // No more than it says is read of it. Where nobody looks at the body before it is wanted, it is read much faster.
    if (length === undefined || context.req.header('transfer-encoding') !== undefined)
      return limitStream(context, next)
    return Number(length) > maxSize ? refuse(context) : next()
  }
}
