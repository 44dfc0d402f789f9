import * as contract from '../../../contract/endpoint.ts'
import {
  type EndpointChoice,
  findEndpointChoice,
  saveEndpointChoice,
} from '../../../store/endpoint-settings.ts'
import type { Scope } from '../../../store/scope.ts'
import type { App } from '../../app.ts'
import type { Config, EndpointConfig } from '../../config.ts'
import { chooseOwn } from './choose-endpoint.ts'
import { endpointOf, findEndpoint, openKey } from './find-endpoint.ts'
import { tryEndpoint } from './try-endpoint.ts'

/** What leaves a workspace to a model elsewhere: looked at, decided, tried. */
export function addEndpointRoutes(app: App): void {
  app.openapi(contract.findEndpoint, async (context) => {
    const { scope, service } = context.get('entered')
    const choice = await findEndpointChoice(service.store.pool, scope)
    return context.json(toJson(service.config, scope, choice), 200)
  })

  app.openapi(contract.saveEndpoint, async (context) => {
    const { scope, service } = context.get('entered')
    const input = context.req.valid('json')
    const choice = input.kind === 'own' ? await chooseOwn(service, scope, input) : input
    await saveEndpointChoice(service.store.pool, scope, choice)
    return context.json(toJson(service.config, scope, choice), 200)
  })

  app.openapi(contract.tryEndpoint, async (context) => {
    const { scope, service } = context.get('entered')
    const trials = await tryEndpoint(service, scope, await findEndpoint(service, scope))
    return context.json({ trials }, 200)
  })
}

function toJson(config: Config, scope: Scope, choice: EndpointChoice): contract.EndpointJson {
  return {
    kind: choice.kind,
    receiver: toReceiver(endpointOf(config, scope, choice)),
    server: toReceiver(config.endpoint),
    own: choice.kind === 'own' ? toOwn(config, scope, choice) : null,
  }
}

/** Of the server's endpoint a workspace learns who is asked, and no more. */
function toReceiver(endpoint: EndpointConfig | undefined): contract.EndpointJson['receiver'] {
  if (endpoint === undefined) return null
  const { url, embeddingModel, wordingModel } = endpoint
  return { host: new URL(url).host, embeddingModel, wordingModel }
}

function toOwn(
  config: Config,
  scope: Scope,
  own: EndpointChoice & { kind: 'own' },
): contract.EndpointJson['own'] {
  const { url, embeddingModel, wordingModel, tokensAReading, tokensAMonth } = own
  const hasKey = openKey(config, scope, own) !== null
  return { url, hasKey, embeddingModel, wordingModel, tokensAReading, tokensAMonth }
}
