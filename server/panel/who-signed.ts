import { decode, verify } from 'hono/jwt'
import { Failure } from '../../contract/failures.ts'
import { longestPanelSeconds, type PanelClaims, panelClaimsSchema } from '../../contract/panel.ts'
import { findPersonByEmail } from '../../store/people.ts'
import { mintScope } from '../../store/scope.ts'
import { findWorkspaceByName } from '../../store/workspaces.ts'
import type { Person } from '../access/who.ts'
import type { Service } from '../service.ts'
import { findPanelSecret } from './panel-secret.ts'

/** Whom a help desk vouches for: one person, in one workspace. Refuses what is forged, expired, or of nobody here. */
export async function whoSigned(
  { store, config, now }: Pick<Service, 'store' | 'config' | 'now'>,
  token: string,
): Promise<Person> {
  const claims = readClaims(token)
  const workspace = claims && (await findWorkspaceByName(store.pool, claims.workspace))
  if (claims === null || workspace === null) throw notSigned()
  const secret = await findPanelSecret(store.pool, config, mintScope(workspace.id))
  if (secret === null || !(await isSignedWith(token, secret))) throw notSigned()
  const secondsLeft = claims.exp - now() / 1000
  if (secondsLeft <= 0) {
    throw new Failure('notSignedIn', 'The side panel was open for too long.', 'Open the ticket again.')
  }
  if (secondsLeft > longestPanelSeconds) {
    throw new Failure('notSignedIn', 'The signature holds for too long.', 'Have it end within twelve hours.')
  }
  const person = await findPersonByEmail(store.pool, claims.email)
  if (person === null) {
    throw new Failure(
      'notSignedIn',
      `Nobody here has the address ${claims.email}.`,
      'Ask an admin to let you in.',
    )
  }
  return { kind: 'person', ...person, isKeeper: false, hasSecondFactor: false, panelOf: workspace.id }
}

/** A key has no dot in it, a signed token two. */
export function isSigned(token: string): boolean {
  return token.includes('.')
}

/** What a token claims, before anybody has looked at its signature. */
function readClaims(token: string): PanelClaims | null {
  try {
    return panelClaimsSchema.safeParse(decode(token).payload).data ?? null
  } catch {
    return null
  }
}

/** The time is looked at apart, by the server's clock. */
async function isSignedWith(token: string, secret: string): Promise<boolean> {
  const options = { alg: 'HS256', exp: false, nbf: false, iat: false } as const
  return verify(token, secret, options).then(
    () => true,
    () => false,
  )
}

function notSigned(): Failure {
  return new Failure(
    'notSignedIn',
    'This was not signed with the secret of this workspace’s side panel.',
    'Compare the secret in the other help desk with the settings here, or make a new one.',
  )
}
