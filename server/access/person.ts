import { rm } from 'node:fs/promises'
import { Failure } from '../../contract/failures.ts'
import { type CustomerId, identityOf } from '../../core/base/ids.ts'
import { identityKinds, toIdentity } from '../../core/interactions/identity.ts'
import { erasePerson as eraseStored } from '../../store/erase.ts'
import { type Import, listImports } from '../../store/imports.ts'
import { countInteractionsUnder } from '../../store/interactions.ts'
import { withWorkspaceLock } from '../../store/locks.ts'
import { findCustomer, findKnown, listRowsOf } from '../../store/person.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import { leaveReadingsBehind } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { listUploads, removeUpload } from '../../store/uploads.ts'
import { beginImport, canGoOn } from '../imports/begin-import.ts'
import { queueReadAgain } from '../live/queue.ts'
import type { Service } from '../service.ts'

export type PersonExport = {
  readonly identities: string[]
  readonly tables: Record<string, unknown[]>
}

/** Everything that is kept about whoever goes by this address, number or account. */
export async function exportPerson({ store }: Service, scope: Scope, person: string): Promise<PersonExport> {
  const customer = await findNamed(store, scope, person)
  const known = await findKnown(store.pool, scope, customer)
  return { identities: [...known.identities], tables: await listRowsOf(store.pool, scope, known) }
}

/** Whoever goes by this address, number or account, and how much is kept about them. */
export async function findPerson({ store }: Service, scope: Scope, person: string) {
  const customer = await findNamed(store, scope, person)
  const { identities } = await findKnown(store.pool, scope, customer)
  const interactions = await countInteractionsUnder(store.pool, scope, identities.map(identityOf))
  return { customer, identities: identities.length, interactions }
}

export type ErasedPerson = {
  readonly interactions: number
  readonly files: number
  /** A reading quoted them and went with them: this one is noted to take its place, and begins when it is told to. */
  readonly reading: Import | null
}

/**
 * Erases whoever goes by this address, number or account: from the store, and with them the files that were sent and not
 * removed yet, since nobody can cut one person out of those. Waits for a reading that runs.
 */
export async function erasePerson(service: Service, scope: Scope, person: string): Promise<ErasedPerson> {
  const { store } = service
  const customer = await findNamed(store, scope, person)
  if ((await listImports(store.pool, scope)).some((one) => canGoOn(one) && one.files.length > 0)) {
    throw new Failure(
      'conflict',
      'Files are being read, and this person may be in them.',
      'Wait until the import is done, then erase.',
    )
  }
  const erased = await withWorkspaceLock(store.pool, scope, {
    onWait: () => {},
    work: () =>
      inTransaction(store.pool, async (client) => {
        // Their numbers are in figures that nobody can be told to take them out of.
        await leaveReadingsBehind(client, scope)
        return eraseStored(client, scope, customer)
      }),
  })
  const files = await removeFiles(service, scope)
  const reading = erased.mustReadAgain
    ? await beginImport(service, scope, { files: [], mapping: null })
    : null
  if (reading === null) await queueReadAgain(store.pool, scope)
  return { interactions: erased.interactions, files, reading }
}

/** The customer who goes by this address, number or account. */
export async function findNamed(
  { pool }: Service['store'],
  scope: Scope,
  person: string,
): Promise<CustomerId> {
  const guesses = identityKinds.flatMap((kind) => toIdentity(kind, person) ?? [])
  const customer = await findCustomer(pool, scope, [person, ...guesses])
  if (customer === null) {
    throw new Failure(
      'notFound',
      'Nobody is known by that.',
      'Write it as the records do: an e-mail address, a telephone number or an account number.',
    )
  }
  return customer
}

async function removeFiles({ store }: Service, scope: Scope): Promise<number> {
  const uploads = await listUploads(store.pool, scope)
  for (const { id, path } of uploads) {
    await rm(path, { force: true })
    await removeUpload(store.pool, scope, id)
  }
  return uploads.length
}
