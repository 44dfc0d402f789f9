import { randomUUID } from 'node:crypto'
import type { Role } from '../../contract/access.ts'
import { Failure } from '../../contract/failures.ts'
import { dayMs } from '../../core/base/time.ts'
import { addOneTimeLink, removeKeeperLinks, spendOneTimeLink } from '../../store/one-time-links.ts'
import {
  addPerson,
  belongsHereAlone,
  canSignIn,
  findEmail,
  findMember,
  findPersonByEmail,
  hasPeople,
  namePerson,
  saveMember,
  setPassword,
} from '../../store/people.ts'
import { type Client, type Connection, inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import type { Auth } from './auth.ts'
import { fingerprintOf, makeToken } from './secret.ts'
import type { Who } from './who.ts'

const linkDays = 7

/** Makes somebody a member; answers with a link to hand them when they have no way to sign in yet. */
export async function inviteMember(
  service: Pick<Service, 'store' | 'config' | 'now'>,
  scope: Scope,
  { email, name, role }: { email: string; name: string; role: Role },
): Promise<string | null> {
  return inTransaction(service.store.pool, async (client) => {
    const known = await findPersonByEmail(client, email)
    const id = known?.id ?? randomUUID()
    if (known?.isKeeper && role !== 'admin') {
      throw new Failure(
        'conflict',
        `${known.name} runs this server and is an admin in every workspace.`,
        'Let them in under another address for another role.',
      )
    }
    if (known === null) await addPerson(client, { id, name, email, isKeeper: false })
    await saveMember(client, scope, { personId: id, role, at: service.now() })
    const mayHandOut = await belongsHereAlone(client, scope, id)
    return (await canSignIn(client, id)) || !mayHandOut ? null : makeLink(service, client, id)
  })
}

/** For the terminal at the start: lets the first keeper in; null once there is somebody. */
export async function makeKeeperLink(
  service: Pick<Service, 'store' | 'config' | 'now'>,
): Promise<string | null> {
  if (await hasPeople(service.store.pool)) return null
  return inTransaction(service.store.pool, (client) => makeLink(service, client, null))
}

/**
 * For a member who lost their password. A link makes whoever opens it that person, everywhere: an admin hands one out only for
 * somebody who is nothing elsewhere; for others, and for keepers, a keeper does.
 */
export async function makeMemberLink(
  service: Pick<Service, 'store' | 'config' | 'now'>,
  scope: Scope,
  { personId, who }: { personId: string; who: Who },
): Promise<string> {
  const { pool } = service.store
  const member = await findMember(pool, scope, personId)
  if (member === null) throw new Failure('notFound', 'There is no such member.', 'Choose one from the list.')
  const isByKeeper = who.kind === 'person' && who.isKeeper
  if (!isByKeeper && !(await belongsHereAlone(pool, scope, personId))) {
    throw new Failure(
      'notAllowed',
      `${member.name} works in other workspaces too, or runs this server: their link opens those as well.`,
      'Ask the keeper for it.',
    )
  }
  return makeLink(service, pool, personId)
}

/** For whoever runs the machine, at its command line: a new way in for anybody who lost theirs. */
export async function makeLinkFor(
  service: Pick<Service, 'store' | 'config' | 'now'>,
  email: string,
): Promise<string> {
  const person = await findPersonByEmail(service.store.pool, email)
  if (person === null) {
    throw new Failure('notFound', `Nobody has the address ${email} here.`, 'Write the one they sign in with.')
  }
  return makeLink(service, service.store.pool, person.id)
}

async function makeLink(
  { config, now }: Pick<Service, 'config' | 'now'>,
  client: Client,
  personId: string | null,
): Promise<string> {
  const token = makeToken()
  const expiresAt = now() + linkDays * dayMs
  await addOneTimeLink(client, { fingerprint: fingerprintOf(token), personId, expiresAt })
  // Behind the hash, so that no server and no log on the way sees it.
  return `${config.access.url ?? ''}/welcome#${token}`
}

export type Opening = {
  readonly token: string
  /** Null where they keep the one they have. */
  readonly name: string | null
  readonly email: string | null
  readonly password: string
}

/** Spends a link on a person with a password; whatever opened before by the one they had is closed. Returns the address to sign in with. */
export async function openLink(
  { store, now }: Pick<Service, 'store' | 'now'>,
  auth: Auth,
  { token, name, email, password }: Opening,
): Promise<string> {
  const { password: passwords } = await auth.$context
  const hash = await passwords.hash(password)
  return inTransaction(store.pool, async (client) => {
    const link = await spendOneTimeLink(client, { fingerprint: fingerprintOf(token), at: now() })
    if (link === null) {
      throw new Failure('notFound', 'This link was used before, or it is too old.', 'Ask for a new one.')
    }
    const personId = link.personId ?? (await addKeeper(client, { name, email }))
    if (name !== null) await namePerson(client, { id: personId, name })
    await setPassword(client, { personId, hash, at: now() })
    return findEmail(client, personId)
  })
}

async function addKeeper(
  client: Connection,
  { name, email }: { name: string | null; email: string | null },
): Promise<string> {
  if (name === null || email === null) {
    throw new Failure(
      'badInput',
      'The first one in needs a name, and an address to sign in with.',
      'Say your name and your e-mail address.',
    )
  }
  if ((await findPersonByEmail(client, email)) !== null) {
    throw new Failure('conflict', 'Somebody has this address already.', 'Take another one.')
  }
  const id = randomUUID()
  await addPerson(client, { id, name, email, isKeeper: true })
  await removeKeeperLinks(client)
  return id
}
