import { Failure } from '../../contract/failures.ts'
import type { Guess, Mapping } from '../../core/interactions/mapping.ts'
import { guessFile } from '../../sources/guess-file.ts'
import { readSource } from '../../sources/read-source.ts'
import type { SourceFile } from '../../sources/source-file.ts'
import { type ImportFile, saveFileProgress } from '../../store/imports.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import { keepBatch } from './keep-batch.ts'
import { keepInTurns } from './keep-in-turns.ts'
import type { KeepingOrder } from './keeping-worker.ts'

const batchRows = 5000
/** A smaller file is kept before two threads have started. */
const bytesForThreads = 8_000_000

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
  service: Pick<Service, 'config' | 'store' | 'now'>,
  scope: Scope,
  { importId, file, source, mapping }: FileReading,
  onProgress: (file: ImportFile) => void,
): Promise<ImportFile> {
  const guess = await guessFile(source, mapping ?? undefined)
  mustBeAnswered(guess)
  const start: ImportFile = { ...file, format: guess.format, bytesTotal: source.bytes, context: guess }
  const order = { scope, importId, file: start, guess, batchRows, now: service.now() }
  const kept =
    (source.bytes ?? 0) < bytesForThreads
      ? await keepHere(service, source, order, onProgress)
      : await keepInTurns({ ...order, connection: service.store.connection }, onProgress)
  const done = { ...kept, isDone: true }
  await inTransaction(service.store.pool, (client) => saveFileProgress(client, scope, { importId, ...done }))
  onProgress(done)
  return done
}

async function keepHere(
  { store }: Pick<Service, 'store'>,
  source: SourceFile,
  { scope, importId, file, guess, ...options }: Omit<KeepingOrder, 'connection' | 'turn'>,
  onProgress: (file: ImportFile) => void,
): Promise<ImportFile> {
  let kept = file
  for await (const batch of readSource(source, guess, { ...options, afterRows: file.rows })) {
    kept = await keepBatch(store, scope, { importId, file: kept, batch })
    onProgress(kept)
  }
  return kept
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
