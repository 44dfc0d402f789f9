import { Failure } from '../../contract/failures.ts'
import { ownWorkspace } from '../../contract/own-workspace.ts'
import { csvLine, withoutFormula } from '../../core/base/csv-line.ts'
import { type ExportRow, exportKindSchema, exportKinds } from '../../server/exports/export-rows.ts'
import { streamExport } from '../../server/exports/stream-export.ts'
import { enterByName } from '../../server/gate.ts'
import { parseArguments, storeOptions } from '../arguments.ts'
import type { ExitCode } from '../main.ts'
import { openKept } from '../open-kept.ts'
import { print } from '../terminal.ts'

const options = { ...storeOptions, format: { type: 'string' } } as const

export async function runExport(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArguments('export', args, options)
  const kind = exportKindSchema.safeParse(positionals[0])
  if (!kind.success || positionals.length > 1) {
    throw new Failure('badInput', 'Say what to export.', `One of: ${exportKinds.join(', ')}.`)
  }
  const format = values.format ?? 'csv'
  if (format !== 'csv' && format !== 'jsonl') {
    throw new Failure('badInput', `There is no format “${format}”.`, 'Use --format csv or --format jsonl.')
  }
  const service = await openKept(values.data)
  try {
    const scope = await enterByName(service, values.workspace ?? ownWorkspace)
    const toLine = format === 'csv' ? csvWriter() : (row: ExportRow) => `${JSON.stringify(row)}\n`
    let piece = ''
    for await (const row of streamExport(service, scope, kind.data)) {
      piece += toLine(row)
      if (piece.length < 65_536) continue
      await print(piece)
      piece = ''
    }
    await print(piece)
  } finally {
    await service.store.close()
  }
  return 0
}

/** Writes the header before the first row. */
function csvWriter(): (row: ExportRow) => string {
  let isFirst = true
  return (row) => {
    const header = isFirst ? csvLine(Object.keys(row)) : ''
    isFirst = false
    return header + csvLine(Object.values(row).map(withoutFormula))
  }
}
