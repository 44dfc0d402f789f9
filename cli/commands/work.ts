import { startWorkThreads } from '../../server/jobs/work-threads.ts'
import { endService, openService } from '../../server/service.ts'
import { parseOptions, storeOptions } from '../arguments.ts'
import type { ExitCode } from '../main.ts'
import { explain, toldToStop } from '../terminal.ts'

export async function runWork(args: readonly string[]): Promise<ExitCode> {
  const values = parseOptions('work', args, storeOptions)
  const service = await openService({ data: values.data, log: 'warn', listens: false }, process.env)
  try {
    const work = await startWorkThreads(service)
    explain(`Working for ${service.store.place}`, 'Press Ctrl-C to stop.')
    await toldToStop()
    await work.stop()
  } finally {
    await endService(service)
  }
  return 0
}
