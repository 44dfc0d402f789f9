import type { MiddlewareHandler } from 'hono'
import { Failure } from '../contract/failures.ts'
import { mintScope, type Scope } from '../store/scope.ts'
import { findOrAddWorkspace, findWorkspaceByName } from '../store/workspaces.ts'
import type { Env } from './app.ts'
import type { Service } from './service.ts'

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/**
 * Who may: until there is sign-in, the machine's own user and nobody else. The server listens on loopback only, and a
 * page of another site can neither call it (origin) nor rebind its name to it (host).
 */
export const refuseForeignPages: MiddlewareHandler<Env> = async (context, next) => {
  const { host, hostname, origin } = new URL(context.req.url)
  const named = context.req.header('host') ?? host
  const from = context.req.header('origin')
  const isLoopback =
    loopbackHosts.includes(URL.parse(`http://${named}`)?.hostname ?? '') && loopbackHosts.includes(hostname)
  const isOwnPage = from === undefined || from === origin || from === `http://${named}`
  if (!isLoopback || !isOwnPage) {
    throw new Failure('notAllowed', 'This server answers only to its own pages on this machine.')
  }
  await next()
}

/** Refuses to listen where strangers could reach it. */
export function mustBeLoopback(host: string): void {
  if (host === '::1' || loopbackHosts.includes(host)) return
  throw new Failure(
    'notAllowed',
    `Without sign-in this server does not listen on ${host}, where others could reach it.`,
    'Leave the host at 127.0.0.1, or put a proxy with sign-in on this machine in front of it.',
  )
}

/** The authorised workspace of that name; a missing one and a foreign one answer alike. */
export async function enter({ store }: Pick<Service, 'store'>, workspace: string): Promise<Scope> {
  const found = await findWorkspaceByName(store.pool, workspace)
  if (found === null) {
    throw new Failure(
      'notFound',
      `There is no workspace “${workspace}”.`,
      'Choose one from the list of workspaces.',
    )
  }
  return mintScope(found.id)
}

const workspaceName = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,62}$/u

/** For whoever runs the machine: the workspace of that name, made when there is none. */
export async function enterOrAdd(
  { store }: Pick<Service, 'store'>,
  name: string,
  { isDemo }: { isDemo: boolean } = { isDemo: false },
): Promise<Scope> {
  if (!workspaceName.test(name)) {
    throw new Failure(
      'badInput',
      `“${name}” can’t name a workspace.`,
      'Use letters, digits, spaces, dots and dashes, starting with a letter or digit, 63 at most.',
    )
  }
  return mintScope((await findOrAddWorkspace(store.pool, { name, isDemo })).id)
}

/** For the server at its start: the workspace that an unfinished import belongs to. */
export function enterById(workspaceId: number): Scope {
  return mintScope(workspaceId)
}
