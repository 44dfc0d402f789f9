import { findImport, type Import } from '../../store/imports.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import { forgetUploads } from './forget-uploads.ts'
import { runImport } from './run-import.ts'

/** Imports that this process is working on, as they stand right now; their last checkpoint is in the store. */
const running = new Map<string, Import>()
/** The end of what was last asked of each import: it may be asked for again before it ends. */
const ends = new Map<string, Promise<void>>()

/** Brings an import to its end in the background. Whatever stops it is kept with the import. */
export function goOn(service: Service, scope: Scope, id: string): void {
  const end = (ends.get(id) ?? Promise.resolve())
    .then(() => bringToEnd(service, scope, id))
    // What stopped it is kept with the import, or the store is closed and the next start goes on with it.
    .catch(() => {})
    .finally(() => {
      running.delete(id)
      if (ends.get(id) === end) ends.delete(id)
    })
  ends.set(id, end)
}

async function bringToEnd(service: Service, scope: Scope, id: string): Promise<void> {
  const found = await findImport(service.store.pool, scope, id)
  if (found === null || found.state === 'done') return
  running.set(id, found)
  await runImport(service, scope, found, (current) => {
    if (current.state === 'done' || current.state === 'failed') running.delete(id)
    else running.set(id, current)
  })
  await forgetUploads(service, scope)
}

/** The import as it stands: from memory while it runs here, from the store otherwise. */
export function asItStands(stored: Import): Import {
  return running.get(stored.id) ?? stored
}
