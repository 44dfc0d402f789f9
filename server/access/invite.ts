import { randomUUID } from 'node:crypto'
import type { Role } from '../../contract/access.ts'
import { Failure } from '../../contract/failures.ts'
import { dayMs } from '../../core/base/time.ts'
import { addOneTimeLink, removeKeeperLinks, spendOneTimeLink } from '../../store/one-time-links.ts'
import {
  addPerson,
  canSignIn,
  findPersonByEmail,
  hasPeople,
  namePerson,
  saveMember,
} from '../../store/people.ts'
import { type Connection, inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import type { Auth } from './auth.ts'
import { fingerprintOf, makeToken } from './secret.ts'

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
    if (known === null) await addPerson(client, { id, name, email, isKeeper: false })
    await saveMember(client, scope, { personId: id, role, at: service.now() })
    return (await canSignIn(client, id)) ? null : makeLink(service, client, id)
  })
}

/** For the terminal at the start: lets the first keeper in; null once there is somebody. */
export async function makeKeeperLink(
  service: Pick<Service, 'store' | 'config' | 'now'>,
): Promise<string | null> {
  if (await hasPeople(service.store.pool)) return null
  return inTransaction(service.store.pool, (client) => makeLink(service, client, null))
}

/** For whoever runs the machine: a new way in for somebody who lost theirs. */
export async function makeLink(
  { config, now }: Pick<Service, 'config' | 'now'>,
  client: Connection,
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
  readonly name: string
  readonly email: string | null
  readonly password: string
}

/** Spends a link on a person with a password. Returns the address to sign in with. */
export async function openLink(
  { store, now }: Pick<Service, 'store' | 'now'>,
  auth: Auth,
  { token, name, email, password }: Opening,
): Promise<string> {
  const { password: passwords, internalAdapter } = await auth.$context
  const hash = await passwords.hash(password)
  const person = await inTransaction(store.pool, async (client) => {
    const link = await spendOneTimeLink(client, { fingerprint: fingerprintOf(token), at: now() })
    if (link === null) {
      throw new Failure('notFound', 'This link was used before, or it is too old.', 'Ask for a new one.')
    }
    if (link.personId !== null) {
      await namePerson(client, { id: link.personId, name })
      return link.personId
    }
    return addKeeper(client, { name, email })
  })
  const account = { userId: person, providerId: 'credential', accountId: person, password: hash }
  await internalAdapter.createAccount(account)
  const found = await internalAdapter.findUserById(person)
  return found?.email ?? ''
}

async function addKeeper(
  client: Connection,
  { name, email }: { name: string; email: string | null },
): Promise<string> {
  if (email === null) {
    throw new Failure(
      'badInput',
      'The first one in needs an address to sign in with.',
      'Say your e-mail address.',
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
