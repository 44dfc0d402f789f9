import type { Role, Verb } from '../../contract/access.ts'
import { routes } from '../../contract/routes.ts'
import { addApiKey } from '../../store/api-keys.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import { asJson, type TestApi } from '../test-kit.ts'
import { inviteMember, makeKeeperLink } from './invite.ts'
import { fingerprintOf } from './secret.ts'

export const testPassword = 'correct horse battery'

/** Somebody who came in by a link and signed in: what their browser sends from now on. */
export type SignedIn = { readonly email: string; readonly cookie: string }

export async function letKeeperIn(service: Service, api: TestApi): Promise<SignedIn> {
  return comeIn(api, await makeKeeperLink(service), 'keeper@example.org')
}

export async function letIn(service: Service, api: TestApi, scope: Scope, role: Role): Promise<SignedIn> {
  const email = `${role}@example.org`
  return comeIn(api, await inviteMember(service, scope, { email, name: `The ${role}`, role }), email)
}

async function comeIn(api: TestApi, link: string | null, email: string): Promise<SignedIn> {
  if (link !== null) {
    const opening = { token: link.split('#')[1], name: email.split('@')[0], email, password: testPassword }
    await api.call(routes.openLink, '/api/one-time-links/open', asJson(opening))
  }
  return { email, cookie: await signIn(api, email) }
}

/** Signs in with the password of all tests. */
export async function signIn(api: TestApi, email: string): Promise<string> {
  const response = await api.ask('/api/auth/sign-in/email', {
    method: 'post',
    ...asJson({ email, password: testPassword }),
  })
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`)
  return cookiesOf(response)
}

export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** A key that holds for a day, unless it says otherwise. */
export async function makeTestKey(
  service: Service,
  scope: Scope,
  { id, verbs, expiresAt }: { id: string; verbs: readonly Verb[]; expiresAt?: number },
): Promise<string> {
  const token = `test-key-of-${id.replaceAll('-', '')}`
  const madeAt = service.now()
  await addApiKey(service.store.pool, scope, {
    id,
    name: 'Test',
    verbs,
    fingerprint: fingerprintOf(token),
    madeBy: 'Ann',
    madeAt,
    expiresAt: expiresAt ?? madeAt + 86_400_000,
  })
  return token
}
