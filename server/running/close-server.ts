import { once } from 'node:events'
import type { ServerType } from '@hono/node-server'
import type { Life } from './life.ts'

/** Takes nothing new, lets what is being answered come to its end, and cuts off what takes longer than that. */
export async function closeServer(
  server: ServerType,
  { life, seconds }: { life: Life; seconds: number },
): Promise<void> {
  life.stop()
  const closed = once(server, 'close')
  server.close()
  const late = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
  }, seconds * 1000)
  await closed
  clearTimeout(late)
}
