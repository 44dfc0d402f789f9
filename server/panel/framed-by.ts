import type { MiddlewareHandler } from 'hono'
import { findPanel } from '../../store/panels.ts'
import { mintScope } from '../../store/scope.ts'
import { findWorkspaceByName } from '../../store/workspaces.ts'
import type { Env } from '../app.ts'
import type { Service } from '../service.ts'

/** Finds whose pages may frame a workspace's side panel; goes before the content policy, which says it. */
export function findFramedBy({ store }: Pick<Service, 'store'>): MiddlewareHandler<Env> {
  return async (context, next) => {
    const found = await findWorkspaceByName(store.pool, context.req.param('workspace') ?? '')
    if (found !== null) {
      const { origins } = await findPanel(store.pool, mintScope(found.id))
      if (origins.length > 0) context.set('framedBy', origins.join(' '))
    }
    await next()
  }
}
