import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { every } from 'hono/combine'
import { Failure } from '../../contract/failures.ts'
import { findHealth, findReadiness } from '../../contract/running-routes.ts'
import { refuseForeignPages } from '../access/loopback.ts'
import { isOpen } from '../access/who.ts'
import type { App, Env } from '../app.ts'
import { judgeReadiness } from '../running/judge-readiness.ts'
import type { Service } from '../service.ts'

/** What machines ask that watch over this one. */
export function addRunningRoutes(app: App, service: Service): void {
  app.openapi(findHealth, (context) => context.json({ state: 'alive' } as const, 200))

  app.openapi(findReadiness, async (context) => {
    const readiness = await judgeReadiness(service)
    return context.json(readiness, readiness.state === 'ready' ? 200 : 503)
  })

  app.get('/metrics', mayWatch(service), async (context) =>
    context.text(await service.metrics.write(), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    }),
  )
}

/** With a key set, whoever has it; without one, whoever sits at this machine, as long as all that is here is theirs. */
function mayWatch(service: Service): MiddlewareHandler<Env> {
  const { metricsKey } = service.config
  if (metricsKey === null) return every(refuseForeignPages(service.config), refuseSignedIn(service))
  return async (context, next) => {
    if (!isSame(context.req.header('authorization') ?? '', `Bearer ${metricsKey}`)) {
      throw new Failure('notAllowed', 'The metrics need their key.', 'Send Authorization: Bearer KEY.')
    }
    await next()
  }
}

function refuseSignedIn(service: Service): MiddlewareHandler<Env> {
  return async (_, next) => {
    if (!(await isOpen(service))) {
      throw new Failure(
        'notAllowed',
        'The metrics have no key yet.',
        'Start with OUTSIDE_IN_METRICS_KEY set.',
      )
    }
    await next()
  }
}

/** Compared by their sums, so that the time it takes tells nothing. */
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
