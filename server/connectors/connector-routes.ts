import * as routes from '../../contract/connector-routes.ts'
import { type Connector, listConnectors, removeConnector } from '../../store/connectors.ts'
import type { Scope } from '../../store/scope.ts'
import { countSetAside, listSetAside } from '../../store/set-aside.ts'
import type { App } from '../app.ts'
import type { Service } from '../service.ts'
import { toConnectorJson } from '../translate/connector-json.ts'
import { toSetAsideJson } from '../translate/set-aside-json.ts'
import { guessConnector } from './guess-connector.ts'
import { findKnownConnector } from './known-connector.ts'
import { queuePull } from './pull/queue-pull.ts'
import { rereadConnector } from './reread-connector.ts'
import { changeConnector, renewSecret, setUpConnector, startPulling } from './set-up-connector.ts'

/** Systems that tell us what happens: made, looked at, changed, removed. What is read again is kept as the owner keeps facts. */
export function addConnectorRoutes(app: App, owner: Service): void {
  app.openapi(routes.listConnectors, async (context) => {
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const found = await listConnectors(pool, scope)
    const connectors = await Promise.all(found.map((one) => tell(service, scope, one)))
    const toldSetAside = await countSetAside(pool, scope, { by: 'api' })
    return context.json({ connectors, toldSetAside }, 200)
  })

  app.openapi(routes.addConnector, async (context) => {
    const { scope, service } = context.get('entered')
    const { connector, secret } = await setUpConnector(service, scope, context.req.valid('json'))
    return context.json({ connector: toConnectorJson(connector), secret }, 200)
  })

  app.openapi(routes.findConnector, async (context) => {
    const { scope, service } = context.get('entered')
    return context.json(await tell(service, scope, context.req.valid('param')), 200)
  })

  app.openapi(routes.changeConnector, async (context) => {
    const { scope, service } = context.get('entered')
    const { id } = context.req.valid('param')
    const changed = await changeConnector(service, scope, { ...context.req.valid('json'), id })
    await pullSoon(owner, scope, changed)
    return context.json(toConnectorJson(changed), 200)
  })

  app.openapi(routes.renewSecret, async (context) => {
    const { scope, service } = context.get('entered')
    const { connector, secret } = await renewSecret(service, scope, context.req.valid('param').id)
    return context.json({ connector: toConnectorJson(connector), secret }, 200)
  })

  app.openapi(routes.removeConnector, async (context) => {
    const { scope, service } = context.get('entered')
    const { id } = await findKnownConnector(service, scope, context.req.valid('param').id)
    await removeConnector(service.store.pool, scope, id)
    return context.json({ removed: id }, 200)
  })

  app.openapi(routes.pullConnector, async (context) => {
    const { scope, service } = context.get('entered')
    const started = await startPulling(service, scope, context.req.valid('param').id)
    await pullSoon(owner, scope, started)
    return context.json(toConnectorJson(started), 200)
  })

  app.openapi(routes.guessConnector, async (context) => {
    const { scope, service } = context.get('entered')
    const { id, name, settings } = await findKnownConnector(service, scope, context.req.valid('param').id)
    const mapping = settings.mapped?.mapping ?? null
    return context.json({ guess: await guessConnector(service, scope, { id, name, mapping }) }, 200)
  })

  app.openapi(routes.previewConnector, async (context) => {
    const { scope, service } = context.get('entered')
    const { id, name } = await findKnownConnector(service, scope, context.req.valid('param').id)
    const { mapping } = context.req.valid('json')
    return context.json({ guess: await guessConnector(service, scope, { id, name, mapping }) }, 200)
  })

  app.openapi(routes.listConnectorSetAside, async (context) => {
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const { id } = await findKnownConnector(service, scope, context.req.valid('param').id)
    const { after } = context.req.valid('query')
    const [page, total] = await Promise.all([
      listSetAside(pool, scope, { connectorId: id, after }),
      countSetAside(pool, scope, { connectorId: id }),
    ])
    return context.json({ rows: page.rows.map(toSetAsideJson), total, next: page.next }, 200)
  })

  app.openapi(routes.rereadConnector, async (context) => {
    const { scope, service } = context.get('entered')
    const connector = await findKnownConnector(service, scope, context.req.valid('param').id)
    await rereadConnector(owner, scope, { connector, mended: context.req.valid('json').mended })
    return context.json(await tell(service, scope, connector), 200)
  })
}

/** Whoever pressed a button does not wait for the sweep, which would find it too. */
async function pullSoon({ store }: Service, scope: Scope, { id, nextPullAt }: Connector) {
  if (nextPullAt !== null) await queuePull(store.pool, scope, id)
}

async function tell(service: Service, scope: Scope, { id }: Pick<Connector, 'id'>) {
  return toConnectorJson(await findKnownConnector(service, scope, id))
}
