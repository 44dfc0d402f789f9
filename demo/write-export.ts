import { createWriteStream } from 'node:fs'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { csvLine } from '../core/base/csv-line.ts'
import { leaverColumns, tellLeavers } from './tell-leavers.ts'
import { demoColumns, tellStory } from './tell-story.ts'
import type { StorySettings } from './walk.ts'

export type ExportFormat = 'csv' | 'jsonl'

/** Writes the list of customers who left. */
export async function writeLeavers(settings: StorySettings, target: string | Writable): Promise<void> {
  await writeChunks(inChunks(csvLines(leaverColumns, tellLeavers(settings))), target)
}

/** Writes the story as an export; a path that ends in `.gz` is compressed. The writing waits for the target. */
export async function writeExport(
  settings: StorySettings,
  target: string | Writable,
  format: ExportFormat,
): Promise<void> {
  const chunks =
    format === 'csv' ? inChunks(csvLines(demoColumns, tellStory(settings))) : inChunks(jsonLines(settings))
  await writeChunks(chunks, target)
}

export async function writeChunks(chunks: Iterable<string>, target: string | Writable): Promise<void> {
  const source = Readable.from(chunks, { objectMode: true, highWaterMark: 2 })
  if (typeof target !== 'string') return pipeline(source, target)
  const file = createWriteStream(target)
  if (target.endsWith('.gz')) return pipeline(source, createGzip(), file)
  return pipeline(source, file)
}

export function* csvLines<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<Readonly<Record<Column, string | number | null>>>,
): Generator<string> {
  yield csvLine(columns)
  for (const row of rows) yield csvLine(columns.map((column) => row[column]))
}

export function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const line of lines) {
    chunk += line
    if (chunk.length < 65_536) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

function* jsonLines(settings: StorySettings): Generator<string> {
  for (const row of tellStory(settings)) yield `${JSON.stringify(row)}\n`
}
