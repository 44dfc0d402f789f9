import { rm } from 'node:fs/promises'
import { dayMs } from '../../core/base/time.ts'
import { listImports } from '../../store/imports.ts'
import type { Scope } from '../../store/scope.ts'
import { listUploads, removeUpload } from '../../store/uploads.ts'
import type { Service } from '../service.ts'
import { canGoOn } from './begin-import.ts'

/**
 * Removes the uploaded files that nothing needs any more: those of an import that has come to its end, and those that
 * nobody has asked to read for a day. What was set aside of them is kept in the store.
 */
export async function forgetUploads({ store, now }: Service, scope: Scope): Promise<void> {
  const imports = await listImports(store.pool, scope)
  const pathsOf = (chosen: typeof imports) =>
    new Set(chosen.flatMap(({ files }) => files.map(({ path }) => path)))
  const read = pathsOf(imports.filter((one) => !canGoOn(one)))
  const needed = pathsOf(imports.filter(canGoOn))
  for (const { id, path, createdAt } of await listUploads(store.pool, scope)) {
    if (needed.has(path) || !(read.has(path) || now() - createdAt > dayMs)) continue
    await rm(path, { force: true })
    await removeUpload(store.pool, scope, id)
  }
}
