import { toIso } from '../../core/base/time.ts'
import { restoreBackup } from '../../server/backup/restore-backup.ts'
import { readConfig } from '../../server/config.ts'
import { parseArguments } from '../arguments.ts'
import type { ExitCode } from '../main.ts'
import { endProgress, explain } from '../terminal.ts'
import { countTables, theOneFile } from './backup.ts'

const options = { data: { type: 'string' } } as const

export async function runRestore(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArguments('restore', args, options)
  const path = theOneFile(positionals, 'restore')
  const count = countTables()
  const config = readConfig(process.env, { data: values.data })
  const { madeAt } = await restoreBackup(config, path, count.onTable).finally(endProgress)
  explain(`Restored ${count.say()} from ${path}, as it was at ${toIso(madeAt)}.`, '')
  return 0
}
