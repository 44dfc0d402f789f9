import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { refusal } from './refusal.ts'

/** A file that can be opened as often as needed: once to be understood, once to be read, again to resume. */
export type SourceFile = {
  readonly name: string
  readonly bytes: number | null
  open(): Readable
}

export function fileOnDisk(path: string, name = basename(path)): SourceFile {
  const bytes = sizeOf(path)
  return { name, bytes, open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) }
}

/** Standard input flows by once, so it is written to `path` first; the caller removes that file when done. */
export async function standardInput(input: Readable, path: string): Promise<SourceFile> {
  await pipeline(input, createWriteStream(path, { mode: 0o600 }))
  return fileOnDisk(path, 'standard input')
}

function sizeOf(path: string): number {
  try {
    const found = statSync(path)
    if (found.isFile()) return found.size
  } catch (error) {
    throw refusal(
      `${path} cannot be opened: ${sayError(error)}.`,
      'Check the path and who may read the file.',
    )
  }
  throw refusal(`${path} is not a file.`, 'Name the files to read one by one.')
}

function sayError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EACCES') return 'reading it is not allowed'
  return error instanceof Error ? error.message : String(error)
}
