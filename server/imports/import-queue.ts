import { findImport, type Import } from '../../store/imports.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import { runImport } from './run-import.ts'

/** Imports that this process is working on, as they stand right now; their last checkpoint is in the store. */
const running = new Map<string, Import>()

/** Brings an import to its end in the background. Whatever stops it is kept with the import. */
export function goOn(service: Service, scope: Scope, id: string): void {
  void (async () => {
    const found = await findImport(service.store.pool, scope, id)
    if (found === null || running.has(id)) return
    running.set(id, found)
    await runImport(service, scope, found, (current) => running.set(id, current))
  })()
    .catch(() => {})
    .finally(() => running.delete(id))
}

/** The import as it stands: from memory while it runs here, from the store otherwise. */
export function asItStands(stored: Import): Import {
  return running.get(stored.id) ?? stored
}
