import { Failure } from '../../contract/failures.ts'
import { saveBackup } from '../../server/backup/save-backup.ts'
import { parseArguments } from '../arguments.ts'
import type { ExitCode } from '../main.ts'
import { openKept } from '../open-kept.ts'
import { endProgress, explain, showProgress } from '../terminal.ts'

const options = { data: { type: 'string' } } as const
const bytesPerMegabyte = 1_000_000

export async function runBackup(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArguments('backup', args, options)
  const path = theOneFile(positionals, 'backup')
  const service = await openKept(values.data)
  try {
    const count = countTables()
    const bytes = await saveBackup(service, path, count.onTable).finally(endProgress)
    explain(
      `Kept ${count.say()} of ${service.store.place} in ${path} (${(bytes / bytesPerMegabyte).toFixed(1)} MB).`,
      'Files that were uploaded and not read yet are not part of it.',
    )
  } finally {
    await service.store.close()
  }
  return 0
}

export function theOneFile(positionals: readonly string[], command: string): string {
  const [path, ...others] = positionals
  if (path !== undefined && others.length === 0) return path
  throw new Failure('badInput', 'Name one file.', `outside-in ${command} FILE`)
}

/** Shows table by table on a terminal, and sums up. */
export function countTables() {
  let rows = 0
  let tables = 0
  return {
    onTable: (table: string, more: number) => {
      rows += more
      tables++
      showProgress(`${table}: ${more.toLocaleString('en-US')} rows`)
    },
    say: () => `${rows.toLocaleString('en-US')} rows of ${tables} tables`,
  }
}
