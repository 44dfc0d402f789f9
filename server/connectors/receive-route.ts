import type { Context } from 'hono'
import { receive } from '../../contract/connector-routes.ts'
import type { App, Env } from '../app.ts'
import { limitTo } from '../limit-bodies.ts'
import type { Service } from '../service.ts'
import { receive as takeIn } from './receive.ts'

/** Where other systems send: their signature is their key, so that this stands before the gate for people. */
export function addReceiveRoute(app: App, service: Service): void {
  const path = receive.getRoutingPath()
  app.post(path, limitTo(2), async (context) => {
    const raw = new Uint8Array(await context.req.arrayBuffer())
    const signed = { headers: context.req.header(), urls: addressesOf(context), raw }
    const { kind, ...taken } = await takeIn(service, context.req.param('connector'), signed)
    // Twilio takes any other answer to a message for a fault.
    if (kind === 'twilio') return context.body('<Response/>', 200, { 'content-type': 'text/xml' })
    return context.json(taken, 200)
  })
}

/** Under which addresses the sender may know us: a proxy before us changes the name and the scheme. */
function addressesOf({ req }: Context<Env>): string[] {
  const { pathname, search, host } = new URL(req.url)
  const hosts = [req.header('x-forwarded-host'), req.header('host'), host].filter((one) => one !== undefined)
  return [...new Set(hosts)].flatMap((name) => [
    `https://${name}${pathname}${search}`,
    `http://${name}${pathname}${search}`,
  ])
}
