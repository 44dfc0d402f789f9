import { Failure } from '../../contract/failures.ts'
import { mappingSchema } from '../../contract/mapping.ts'
import type { Mapping } from '../../core/interactions/mapping.ts'
import { fileOnDisk } from '../../sources/source-file.ts'
import {
  findImport,
  finishImport,
  type Import,
  type ImportFile,
  type ImportState,
  setImportState,
} from '../../store/imports.ts'
import { withWorkspaceLock } from '../../store/locks.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import { leaveReadingsBehind } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { runReading } from '../readings/run-reading.ts'
import { sayError } from '../running/say-error.ts'
import type { Service } from '../service.ts'
import { toFailure } from '../to-failure.ts'
import { hasChanged } from './has-changed.ts'
import { toKeptFailure } from './kept-failure.ts'
import { readFileInto } from './read-files.ts'
import { tellImport } from './tell-import.ts'

export type { Import }

export type OnImport = (current: Import) => void

/**
 * Brings an import to its end, from wherever it is: reads its files, then reads the workspace anew. A failure is kept
 * with the import, together with all that was read before it, and thrown.
 */
export async function runImport(
  service: Service,
  scope: Scope,
  start: Import,
  onImport: OnImport,
): Promise<Import> {
  let current = start
  const show = (change: Partial<Import>) => {
    current = { ...current, ...change }
    onImport(current)
  }
  const enterState = async (state: ImportState, step: string) => {
    show({ state, step })
    await setImportState(service.store.pool, scope, { id: start.id, state, step })
  }
  const finish = async (failure: Import['failure']) => {
    const at = service.now()
    await finishImport(service.store.pool, scope, { id: start.id, at, failure })
    show({ state: failure === null ? 'done' : 'failed', step: '', failure, finishedAt: at })
    tellImport(service, start, current)
  }
  try {
    await withWorkspaceLock(service.store.pool, scope, {
      onWait: () => show({ step: 'Waiting until another reading of this workspace is done' }),
      work: async () => {
        // Another process may have brought it to its end while this one waited.
        show((await findImport(service.store.pool, scope, start.id)) ?? {})
        if (current.state === 'done') return
        await enterState('reading', 'Reading')
        if (current.files.some(({ isDone }) => !isDone))
          await inTransaction(service.store.pool, (client) => leaveReadingsBehind(client, scope))
        const refused = await readAll(service, scope, current, (files) => show({ files }))
        if (refused !== null && current.files.every(({ rows }) => rows === 0)) throw refused
        await enterState('understanding', 'Understanding')
        await runReading(service, scope, (step) => show({ step }))
        if (refused !== null) throw refused
        await finish(null)
      },
    })
    return current
  } catch (error) {
    const failure = toFailure(error)
    if (failure.code === 'ourFault') service.log.error({ import: start.id, error: sayError(error) })
    await finish(toKeptFailure(failure)).catch(() => {})
    throw failure
  }
}

/** Reads file after file; stops at one that can't be read to its end, and says why. What came before it is kept. */
async function readAll(
  service: Service,
  scope: Scope,
  start: Import,
  onFiles: (files: readonly ImportFile[]) => void,
): Promise<Failure | null> {
  let files = start.files
  for (const file of start.files.filter(({ isDone }) => !isDone)) {
    try {
      await readOne(service, scope, { ...start, files }, file, (changed) => {
        files = changed
        onFiles(changed)
      })
    } catch (error) {
      const failure = toFailure(error)
      if (failure.code !== 'badInput') throw error
      return failure
    }
  }
  return null
}

async function readOne(
  service: Service,
  scope: Scope,
  { id, mapping, files, startedAt }: Import,
  file: ImportFile,
  onFiles: (files: readonly ImportFile[]) => void,
): Promise<void> {
  const source = fileOnDisk(file.path, file.name)
  if (hasChanged(file, startedAt)) {
    throw new Failure(
      'conflict',
      `${file.name} has changed since its reading began.`,
      'Read it as a new file; what was read of it before stays and is not doubled.',
    )
  }
  await readFileInto(
    service,
    scope,
    { importId: id, file, source, mapping: toMapping(mapping) },
    (progress) => onFiles(files.map((other) => (other.position === progress.position ? progress : other))),
  )
}

function toMapping(stored: unknown): Mapping | null {
  return stored === null ? null : mappingSchema.parse(stored)
}
