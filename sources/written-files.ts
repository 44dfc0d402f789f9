import { Readable } from 'node:stream'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import type { Mapping } from '../core/interactions/mapping.ts'
import { guessFile } from './guess-file.ts'
import { type Batch, readSource, type SetAsideRow } from './read-source.ts'
import type { SourceFile } from './source-file.ts'

/** Files written by tests, in memory. */

export function aFile(name: string, content: string | Uint8Array, pieceBytes = 64 * 1024): SourceFile {
  const bytes = Buffer.from(content)
  return { name, bytes: bytes.length, open: () => Readable.from(piecesOf(bytes, pieceBytes)) }
}

export function aGzip(name: string, content: string | Uint8Array): SourceFile {
  return aFile(name, gzipSync(content))
}

function* piecesOf(bytes: Buffer, size: number): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

/** A workbook with one sheet a table; a cell is text, a number, or `{ f }` for a formula saved without a result. */
export type WrittenCell =
  | string
  | number
  | { readonly v: number; readonly s: number }
  | { readonly f: string }

export function aWorkbook(sheets: Readonly<Record<string, readonly (readonly WrittenCell[])[]>>): Buffer {
  const names = Object.keys(sheets)
  const members: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${name}" r:id="r${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="21"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  }
  names.forEach((name, at) => {
    members[`xl/worksheets/sheet${at}.xml`] = sheetXml(sheets[name] ?? [])
  })
  return aZip(members)
}

function sheetXml(rows: readonly (readonly WrittenCell[])[]): string {
  const written = rows.map((cells, row) => {
    const inner = cells.map((cell, at) => cellXml(cell, `${String.fromCharCode(65 + at)}${row + 1}`)).join('')
    return `<row r="${row + 1}">${inner}</row>`
  })
  return `<worksheet><sheetData>${written.join('')}</sheetData></worksheet>`
}

function cellXml(cell: WrittenCell, name: string): string {
  if (typeof cell === 'string') return `<c r="${name}" t="inlineStr"><is><t>${cell}</t></is></c>`
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`
  if ('f' in cell) return `<c r="${name}"><f>${cell.f}</f></c>`
  return `<c r="${name}" s="${cell.s}"><v>${cell.v}</v></c>`
}

export function aZip(members: Readonly<Record<string, string | Buffer>>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(members)) {
    const content = Buffer.from(text)
    const packed = deflateRawSync(content)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name)])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, Buffer.from(name)]),
    )
    local.push(header, packed)
    offset += header.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

export const testNow = Date.UTC(2026, 0, 1)

/** Guesses and reads a whole file. */
export async function readAll(file: SourceFile, override?: Mapping, afterRows = 0, batchRows = 1000) {
  const guess = await guessFile(file, override)
  const batches: Batch[] = []
  let failure: unknown = null
  try {
    for await (const batch of readSource(file, guess, { afterRows, batchRows, now: testNow }))
      batches.push(batch)
  } catch (error) {
    failure = error
  }
  const facts = batches.flatMap((batch) => batch.facts)
  const setAside: SetAsideRow[] = batches.flatMap((batch) => [...batch.setAside])
  return {
    guess,
    batches,
    failure,
    facts,
    interactions: facts.map(({ interaction }) => interaction),
    setAside,
    stateOnly: batches.reduce((sum, batch) => sum + batch.stateOnly, 0),
    rows: batches.at(-1)?.rows ?? 0,
  }
}
