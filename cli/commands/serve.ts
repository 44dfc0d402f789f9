import { endService, openService } from '../../server/service.ts'
import { startServer } from '../../server/start.ts'
import { parseOptions, storeOptions } from '../arguments.ts'
import type { ExitCode } from '../main.ts'
import { explain, toldToStop } from '../terminal.ts'

const options = {
  ...storeOptions,
  port: { type: 'string' },
  host: { type: 'string' },
  demo: { type: 'boolean' },
} as const

/** For threads, connections and our own PostgreSQL, after the last answer was given. */
const graceSeconds = 10

export async function runServe(args: readonly string[]): Promise<ExitCode> {
  const values = parseOptions('serve', args, options)
  const { data, port, host } = values
  const service = await openService({ data, port, host, log: 'warn' }, process.env)
  try {
    const server = await startServer(service, {
      withDemo: values.demo ?? false,
      say: (line) => explain(line, ''),
    })
    explain(`Outside-In is at ${server.url}`, 'Press Ctrl-C to stop.')
    await toldToStop()
    endAfter(service.config.stopSeconds + graceSeconds)
    await server.close()
  } finally {
    await endService(service)
  }
  return 0
}

/** Whatever hangs then is left as it is: all that was acknowledged is kept, and the next start goes on with the rest. */
function endAfter(seconds: number): void {
  setTimeout(() => {
    explain('It did not end in time and was cut off.', 'The next start goes on where it was.')
    process.exit(1)
  }, seconds * 1000).unref()
}
