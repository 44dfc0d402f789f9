#!/usr/bin/env node
import { failures } from '../contract/failures.ts'
import { toFailure } from '../server/to-failure.ts'
import { helpText } from './commands/help.ts'
import { explain, isReaderGone, print } from './terminal.ts'

/** 0 done, 1 our fault, 2 bad usage or input, 3 done but some rows were set aside. */
export type ExitCode = 0 | 1 | 2 | 3

type Command = (args: readonly string[]) => Promise<ExitCode>

/** Each is loaded when it is asked for: most need little of what there is. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./commands/read.ts')).runRead,
  export: async () => (await import('./commands/export.ts')).runExport,
  cost: async () => (await import('./commands/cost.ts')).runCost,
  serve: async () => (await import('./commands/serve.ts')).runServe,
  work: async () => (await import('./commands/work.ts')).runWork,
  reread: async () => (await import('./commands/reread.ts')).runReread,
  demo: async () => (await import('./commands/demo.ts')).runDemo,
  person: async () => (await import('./commands/person.ts')).runPerson,
  link: async () => (await import('./commands/link.ts')).runLink,
  verdict: async () => (await import('./commands/verdict.ts')).runVerdict,
  backup: async () => (await import('./commands/backup.ts')).runBackup,
  restore: async () => (await import('./commands/restore.ts')).runRestore,
}

async function main([name, ...args]: readonly string[]): Promise<ExitCode> {
  const isHelp = name === undefined || name === 'help' || name === '--help' || args.includes('--help')
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (isHelp) {
    await print(helpText(name === 'help' ? args[0] : name))
    return name === undefined ? 2 : 0
  }
  if (command === undefined) {
    explain(`There is no command “${name}”.`, 'Run outside-in help for the list.')
    return 2
  }
  return (await command())(args)
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
