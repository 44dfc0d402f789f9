import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { Failure } from '../contract/failures.ts'
import { ownWorkspace } from '../contract/own-workspace.ts'
import { readSignals } from '../core/signals/read-signals.ts'
import { listAllUnfinishedImports } from '../store/imports.ts'
import { listAllWorkspaces } from '../store/workspaces.ts'
import { makeKeeperLink } from './access/invite.ts'
import { isLoopback } from './access/loopback.ts'
import { makeApp } from './app.ts'
import { loadDemo } from './demo-workspace.ts'
import { enterById, enterOrAdd } from './gate.ts'
import { goOn } from './imports/import-queue.ts'
import { startWorkThreads } from './jobs/work-threads.ts'
import { closeServer } from './running/close-server.ts'
import type { Service } from './service.ts'

export type RunningServer = { readonly url: string; close(): Promise<void> }

/** Serves; goes on with imports that an earlier process left unfinished. */
export async function startServer(
  service: Service,
  { withDemo, say }: { withDemo: boolean; say: (line: string) => void },
): Promise<RunningServer> {
  const { host, port, stopSeconds } = service.config
  for (const { id, workspaceId } of await listAllUnfinishedImports(service.store.pool)) {
    goOn(service, enterById(workspaceId), id)
  }
  const workspaces = await listAllWorkspaces(service.store.pool)
  if (workspaces.every(({ isDemo }) => isDemo)) await enterOrAdd(service, ownWorkspace)
  // Preparing to read signals takes a third of a second, in which nobody would be served.
  for (const side of ['customer', 'company'] as const) readSignals('', side)
  const server = serve({ fetch: makeApp(service).fetch, hostname: host, port })
  server.on('error', () => {})
  await once(server, 'listening').catch((error) => {
    throw whyNotListening(error, host, port)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  const url = `http://${host}:${bound}`
  const work = await startWorkThreads(service)
  const close = async () => {
    await closeServer(server, { life: service.life, seconds: stopSeconds })
    await work.stop()
  }
  try {
    if (withDemo) await loadDemo(service, say)
    await tellKeeperLink(service, url, say)
    if (!service.store.isWalled) say(wallIsMissing)
    service.life.serve()
  } catch (error) {
    await close()
    throw error
  }
  return { url, close }
}

const wallIsMissing =
  'The database does not let us make the role outside_in_request: PostgreSQL itself does not keep workspaces apart, only our own statements do.'

/** Until somebody has signed up: how to. On this machine alone the server is open meanwhile; elsewhere it waits. */
async function tellKeeperLink(service: Service, url: string, say: (line: string) => void): Promise<void> {
  const link = await makeKeeperLink(service)
  if (link === null) return
  const state = isLoopback(service.config.host)
    ? 'It is open to whoever sits at this machine. To have people sign in, open'
    : 'It waits for its first keeper: nobody else gets in. Open, once,'
  say(`${state} ${link.startsWith('/') ? url : ''}${link}`)
}

function whyNotListening(error: { code?: string; message: string }, host: string, port: number): unknown {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Failure(
        'conflict',
        `Port ${port} on ${host} is taken, perhaps by another Outside-In.`,
        'Choose another with --port, or stop the other one.',
      )
    case 'EACCES':
      return new Failure(
        'badInput',
        `Port ${port} on ${host} is not for this user.`,
        'Choose one from 1024 on with --port, and let a proxy answer at the other.',
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Failure(
        'badInput',
        `This machine has no address ${host} to listen on.`,
        'Name one of its own with --host: 127.0.0.1 for this machine alone, 0.0.0.0 for all of its networks.',
      )
    default:
      return error
  }
}
