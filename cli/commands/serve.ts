import { once } from 'node:events'
import { openService } from '../../server/service.ts'
import { startServer } from '../../server/start.ts'
import { parseArguments, storeOptions } from '../arguments.ts'
import type { ExitCode } from '../main.ts'
import { explain } from '../terminal.ts'

const options = {
  ...storeOptions,
  port: { type: 'string' },
  host: { type: 'string' },
  demo: { type: 'boolean' },
} as const

export async function runServe(args: readonly string[]): Promise<ExitCode> {
  const { values } = parseArguments('serve', args, options)
  const { data, port, host } = values
  const service = await openService({ data, port, host, log: 'warn' }, process.env)
  try {
    const server = await startServer(service, {
      withDemo: values.demo ?? false,
      say: (line) => explain(line, ''),
    })
    explain(`Outside-In is at ${server.url}`, 'Press Ctrl-C to stop.')
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await server.close()
  } finally {
    await service.store.close()
  }
  return 0
}
