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

/** The same for a command that takes options alone. */
export function parseOptions<T extends Options>(command: string, args: readonly string[], options: T) {
  const { values, positionals } = parseArguments(command, args, options)
  if (positionals.length === 0) return values
  throw new Failure(
    'badInput',
    `“${positionals[0]}” is not understood.`,
    `Run outside-in help ${command} for what it understands.`,
  )
}

export const storeOptions = { data: { type: 'string' }, workspace: { type: 'string' } } as const
