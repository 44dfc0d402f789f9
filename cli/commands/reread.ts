import { enterOrAdd } from '../../server/gate.ts'
import { rereadWorkspace } from '../../server/live/reread-workspace.ts'
import { endService, openService } from '../../server/service.ts'
import { parseArguments, storeOptions } from '../arguments.ts'
import type { ExitCode } from '../main.ts'
import { explain } from '../terminal.ts'

const options = { ...storeOptions, workspace: { type: 'string', default: 'main' } } as const

export async function runReread(args: readonly string[]): Promise<ExitCode> {
  const { values } = parseArguments('reread', args, options)
  const service = await openService({ data: values.data, log: 'warn' }, process.env)
  try {
    const scope = await enterOrAdd(service, values.workspace)
    const { counts } = await rereadWorkspace(service, scope, (step) => explain(step, ''))
    explain(`Read again: ${counts.interactions} interactions, ${counts.contacts} contacts.`, '')
  } finally {
    await endService(service)
  }
  return 0
}
