import { type Hook, OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { Failure, failures } from '../contract/failures.ts'
import { routes } from '../contract/routes.ts'
import { sayMisfit } from '../core/base/say-misfit.ts'
import { makeAuth } from './access/auth.ts'
import { refuseForeignPages } from './access/loopback.ts'
import type { Who } from './access/who.ts'
import { addAnswerRoutes } from './answers/routes.ts'
import { addConnectorRoutes } from './connectors/connector-routes.ts'
import { addReceiveRoute } from './connectors/receive-route.ts'
import { addCustomerRoutes, addDeskRoutes } from './desk/routes.ts'
import { addEndpointRoutes } from './endpoint/setting/routes.ts'
import { addGate, type Entered, nothingHere } from './gate.ts'
import { addGuidelineRoutes } from './guidelines/routes.ts'
import { addIdentityRoutes } from './identities/routes.ts'
import { limitBodies } from './limit-bodies.ts'
import { addMcp } from './mcp/routes.ts'
import { findFramedBy } from './panel/framed-by.ts'
import { addPanelRoutes } from './panel/routes.ts'
import { addApiKeyRoutes } from './routes/access/api-keys.ts'
import { addAuthRoutes } from './routes/access/auth.ts'
import { addMeRoutes } from './routes/access/me.ts'
import { addMemberRoutes } from './routes/access/members.ts'
import { addPersonRoutes } from './routes/access/person.ts'
import { addApiDocument } from './routes/api-document.ts'
import { addCauseRoutes } from './routes/causes.ts'
import { addChangeRoutes } from './routes/changes.ts'
import { addCorrectionRoutes } from './routes/corrections.ts'
import { addCostRoutes } from './routes/cost.ts'
import { addEventRoutes } from './routes/events.ts'
import { addEvidenceRoutes } from './routes/evidence.ts'
import { addImportRoutes } from './routes/imports.ts'
import { addInteractionRoutes } from './routes/interactions.ts'
import { addIssueRoutes } from './routes/issues.ts'
import { addReviewRoutes } from './routes/review.ts'
import { addRulingRoutes } from './routes/rulings.ts'
import { addRunningRoutes } from './routes/running.ts'
import { addUploadRoutes } from './routes/uploads.ts'
import { addWorkspaceRoutes } from './routes/workspaces.ts'
import { logRequests } from './running/log-requests.ts'
import { sayError } from './running/say-error.ts'
import { addSearchRoutes } from './search/routes.ts'
import type { Service } from './service.ts'
import { toFailure } from './to-failure.ts'
import { addWebApp } from './web-app.ts'

export type Env = { Variables: { request: string; who: Who | null; entered: Entered; framedBy: string } }
export type App = OpenAPIHono<Env>

const policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: [(context: Context<Env>) => context.get('framedBy') ?? "'none'"],
}

/** The whole HTTP side: the API of contract/routes.ts, its OpenAPI document, and the web app. */
export function makeApp(service: Service): App {
  const auth = makeAuth(service)
  const app: App = new OpenAPIHono<Env>({ defaultHook: refuseBadInput })
  app.use(logRequests(service))
  app.use(compressPages())
  app.use('/panel/:workspace', findFramedBy(service))
  // Who may frame a page, the policy says; the older header could not name another site.
  app.use(secureHeaders({ contentSecurityPolicy: policy, xFrameOptions: false }))
  addRunningRoutes(app, service)
  addReceiveRoute(app, service)
  app.use('/api/*', refuseForeignPages(service.config))
  addApiDocument(app)
  addAuthRoutes(app, auth)
  addGate(app, { service, auth, routes })
  limitBodies(app, routes)
  addMeRoutes(app, service, auth)
  addMemberRoutes(app, service)
  addApiKeyRoutes(app)
  addPersonRoutes(app, service)
  addWorkspaceRoutes(app, service)
  addCauseRoutes(app)
  addIssueRoutes(app)
  addEvidenceRoutes(app)
  addCorrectionRoutes(app)
  addReviewRoutes(app)
  addRulingRoutes(app)
  addIdentityRoutes(app, service)
  addCostRoutes(app)
  addChangeRoutes(app)
  addEventRoutes(app, service)
  addInteractionRoutes(app, service)
  addDeskRoutes(app)
  addAnswerRoutes(app, service)
  addGuidelineRoutes(app, service)
  addCustomerRoutes(app, service)
  addPanelRoutes(app)
  addEndpointRoutes(app)
  addSearchRoutes(app, service)
  addConnectorRoutes(app, service)
  addUploadRoutes(app, service)
  addImportRoutes(app, service)
  app.all('/api/*', () => {
    throw nothingHere()
  })
  addMcp(app, service)
  addWebApp(app)
  app.onError((error, context) => refuse(context, toFailure(error), error, service))
  return app
}

/** What was told or done gets a short answer, which goes out as it is. */
function compressPages(): MiddlewareHandler<Env> {
  const press = compress()
  return (context, next) => (context.req.method === 'GET' ? press(context, next) : next())
}

const refuseBadInput: Hook<unknown, Env, string, unknown> = (result) => {
  if (result.success) return
  throw new Failure('badInput', sayMisfit(result.error.issues[0], `The ${result.target} of the request`))
}

function refuse(context: Context<Env>, failure: Failure, cause: Error, { log }: Service) {
  const request = context.get('request')
  if (failure.code === 'ourFault') log.error({ request, error: sayError(cause) })
  const { code, message, hint } = failure
  if (code === 'tooMany') context.header('Retry-After', '1')
  return context.json({ failure: { code, message, hint, request } }, failures[code].status)
}
