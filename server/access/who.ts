import { isVerb, may, type Role, roles, type Verb, whyMayNot } from '../../contract/access.ts'
import { Failure } from '../../contract/failures.ts'
import { findHeldKey } from '../../store/api-keys.ts'
import { findMemberRole, hasPeople } from '../../store/people.ts'
import { isSigned, whoSigned } from '../panel/who-signed.ts'
import type { Service } from '../service.ts'
import { askTogether } from './ask-together.ts'
import type { Auth } from './auth.ts'
import { isLoopback } from './loopback.ts'
import { fingerprintOf } from './secret.ts'

/** Who asks. The machine: whoever sits at it, while nobody has signed up. */
export type Who =
  | { readonly kind: 'machine' }
  | Person
  | {
      readonly kind: 'key'
      readonly id: string
      readonly name: string
      readonly verbs: readonly Verb[]
      readonly workspaceId: number
    }

export type Person = {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isKeeper: boolean
  readonly hasSecondFactor: boolean
  /** The workspace whose other help desk vouches for them; null: they signed in here. */
  readonly panelOf: number | null
}

/** What a person may do comes from their role; what a key may do was said when it was made. */
export type Rights = Role | readonly Verb[]

export function nameOf(who: Who): string {
  return who.kind === 'machine' ? 'this machine' : who.name
}

/** Finds out who sent a request; null when it does not show. A key or session that does not hold is refused. */
export function whoAsks(service: Service, auth: Auth): (headers: Headers) => Promise<Who | null> {
  const { store, now } = service
  const isOpenNow = askTogether(() => isOpen(service))
  const heldKey = askTogether((token) =>
    findHeldKey(store.pool, { fingerprint: fingerprintOf(token), at: now() }),
  )
  const signed = askTogether((token) => whoSigned(service, token))
  const findBearer = async (named: string) => {
    const [, token = ''] = /^Bearer ([\w.-]{20,2000})$/i.exec(named) ?? []
    return isSigned(token) ? signed(token) : findKey(heldKey, token)
  }
  return async (headers) => {
    const named = headers.get('authorization')
    if (named !== null) return findBearer(named)
    const found = headers.has('cookie') ? await auth.api.getSession({ headers }) : null
    if (found !== null) {
      const { id, name, email, isKeeper, twoFactorEnabled } = found.user
      return {
        kind: 'person',
        id,
        name,
        email,
        isKeeper: isKeeper === true,
        hasSecondFactor: twoFactorEnabled === true,
        panelOf: null,
      }
    }
    return (await isOpenNow('')) ? { kind: 'machine' } : null
  }
}

/** On loopback, until somebody has signed up. */
export async function isOpen({ config, store }: Pick<Service, 'config' | 'store'>): Promise<boolean> {
  return isLoopback(config.host) && !(await hasPeople(store.pool))
}

async function findKey(
  heldKey: (token: string) => ReturnType<typeof findHeldKey>,
  token: string,
): Promise<Who> {
  const key = /^[\w-]{20,100}$/.test(token) ? await heldKey(token) : null
  if (key === null) {
    throw new Failure(
      'notSignedIn',
      'This key opens nothing: it is unknown, expired or revoked.',
      'Send “Authorization: Bearer …” with a key from the settings.',
    )
  }
  return { kind: 'key', ...key, verbs: key.verbs.filter(isVerb) }
}

/** What they may in a workspace; null when they have nothing to do there. */
export async function findRights(service: Service, who: Who, workspaceId: number): Promise<Rights | null> {
  switch (who.kind) {
    case 'machine':
      return 'admin'
    case 'key':
      return who.workspaceId === workspaceId ? who.verbs : null
    case 'person': {
      if (who.panelOf !== null && who.panelOf !== workspaceId) return null
      if (who.isKeeper) return 'admin'
      const stored = await findMemberRole(service.store.pool, { personId: who.id, workspaceId })
      return roles.find((role) => role === stored) ?? null
    }
    default:
      return who satisfies never
  }
}

/** What the word of another help desk opens, whatever the person may do when they sign in here. */
const panelVerbs: readonly Verb[] = ['see', 'know', 'correct', 'draft', 'desk']

/** Why they may not; null when they may. */
export function whyNot(who: Who, rights: Rights, verb: Verb): string | null {
  if (typeof rights !== 'string') {
    return rights.includes(verb) ? null : `This key is not for that: it may ${rights.join(', ')}.`
  }
  if (who.kind === 'person' && who.panelOf !== null && !panelVerbs.includes(verb)) {
    return 'The side panel is for the desk alone: open Outside-In itself for this.'
  }
  if (who.kind !== 'machine') return may(rights, verb) ? null : whyMayNot(rights, verb)
  if (verb === 'administer') {
    return 'Nobody has signed up yet: open the link that the server prints at its start, then manage people and keys.'
  }
  return verb === 'know' ? 'Without sign-in everybody is masked.' : null
}
