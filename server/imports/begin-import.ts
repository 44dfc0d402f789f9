import { randomUUID } from 'node:crypto'
import type { Mapping } from '../../core/interactions/mapping.ts'
import { addImport, findImport, type Import, listImports } from '../../store/imports.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import { hasChanged } from './has-changed.ts'
import { keptFailureSchema } from './kept-failure.ts'

export type NamedFile = { readonly name: string; readonly path: string; readonly bytes: number | null }

/**
 * Notes what is to be read. An import of the same files that was stopped in the middle is taken up again, so that it
 * ends as if nothing had happened.
 */
export async function beginImport(
  { store, now }: Pick<Service, 'store' | 'now'>,
  scope: Scope,
  { files, mapping }: { files: readonly NamedFile[]; mapping: Mapping | null },
): Promise<Import> {
  const stopped = (await listImports(store.pool, scope)).find((earlier) => isSame(earlier, files, mapping))
  if (stopped !== undefined) return stopped
  const id = randomUUID()
  await inTransaction(store.pool, (client) =>
    addImport(client, scope, {
      id,
      mapping,
      startedAt: now(),
      files: files.map(({ name, path, bytes }) => ({
        name,
        path,
        format: null,
        bytesTotal: bytes,
        context: null,
      })),
    }),
  )
  const begun = await findImport(store.pool, scope, id)
  if (begun === null) throw new Error('Our fault: an import went while it was begun')
  return begun
}

function isSame(earlier: Import, files: readonly NamedFile[], mapping: Mapping | null): boolean {
  return (
    canGoOn(earlier) &&
    JSON.stringify(earlier.mapping) === JSON.stringify(mapping) &&
    earlier.files.length === files.length &&
    earlier.files.every(
      (file, index) => file.path === files[index]?.path && !hasChanged(file, earlier.startedAt),
    )
  )
}

/** Whether it was stopped by a killed process or by the world (a full disk, a database that went away), or still runs. */
export function canGoOn({ state, failure }: Import): boolean {
  return state === 'failed' ? keptFailureSchema.parse(failure).isPassing : state !== 'done'
}
