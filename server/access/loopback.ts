import type { MiddlewareHandler } from 'hono'
import { Failure } from '../../contract/failures.ts'
import type { Env } from '../app.ts'
import type { Config } from '../config.ts'

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

export function isLoopback(host: string): boolean {
  return host === '::1' || loopbackNames.includes(host)
}

/**
 * A page of another site can neither call this server (origin) nor, while it listens on this machine alone, rebind
 * its name to it (host).
 */
export function refuseForeignPages({ host: bound, access }: Config): MiddlewareHandler<Env> {
  const published = access.url === null ? null : new URL(access.url)
  const names = isLoopback(bound)
    ? [...loopbackNames, ...(published === null ? [] : [published.hostname])]
    : null
  return async (context, next) => {
    const { host, hostname, origin } = new URL(context.req.url)
    const named = context.req.header('host') ?? host
    const from = context.req.header('origin')
    const isKnown = (name = '') => names === null || names.includes(name)
    const isHere = isKnown(URL.parse(`http://${named}`)?.hostname) && isKnown(hostname)
    const isOwnPage =
      from === undefined || from === origin || from === `http://${named}` || from === published?.origin
    if (!isHere || !isOwnPage) {
      throw new Failure('notAllowed', 'This server answers only to its own pages.')
    }
    await next()
  }
}
