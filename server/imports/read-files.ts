import { Failure } from '../../contract/failures.ts'
import type { Guess, Mapping } from '../../core/interactions/mapping.ts'
import { guessFile } from '../../sources/guess-file.ts'
import { type Batch, readSource } from '../../sources/read-source.ts'
import type { SourceFile } from '../../sources/source-file.ts'
import { saveIdentityLinks } from '../../store/identities.ts'
import { type ImportFile, saveFileProgress } from '../../store/imports.ts'
import { saveInteractions } from '../../store/interactions.ts'
import { type Connection, inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { saveSetAside } from '../../store/set-aside.ts'
import type { Service } from '../service.ts'
import { linksOf, placeFacts } from './place-facts.ts'

const batchRows = 5000

export type FileReading = {
  readonly importId: string
  readonly file: ImportFile
  readonly source: SourceFile
  /** Null: guess it. */
  readonly mapping: Mapping | null
}

/**
 * Reads one file into facts, batch by batch. Each batch is kept together with the note of how far the file is, so that
 * a reading killed at any point goes on behind its last batch and ends with the same facts.
 */
export async function readFileInto(
  { store, now }: Pick<Service, 'store' | 'now'>,
  scope: Scope,
  { importId, file, source, mapping }: FileReading,
  onProgress: (file: ImportFile) => void,
): Promise<ImportFile> {
  const guess = await guessFile(source, mapping ?? undefined)
  mustBeAnswered(guess)
  let progress: ImportFile = { ...file, format: guess.format, bytesTotal: source.bytes, context: guess }
  const keep = (batch: Batch, current: ImportFile) =>
    inTransaction(store.pool, async (client) => {
      const next = await keepBatch(client, scope, importId, current, batch)
      await saveFileProgress(client, scope, { importId, ...next })
      return next
    })
  // The next batch is parsed while this one is being stored.
  let storing: Promise<ImportFile> = Promise.resolve(progress)
  for await (const batch of readSource(source, guess, { afterRows: file.rows, batchRows, now: now() })) {
    progress = await storing
    onProgress(progress)
    storing = keep(batch, progress)
    storing.catch(() => {})
  }
  progress = { ...(await storing), isDone: true }
  await inTransaction(store.pool, (client) => saveFileProgress(client, scope, { importId, ...progress }))
  onProgress(progress)
  return progress
}

/** A question whose answer nobody can assume stops the reading: wrong numbers would look right. */
function mustBeAnswered({ questions, file }: Guess): void {
  const open = questions.find(({ assumed }) => assumed === null)
  if (open === undefined) return
  throw new Failure(
    'badInput',
    `${file}: ${open.question}`,
    `Say so in a mapping file (--map) or on the Sources page. Possible: ${open.options.join(', ')}.`,
  )
}

async function keepBatch(
  client: Connection,
  scope: Scope,
  importId: string,
  file: ImportFile,
  batch: Batch,
): Promise<ImportFile> {
  const facts = await placeFacts(client, scope, batch.facts)
  const { saved, duplicates, conflicting } = await saveInteractions(client, scope, facts)
  await saveIdentityLinks(client, scope, linksOf(batch.facts))
  const setAside = [...batch.setAside, ...conflicting.map((index) => contradiction(facts[index]))]
  await saveSetAside(client, scope, { importId, rows: setAside.map((row) => ({ file: file.name, ...row })) })
  return {
    ...file,
    rows: batch.rows,
    interactions: file.interactions + saved,
    duplicates: file.duplicates + duplicates,
    stateOnly: file.stateOnly + batch.stateOnly,
    setAside: file.setAside + setAside.length,
    bytesDone: batch.bytes,
  }
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
