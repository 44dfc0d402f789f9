import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Failure } from '../contract/failures.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Parses a command's words; a word it does not know is refused with its name. */
export function parseArguments<T extends Options>(command: string, args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const said = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new Failure('badInput', `${said}.`, `Run outside-in help ${command} for what it understands.`)
  }
}

export const storeOptions = { data: { type: 'string' }, workspace: { type: 'string' } } as const

export const defaultWorkspace = 'main'
