import { Failure } from '../../contract/failures.ts'
import { ownWorkspace } from '../../contract/own-workspace.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { enterByName } from '../../server/gate.ts'
import { findCostOf } from '../../server/reports/cost.ts'
import { parseArguments, storeOptions } from '../arguments.ts'
import type { ExitCode } from '../main.ts'
import { openKept } from '../open-kept.ts'
import { sayCostTable } from '../say-cost-table.ts'
import { print } from '../terminal.ts'

const options = {
  ...storeOptions,
  months: { type: 'string' },
  cause: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const

export async function runCost(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArguments('cost', args, options)
  if (positionals.length > 0) {
    throw new Failure('badInput', `“${positionals[0]}” is not understood.`, 'Name a cause with --cause.')
  }
  const months = values.months === undefined ? undefined : parseMonths(values.months)
  const service = await openKept(values.data)
  try {
    const scope = await enterByName(service, values.workspace ?? ownWorkspace)
    const { cost } = await findCostOf(service, scope, { months, causes: values.cause })
    if (values.json) await print(`${JSON.stringify(cost, null, 2)}\n`)
    else if (isKnown(cost)) await print(sayCostTable(cost))
    else await print(`What doing nothing costs: cannot say, because ${cost.cannotSay}.\n`)
  } finally {
    await service.store.close()
  }
  return 0
}

function parseMonths(text: string): number {
  const months = Number(text)
  if (Number.isInteger(months) && months >= 1 && months <= 60) return months
  throw new Failure('badInput', `“${text}” is no number of months.`, 'Give a whole number from 1 to 60.')
}
