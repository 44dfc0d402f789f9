#!/usr/bin/env node
import { failures } from '../contract/failures.ts'
import { toFailure } from '../server/to-failure.ts'
import { runBackup } from './commands/backup.ts'
import { runCost } from './commands/cost.ts'
import { runDemo } from './commands/demo.ts'
import { runExport } from './commands/export.ts'
import { helpText } from './commands/help.ts'
import { runLink } from './commands/link.ts'
import { runPerson } from './commands/person.ts'
import { runRead } from './commands/read.ts'
import { runReread } from './commands/reread.ts'
import { runRestore } from './commands/restore.ts'
import { runServe } from './commands/serve.ts'
import { runVerdict } from './commands/verdict.ts'
import { runWork } from './commands/work.ts'
import { explain, isReaderGone, print } from './terminal.ts'

/** 0 done, 1 our fault, 2 bad usage or input, 3 done but some rows were set aside. */
export type ExitCode = 0 | 1 | 2 | 3

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<ExitCode>>> = {
  read: runRead,
  export: runExport,
  cost: runCost,
  serve: runServe,
  work: runWork,
  reread: runReread,
  demo: runDemo,
  person: runPerson,
  link: runLink,
  verdict: runVerdict,
  backup: runBackup,
  restore: runRestore,
}

async function main([name, ...args]: readonly string[]): Promise<ExitCode> {
  const isHelp = name === undefined || name === 'help' || name === '--help' || args.includes('--help')
  const command = name === undefined ? undefined : commands[name]
  if (isHelp) {
    await print(helpText(name === 'help' ? args[0] : name))
    return name === undefined ? 2 : 0
  }
  if (command === undefined) {
    explain(`There is no command “${name}”.`, 'Run outside-in help for the list.')
    return 2
  }
  return command(args)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.exitCode = isReaderGone(error) ? 0 : report(error)
}

function report(error: unknown): number {
  const failure = toFailure(error)
  explain(failure.message, failure.hint)
  if (failure.code === 'ourFault')
    explain(error instanceof Error ? (error.stack ?? error.message) : String(error), '')
  return failures[failure.code].exit
}
