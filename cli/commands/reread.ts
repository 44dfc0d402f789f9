import { ownWorkspace } from '../../contract/own-workspace.ts'
import { enterByName } from '../../server/gate.ts'
import { rereadWorkspace } from '../../server/live/reread-workspace.ts'
import { endService } from '../../server/service.ts'
import { parseOptions, storeOptions } from '../arguments.ts'
import type { ExitCode } from '../main.ts'
import { openKept } from '../open-kept.ts'
import { explain } from '../terminal.ts'

const options = { ...storeOptions, workspace: { type: 'string', default: ownWorkspace } } as const

export async function runReread(args: readonly string[]): Promise<ExitCode> {
  const values = parseOptions('reread', args, options)
  const service = await openKept(values.data)
  try {
    const scope = await enterByName(service, values.workspace)
    const { counts } = await rereadWorkspace(service, scope, (step) => explain(step, ''))
    explain(`Read again: ${counts.interactions} interactions, ${counts.contacts} contacts.`, '')
  } finally {
    await endService(service)
  }
  return 0
}
