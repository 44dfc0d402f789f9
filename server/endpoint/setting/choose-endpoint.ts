import type { OwnEndpointInput } from '../../../contract/endpoint.ts'
import { Failure } from '../../../contract/failures.ts'
import {
  type EndpointChoice,
  findEndpointChoice,
  type OwnEndpoint,
} from '../../../store/endpoint-settings.ts'
import type { Scope } from '../../../store/scope.ts'
import { isPrivate, privateRefusal } from '../../outbound/private-address.ts'
import type { Service } from '../../service.ts'
import { mayBePrivate, sealKey } from './find-endpoint.ts'

/**
 * An endpoint of the workspace's own as it will be kept. Refuses one that is asked nothing, and one of the private network where
 * it could be used to feel that out.
 */
export async function chooseOwn(
  { config, store }: Service,
  scope: Scope,
  { key, ...own }: OwnEndpointInput,
): Promise<EndpointChoice> {
  if ((own.embeddingModel ?? own.wordingModel) === null) {
    throw new Failure(
      'badInput',
      'An endpoint needs at least one model.',
      'Name one for embedding or wording, or both.',
    )
  }
  const isOfHome = await isPrivate(new URL(own.url).hostname)
  if (isOfHome && !mayBePrivate(config, own.url)) throw privateRefusal('This address')
  const sealed = key ? sealKey(config, scope, key) : null
  const before = key === undefined ? await findEndpointChoice(store.pool, scope) : null
  const kept = before?.kind === 'own' ? keptKey(before, own.url) : null
  return { ...own, key: sealed ?? kept, isPrivate: isOfHome }
}

/** A key follows to no other computer: else whoever may set the address could read it there. */
function keptKey({ key, url }: OwnEndpoint, next: string): Uint8Array | null {
  if (key === null || new URL(url).origin === new URL(next).origin) return key
  throw new Failure(
    'badInput',
    'The key that is kept belongs to another address.',
    'Enter the key for this address.',
  )
}
