import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Env } from '../app.ts'
import type { Service } from '../service.ts'

/**
 * Gives every request an id, and says and counts what became of it: one line each. The route is named as the contract has
 * it, never the address as it came, because anything may be written there.
 */
export function logRequests({ log, metrics, life }: Service): MiddlewareHandler<Env> {
  return async (context, next) => {
    const started = performance.now()
    context.set('request', randomUUID())
    await next()
    // Whoever goes on over this connection would hold up the end.
    if (life.stage() === 'stopping') context.header('connection', 'close')
    const took = performance.now() - started
    const { method } = context.req
    const [route, { status }] = [routePath(context), context.res]
    metrics.countRequest({ method, route, status }, took / 1000)
    log.info({ request: context.get('request'), method, route, status, milliseconds: Math.round(took) })
  }
}
