import { findMe, listAudit, openLink } from '../../../contract/access-routes.ts'
import { toIso } from '../../../core/base/time.ts'
import { listAuditEntries } from '../../../store/audit-log.ts'
import { hasPeople } from '../../../store/people.ts'
import type { Auth } from '../../access/auth.ts'
import { openLink as open } from '../../access/invite.ts'
import { nameOf } from '../../access/who.ts'
import type { App } from '../../app.ts'
import { listEnterable } from '../../gate.ts'
import type { Service } from '../../service.ts'

/** Who asks, how they came in, and what was noted of it. */
export function addMeRoutes(app: App, service: Service, auth: Auth): void {
  app.openapi(findMe, async (context) => {
    const who = context.get('who')
    const entered = who === null ? [] : await listEnterable(service, who)
    const roles = entered.flatMap(({ workspace, rights }) =>
      typeof rights === 'string' ? [[workspace.name, rights] as const] : [],
    )
    return context.json(
      {
        kind: who === null ? 'nobody' : who.kind === 'machine' ? 'open' : who.kind,
        name: who === null ? '' : nameOf(who),
        email: who?.kind === 'person' ? who.email : null,
        hasSecondFactor: who?.kind === 'person' && who.hasSecondFactor,
        roles: Object.fromEntries(roles),
        hasCompanySignIn: service.config.access.oidc !== null,
        awaitsKeeper: !(await hasPeople(service.store.pool)),
      } as const,
      200,
    )
  })

  app.openapi(openLink, async (context) => {
    return context.json({ email: await open(service, auth, context.req.valid('json')) }, 200)
  })

  app.openapi(listAudit, async (context) => {
    const { scope, service: within } = context.get('entered')
    const { before = null, verb = null, only = null } = context.req.valid('query')
    const { rows, next } = await listAuditEntries(within.store.pool, scope, { before, verb, only })
    const entries = rows.map(({ wayId: _, at, ...entry }) => ({ ...entry, at: toIso(at) }))
    return context.json({ entries, next }, 200)
  })
}
