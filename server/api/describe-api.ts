import { OpenAPIHono } from '@hono/zod-openapi'
import { mayDo, type Verb } from '../../contract/access.ts'
import { receive } from '../../contract/connector-routes.ts'
import { failures } from '../../contract/failures.ts'
import { routes } from '../../contract/routes.ts'
import { findHealth, findReadiness } from '../../contract/running-routes.ts'
import { failureSchema } from '../../contract/screens.ts'

/** Behind TLS it has the prefix __Secure-. */
const sessionCookie = 'outside-in.session_token'

const named = { findHealth, findReadiness, receive, ...routes }

const about = `Everything that the screens do, machines can do too. Ids, pages and times are texts: give them back as you got
them. A share is a number from 0 to 1 with the count it rests on; where there is no knowledge, there is \`cannotSay\` with the reason
instead of a number. A refusal says what happened and what to do. A server on this machine only, where nobody has signed up
yet, is open to whoever sits at it.`

/** The OpenAPI document: made of the contract's routes alone, so that it cannot say anything else than they do. */
export function describeApi() {
  const app = new OpenAPIHono()
  const registry = app.openAPIRegistry
  registry.register('Failure', failureSchema)
  registry.registerComponent('responses', 'Failure', {
    description: `Refused, with what happened and what to do: ${sayFailures()}.`,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
  })
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'The key of a machine, made on the settings page with what it may do and until when.',
  })
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookie,
    description: 'What a browser holds once its person has signed in.',
  })
  for (const [name, route] of Object.entries(named)) {
    registry.registerPath({
      ...route,
      operationId: name,
      tags: [tagOf(route.path)],
      summary: route.responses[200].description,
      ...('x-verb' in route ? { description: sayRoles(route['x-verb']) } : {}),
      security: 'x-verb' in route && route['x-verb'] !== null ? [{ key: [] }, { session: [] }] : [],
      responses: {
        ...route.responses,
        ...('default' in route.responses ? { default: { $ref: '#/components/responses/Failure' } } : {}),
      },
    })
  }
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Outside-In', version: '1', description: about, license: { name: 'Apache-2.0' } },
  })
}

/** What it is about: the word behind the workspace, else what comes first. */
function tagOf(path: string): string {
  const [first = '', , word] = path.split('/').slice(2)
  return word ?? (path === '/api/workspaces' ? first : 'service')
}

function sayFailures(): string {
  return Object.entries(failures)
    .map(([code, { status }]) => `${code} (${status})`)
    .join(', ')
}

function sayRoles(verb: Verb | null): string {
  if (verb === null) return 'For everybody, signed in or not.'
  return `For whoever may “${verb}”: ${mayDo[verb].join(', ')}.`
}
