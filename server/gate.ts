import type { Verb } from '../contract/access.ts'
import { Failure, failures } from '../contract/failures.ts'
import { mintScope, type Scope } from '../store/scope.ts'
import {
  findOrAddWorkspace,
  findWorkspaceByName,
  listAllWorkspaces,
  type Workspace,
} from '../store/workspaces.ts'
import { askTogether } from './access/ask-together.ts'
import { makeAudit } from './access/audit.ts'
import type { Auth } from './access/auth.ts'
import { isLoopback } from './access/loopback.ts'
import { findRights, type Rights, type Who, whoAsks, whyNot } from './access/who.ts'
import type { App } from './app.ts'
import type { Service } from './service.ts'
import { clear, masked, type Sight } from './translate/sight.ts'

/** What a handler works with: the workspace that was asked for, by whom, and a service that reaches no other. */
export type Entered = {
  readonly scope: Scope
  readonly service: Service
  readonly who: Who
  readonly rights: Rights
  /** How people appear to them. */
  readonly sight: Sight
}

/** What the gate reads of a route of the contract. */
export type GatedRoute = {
  readonly method: string
  getRoutingPath(): string
  readonly 'x-verb': Verb | null
  readonly 'x-founds': boolean
}

/**
 * Who may: every route of the contract says what it needs, and is closed until that is shown. A workspace that is not
 * there and one where whoever asks has nothing to do answer alike. What is in no contract is not there.
 */
export function addGate(
  app: App,
  { service, auth, routes }: { service: Service; auth: Auth; routes: Readonly<Record<string, GatedRoute>> },
): void {
  const note = makeAudit(service)
  const findWho = whoAsks(service, auth)
  const findWorkspace = askTogether((name) => findWorkspaceByName(service.store.pool, name))
  const enter = enterAs(service)
  for (const [action, route] of Object.entries(routes)) {
    app.on(route.method.toUpperCase(), route.getRoutingPath(), async (context, next) => {
      const verb = route['x-verb']
      const workspace = context.req.param('workspace')
      const { headers } = context.req.raw
      const isNeeded = verb !== null && workspace !== undefined
      // Who shows nothing of themselves makes nobody look for anything.
      const ahead = isNeeded && mayShow(service, headers) ? findWorkspace(workspace) : null
      ahead?.catch(() => {})
      const who = await findWho(headers)
      context.set('who', who)
      if (verb === null) return next()
      if (who === null) throw notSignedIn()
      if (workspace === undefined) return next()
      const found = await (ahead ?? findWorkspace(workspace))
      const entered = await enter(who, { workspace, found, founds: route['x-founds'] })
      const entry = { verb, action, subject: context.req.param('id') ?? null }
      const refusal = whyNot(who, entered.rights, verb)
      if (refusal !== null) {
        await note(entered, { ...entry, status: failures.notAllowed.status })
        throw new Failure('notAllowed', refusal)
      }
      context.set('entered', entered)
      await next()
      await note(entered, { ...entry, status: context.res.status })
    })
  }
  app.use('/api/*', async (context, next) => {
    if (context.get('who') === undefined) throw nothingHere()
    await next()
  })
}

/** Whether a request may be somebody's; on loopback it may be whoever sits at the machine. */
function mayShow({ config }: Service, headers: Headers): boolean {
  return isLoopback(config.host) || headers.has('authorization') || headers.has('cookie')
}

export function nothingHere(): Failure {
  return new Failure(
    'notFound',
    'There is nothing at this address.',
    'See /api/openapi.json for what there is.',
  )
}

function notSignedIn(): Failure {
  return new Failure('notSignedIn', 'You are not signed in.', 'Sign in, or send a key.')
}

type Wanted = { readonly workspace: string; readonly found: Workspace | null; readonly founds: boolean }

function enterAs(service: Service): (who: Who, wanted: Wanted) => Promise<Entered> {
  return async (who, { workspace, found, founds }) => {
    const rights = found === null ? null : await findRights(service, who, found.id)
    if (found !== null && rights !== null) return within(service, mintScope(found.id), { who, rights })
    if (found === null && founds && (who.kind === 'machine' || (who.kind === 'person' && who.isKeeper))) {
      return within(service, await enterOrAdd(service, workspace), { who, rights: 'admin' })
    }
    throw noSuchWorkspace(workspace)
  }
}

function within(service: Service, scope: Scope, { who, rights }: Pick<Entered, 'who' | 'rights'>): Entered {
  const sight = whyNot(who, rights, 'know') === null ? clear : masked
  return { scope, service: { ...service, store: service.store.within(scope) }, who, rights, sight }
}

/** Every workspace where they have something to do. */
export async function listEnterable(
  service: Service,
  who: Who,
): Promise<readonly (Entered & { readonly workspace: Workspace })[]> {
  const all = await listAllWorkspaces(service.store.pool)
  const found = await Promise.all(
    all.map(async (workspace) => {
      const rights = await findRights(service, who, workspace.id)
      return rights === null
        ? []
        : [{ workspace, ...within(service, mintScope(workspace.id), { who, rights }) }]
    }),
  )
  return found.flat()
}

/** For whoever runs the machine, at its command line: the workspace of that name. */
export async function enterByName({ store }: Pick<Service, 'store'>, workspace: string): Promise<Scope> {
  const found = await findWorkspaceByName(store.pool, workspace)
  if (found !== null) return mintScope(found.id)
  const names = (await listAllWorkspaces(store.pool)).map(({ name }) => name)
  throw new Failure(
    'notFound',
    `There is no workspace “${workspace}”.`,
    names.length === 0
      ? 'There is none yet: outside-in read FILE begins one.'
      : `Name one of these with --workspace: ${names.join(', ')}.`,
  )
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
