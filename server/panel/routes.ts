import { Failure } from '../../contract/failures.ts'
import * as contract from '../../contract/panel.ts'
import { findPanel, savePanelOrigins, savePanelSecret } from '../../store/panels.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { App } from '../app.ts'
import { makePanelSecret } from './panel-secret.ts'

/** The settings of the desk inside another help desk. */
export function addPanelRoutes(app: App): void {
  app.openapi(contract.findPanel, async (context) => {
    const { scope, service } = context.get('entered')
    return context.json(await toJson(service.store.pool, scope), 200)
  })

  app.openapi(contract.savePanel, async (context) => {
    const { scope, service } = context.get('entered')
    const origins = context.req.valid('json').origins.map(toOrigin)
    await savePanelOrigins(service.store.pool, scope, [...new Set(origins)])
    return context.json(await toJson(service.store.pool, scope), 200)
  })

  app.openapi(contract.makePanelSecret, async (context) => {
    const { scope, service } = context.get('entered')
    return context.json({ secret: await makePanelSecret(service.store.pool, service.config, scope) }, 200)
  })

  app.openapi(contract.removePanelSecret, async (context) => {
    const { scope, service } = context.get('entered')
    await savePanelSecret(service.store.pool, scope, null)
    return context.json(await toJson(service.store.pool, scope), 200)
  })
}

async function toJson(client: Client, scope: Scope): Promise<contract.PanelJson> {
  const { origins, secret } = await findPanel(client, scope)
  return { origins: [...origins], hasSecret: secret !== null }
}

/** An address as people copy it, path and all, or a family of them as https://*.zendesk.com. */
function toOrigin(address: string): string {
  const [, scheme = '', family = '', host = ''] = /^(https?:\/\/)(\*\.)?([^/*]+)(\/.*)?$/.exec(address) ?? []
  const url = URL.parse(`${scheme}${host}`)
  const isSafe = url?.protocol === 'https:' || url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  if (url === null || url.username !== '' || !isSafe) {
    throw new Failure(
      'badInput',
      `“${address}” is no address of a help desk.`,
      'Write one that begins with https://, such as https://company.zendesk.com.',
    )
  }
  return `${url.protocol}//${family}${url.host}`
}
