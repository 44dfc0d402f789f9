import { randomUUID } from 'node:crypto'
import { type ApiKeyJson, addApiKey, listApiKeys, revokeApiKey } from '../../../contract/access-routes.ts'
import { Failure } from '../../../contract/failures.ts'
import { dayMs, toIso } from '../../../core/base/time.ts'
import {
  type ApiKey,
  addApiKey as keep,
  listApiKeys as listStored,
  revokeApiKey as revoke,
} from '../../../store/api-keys.ts'
import { fingerprintOf, makeToken } from '../../access/secret.ts'
import { nameOf } from '../../access/who.ts'
import type { App } from '../../app.ts'
import { isId } from '../is-id.ts'

export function addApiKeyRoutes(app: App): void {
  app.openapi(listApiKeys, async (context) => {
    const { scope, service } = context.get('entered')
    const keys = await listStored(service.store.pool, scope)
    return context.json({ keys: keys.map((key) => toJson(key, service.now())) }, 200)
  })

  app.openapi(addApiKey, async (context) => {
    const { scope, service, who } = context.get('entered')
    const { name, verbs, days } = context.req.valid('json')
    const id = randomUUID()
    const token = makeToken()
    const madeAt = service.now()
    await keep(service.store.pool, scope, {
      id,
      name,
      verbs,
      fingerprint: fingerprintOf(token),
      madeBy: nameOf(who),
      madeAt,
      expiresAt: madeAt + days * dayMs,
    })
    return context.json({ id, key: token }, 200)
  })

  app.openapi(revokeApiKey, async (context) => {
    const { id } = context.req.valid('param')
    const { scope, service } = context.get('entered')
    if (!isId(id) || !(await revoke(service.store.pool, scope, { id, at: service.now() }))) {
      throw new Failure(
        'notFound',
        'There is no such key, or it was revoked before.',
        'Choose one from the list.',
      )
    }
    return context.json({ revoked: id }, 200)
  })
}

function toJson(
  { id, name, verbs, madeBy, madeAt, expiresAt, revokedAt, lastUsedAt }: ApiKey,
  now: number,
): ApiKeyJson {
  const state = revokedAt !== null ? 'revoked' : expiresAt <= now ? 'expired' : 'holds'
  return {
    id,
    name,
    verbs: [...verbs],
    madeBy,
    madeAt: toIso(madeAt),
    expiresAt: toIso(expiresAt),
    state,
    lastUsedAt: lastUsedAt === null ? null : toIso(lastUsedAt),
  }
}
