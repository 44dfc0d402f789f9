import { Readable } from 'node:stream'
import type { Guess, Mapping } from '../../core/interactions/mapping.ts'
import { guessFile } from '../../sources/guess-file.ts'
import { recordsIn } from '../../sources/receivers/mapped.ts'
import { findExample } from '../../store/connectors.ts'
import type { Scope } from '../../store/scope.ts'
import { listSetAside } from '../../store/set-aside.ts'
import type { Service } from '../service.ts'

/** Understands what came from a system that we do not know, by what came last and what could not be read; null: nothing yet. */
export async function guessConnector(
  { store }: Service,
  scope: Scope,
  { id, name, mapping }: { id: string; name: string; mapping: Mapping | null },
): Promise<Guess | null> {
  const [example, aside] = await Promise.all([
    findExample(store.pool, scope, id),
    listSetAside(store.pool, scope, { connectorId: id }),
  ])
  const raws = [...aside.rows.map(({ raw }) => raw), ...(example === null ? [] : [example])]
  const lines = [...new Set(raws.flatMap(linesOf))]
  if (lines.length === 0) return null
  const content = Buffer.from(lines.map((line) => `${line}\n`).join(''))
  const file = { name: `${name}.jsonl`, bytes: content.length, open: () => Readable.from([content]) }
  return guessFile(file, mapping ?? undefined)
}

function linesOf(raw: Uint8Array): string[] {
  const text = new TextDecoder().decode(raw)
  return documentsIn(text)
    .flatMap(recordsIn)
    .filter((record) => typeof record === 'object' && record !== null && !Array.isArray(record))
    .map((record) => JSON.stringify(record))
}

function documentsIn(text: string): unknown[] {
  try {
    return [JSON.parse(text)]
  } catch {
    return text.split('\n').flatMap(parseLine)
  }
}

function parseLine(line: string): unknown[] {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
