import type { MiddlewareHandler } from 'hono'
import type { Role, Verb } from '../contract/access.ts'
import { Failure } from '../contract/failures.ts'
import { mintScope, type Scope } from '../store/scope.ts'
import {
  findOrAddWorkspace,
  findWorkspaceByName,
  listAllWorkspaces,
  type Workspace,
} from '../store/workspaces.ts'
import { findRole, findWho, type Who, whyNot } from './access/who.ts'
import type { App, Env } from './app.ts'
import type { Service } from './service.ts'

/** What a handler works with: the workspace that was asked for, by whom, and a service that reaches no other. */
export type Entered = {
  readonly scope: Scope
  readonly service: Service
  readonly who: Who
  readonly role: Role
}

/** What the gate reads of a route of the contract. */
export type GatedRoute = {
  readonly method: string
  getRoutingPath(): string
  readonly 'x-verb': Verb
  readonly 'x-founds': boolean
}

/**
 * Who may: every route of the contract says what it needs, and is closed until that is shown. A workspace that is not
 * there and one where whoever asks has nothing to do answer alike. What is in no contract is not there.
 */
export function addGate(app: App, service: Service, routes: readonly GatedRoute[]): void {
  for (const route of routes) {
    app.on(route.method.toUpperCase(), route.getRoutingPath(), async (context, next) => {
      const who = await findWho(service, context.req.raw)
      context.set('who', who)
      const workspace = context.req.param('workspace')
      if (workspace !== undefined) {
        const entered = await enterAs(service, who, { workspace, founds: route['x-founds'] })
        const refusal = whyNot(who, entered.role, route['x-verb'])
        if (refusal !== null) throw new Failure('notAllowed', refusal)
        context.set('entered', entered)
      }
      await next()
    })
  }
  app.use('/api/*', async (context, next) => {
    if (context.get('who') === undefined) throw nothingHere()
    await next()
  })
}

export function nothingHere(): Failure {
  return new Failure(
    'notFound',
    'There is nothing at this address.',
    'See /api/openapi.json for what there is.',
  )
}

async function enterAs(
  service: Service,
  who: Who,
  { workspace, founds }: { workspace: string; founds: boolean },
): Promise<Entered> {
  const found = await findWorkspaceByName(service.store.pool, workspace)
  const role = found === null ? null : await findRole(service, who, found.id)
  if (found !== null && role !== null) return { scope: mintScope(found.id), service, who, role }
  if (found === null && founds) {
    return { scope: await enterOrAdd(service, workspace), service, who, role: 'admin' }
  }
  throw noSuchWorkspace(workspace)
}

/** Every workspace where they have something to do. */
export async function listEnterable(
  service: Service,
  who: Who,
): Promise<readonly (Entered & { readonly workspace: Workspace })[]> {
  const all = await listAllWorkspaces(service.store.pool)
  const found = await Promise.all(
    all.map(async (workspace) => {
      const role = await findRole(service, who, workspace.id)
      return role === null ? [] : [{ workspace, scope: mintScope(workspace.id), service, who, role }]
    }),
  )
  return found.flat()
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/**
 * Until there is sign-in, the machine's own user and nobody else: the server listens on loopback only, and a page of
 * another site can neither call it (origin) nor rebind its name to it (host).
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

/** For whoever runs the machine, at its command line: the workspace of that name. */
export async function enterByName({ store }: Pick<Service, 'store'>, workspace: string): Promise<Scope> {
  const found = await findWorkspaceByName(store.pool, workspace)
  if (found === null) throw noSuchWorkspace(workspace)
  return mintScope(found.id)
}

function noSuchWorkspace(workspace: string): Failure {
  return new Failure(
    'notFound',
    `There is no workspace “${workspace}”.`,
    'Choose one from the list of workspaces.',
  )
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
