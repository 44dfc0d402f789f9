import type { Batch } from '../../sources/read-source.ts'
import { type ImportFile, saveFileProgress } from '../../store/imports.ts'
import type { Store } from '../../store/open.ts'
import { inTransaction, withoutWaiting } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { saveSetAside } from '../../store/set-aside.ts'
import { keepFacts } from './keep-facts.ts'

export type BatchToKeep = {
  readonly importId: string
  /** How far the file was before this batch. */
  readonly file: ImportFile
  readonly batch: Batch
}

/**
 * Keeps a batch together with the note of how far the file is, all or nothing. It does not wait for the disk: a power
 * cut may take the last batches with their notes, and the reading goes on before them. Who ends the file waits.
 */
export async function keepBatch(
  { pool }: Pick<Store, 'pool'>,
  scope: Scope,
  { importId, file, batch }: BatchToKeep,
): Promise<ImportFile> {
  return inTransaction(pool, async (client) => {
    await withoutWaiting(client)
    const { facts, saved, duplicates, conflicting } = await keepFacts(client, scope, batch.facts)
    const setAside = [...batch.setAside, ...conflicting.map((index) => contradiction(facts[index]))]
    await saveSetAside(client, scope, {
      importId,
      rows: setAside.map((row) => ({ file: file.name, ...row })),
    })
    const kept = {
      ...file,
      rows: batch.rows,
      interactions: file.interactions + saved.size,
      duplicates: file.duplicates + duplicates,
      stateOnly: file.stateOnly + batch.stateOnly,
      setAside: file.setAside + setAside.length,
      bytesDone: batch.bytes,
    }
    await saveFileProgress(client, scope, { importId, ...kept })
    return kept
  })
}

/** The row was understood, so what is kept is the fact itself, as read. */
function contradiction(fact: { interaction: { externalId: string; sequence: number } } | undefined) {
  return {
    line: fact?.interaction.sequence ?? null,
    reason: 'same id, other content',
    detail: `The id ${fact?.interaction.externalId} is known with other content. Correct one of the two, then read it again.`,
    raw: new TextEncoder().encode(JSON.stringify(fact?.interaction)),
  }
}
