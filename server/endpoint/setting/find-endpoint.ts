import {
  type EndpointChoice,
  findEndpointChoice,
  type OwnEndpoint,
} from '../../../store/endpoint-settings.ts'
import type { Scope } from '../../../store/scope.ts'
import { seal, unseal } from '../../access/seal.ts'
import type { Config, EndpointConfig } from '../../config.ts'
import type { Service } from '../../service.ts'

/** The endpoint that a workspace's texts may go to, its own or the server's; left out where nothing leaves. */
export async function findEndpoint(
  { config, store }: Pick<Service, 'config' | 'store'>,
  scope: Scope,
): Promise<EndpointConfig | undefined> {
  return endpointOf(config, scope, await findEndpointChoice(store.pool, scope))
}

export function endpointOf(config: Config, scope: Scope, choice: EndpointChoice): EndpointConfig | undefined {
  if (choice.kind === 'nothing') return undefined
  if (choice.kind === 'server') return config.endpoint
  const { url, embeddingModel, wordingModel, tokensAReading, tokensAMonth } = choice
  return {
    url,
    key: openKey(config, scope, choice),
    embeddingModel,
    wordingModel,
    tokensAReading,
    tokensAMonth,
    timeoutSeconds: config.ownEndpoints.timeoutSeconds,
    // What was let be by one process, another may refuse; never the other way round.
    isGuarded: !choice.isPrivate || !mayBePrivate(config, url),
  }
}

/** Whether an endpoint at this address may be of the private network: as the server is set, or because it asks that computer itself. */
export function mayBePrivate({ ownEndpoints, endpoint }: Config, url: string): boolean {
  return (
    ownEndpoints.mayBePrivate || (endpoint !== undefined && new URL(endpoint.url).host === new URL(url).host)
  )
}

const sealedFor = (scope: Scope) => ({ purpose: 'key of an endpoint', id: String(scope) })

export function sealKey(config: Config, scope: Scope, key: string): Uint8Array {
  return seal(config, sealedFor(scope), key)
}

/** Null as well where it was sealed under another secret of the server. */
export function openKey(config: Config, scope: Scope, { key }: Pick<OwnEndpoint, 'key'>): string | null {
  return key && unseal(config, sealedFor(scope), key)
}
