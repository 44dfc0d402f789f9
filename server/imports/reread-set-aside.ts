import { guessSchema } from '../../contract/mapping.ts'
import type { Mapping } from '../../core/interactions/mapping.ts'
import { layoutOf } from '../../sources/read-source.ts'
import { rereadRows } from '../../sources/reread-rows.ts'
import {
  findImport,
  type Import,
  type ImportFile,
  saveFileProgress,
  setImportState,
} from '../../store/imports.ts'
import { withWorkspaceLock } from '../../store/locks.ts'
import { type Connection, inTransaction } from '../../store/postgres/client.ts'
import { leaveReadingsBehind } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { markSetAsideRead, type StoredSetAside, streamSetAside } from '../../store/set-aside.ts'
import type { Service } from '../service.ts'
import { goOn } from './import-queue.ts'
import { keepFacts } from './keep-facts.ts'

export type Mend = {
  readonly importId: string
  /** Null: as the import read it. */
  readonly mapping: Mapping | null
  readonly mended: readonly { readonly id: string; readonly raw: string }[]
}

/**
 * Reads the rows that an import set aside once more, under another mapping or with mended bytes. What can be read now
 * becomes facts, all or nothing; what still can't stays set aside. The workspace is then read anew in the background.
 */
export async function rereadInto(service: Service, scope: Scope, mend: Mend): Promise<Import> {
  const { pool } = service.store
  await withWorkspaceLock(pool, scope, { onWait: () => {}, work: () => rereadAll(service, scope, mend) })
  goOn(service, scope, mend.importId)
  return findOrFail(service, scope, mend.importId)
}

async function rereadAll(service: Service, scope: Scope, mend: Mend): Promise<void> {
  const { pool } = service.store
  const found = await findOrFail(service, scope, mend.importId)
  await inTransaction(pool, (client) => leaveReadingsBehind(client, scope))
  await inTransaction(pool, async (reading) => {
    await inTransaction(pool, async (writing) => {
      let files = found.files
      for await (const rows of streamSetAside(reading, scope, { importId: mend.importId })) {
        for (const [name, own] of Map.groupBy(rows, ({ file }) => file)) {
          const file = files.find((candidate) => candidate.name === name && candidate.context !== null)
          if (file === undefined) continue
          const read = await rereadOfFile(writing, scope, { file, rows: own, mend, now: service.now() })
          files = files.map((other) => (other.position === read.position ? read : other))
        }
      }
      for (const file of files) await saveFileProgress(writing, scope, { importId: mend.importId, ...file })
      await setImportState(writing, scope, {
        id: mend.importId,
        state: 'understanding',
        step: 'Understanding',
      })
    })
  })
}

async function findOrFail({ store }: Service, scope: Scope, id: string): Promise<Import> {
  const found = await findImport(store.pool, scope, id)
  if (found === null) throw new Error(`Our fault: import ${id} went while it was mended`)
  return found
}

type FileMend = { file: ImportFile; rows: readonly StoredSetAside[]; mend: Mend; now: number }

async function rereadOfFile(
  client: Connection,
  scope: Scope,
  { file, rows, mend, now }: FileMend,
): Promise<ImportFile> {
  const guess = guessSchema.parse(file.context)
  let { interactions, duplicates, setAside } = file
  for (const row of rows) {
    const raw = mend.mended.find(({ id }) => id === String(row.id))?.raw
    const given = { line: row.line, raw: raw === undefined ? row.raw : new TextEncoder().encode(raw) }
    for await (const batch of rereadRows([given], layoutOf(guess), mend.mapping ?? guess.mapping, now)) {
      if (batch.setAside.length > 0 || batch.facts.length === 0) continue
      const { saved, duplicates: known, conflicting } = await keepFacts(client, scope, batch.facts)
      if (conflicting.length > 0) continue
      await markSetAsideRead(client, scope, [row.id])
      interactions += saved.size
      duplicates += known
      setAside -= 1
    }
  }
  return { ...file, interactions, duplicates, setAside }
}
