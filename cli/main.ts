#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { failures } from '../contract/failures.ts'
import { toFailure } from '../server/to-failure.ts'
import { helpText } from './commands/help.ts'
import { toFileFailure } from './file-failure.ts'
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
  if (name === '--version' || name === '-v') {
    await print(`outside-in ${readVersion()}\n`)
    return 0
  }
  const isHelp = name === undefined || isAskedFor(name) || args.includes('--help') || args.includes('-h')
  const about = name !== undefined && isAskedFor(name) ? args[0] : name
  const command = about !== undefined && Object.hasOwn(commands, about) ? commands[about] : undefined
  if (command === undefined && about !== undefined) {
    explain(`There is no command “${about}”.`, 'Run outside-in help for the list.')
    return 2
  }
  if (isHelp || command === undefined) {
    await print(helpText(about))
    return name === undefined ? 2 : 0
  }
  return (await command())(args)
}

function readVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}

function isAskedFor(word: string): boolean {
  return ['help', '--help', '-h'].includes(word)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.exitCode = isReaderGone(error) ? 0 : report(error)
}

function report(error: unknown): number {
  const failure = toFileFailure(error) ?? toFailure(error)
  explain(failure.message, failure.hint)
  if (failure.code === 'ourFault')
    explain(error instanceof Error ? (error.stack ?? error.message) : String(error), '')
  return failures[failure.code].exit
}
