import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { Failure } from '../../contract/failures.ts'
import { failureSchema } from '../../contract/screens.ts'
import { refuseForeignPages } from '../access/loopback.ts'
import type { App } from '../app.ts'
import { limitTo } from '../limit-bodies.ts'
import type { Service } from '../service.ts'
import { type AskApi, addDeskTools } from './tools.ts'

/**
 * The desk for agents, by the Model Context Protocol over HTTP: one endpoint a workspace, without a session. Every tool
 * asks the API in the caller's own name, so that a key may here what it may there.
 */
export function addMcp(app: App, service: Service): void {
  app.use('/mcp/*', refuseForeignPages(service.config))
  app.all('/mcp/:workspace', limitTo(), async (context) => {
    const server = new McpServer({ name: 'outside-in', version: '1' })
    addDeskTools(server, askAs(app, context.req.raw, context.req.param('workspace')))
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    await server.connect(transport)
    return transport.handleRequest(context.req.raw)
  })
}

function askAs(app: App, asked: Request, workspace: string): AskApi {
  const authorization = asked.headers.get('authorization')
  const host = asked.headers.get('host')
  return async (schema, method, path, body) => {
    const response = await app.request(
      new URL(`/api/workspaces/${encodeURIComponent(workspace)}${path}`, asked.url).href,
      {
        method,
        headers: {
          'content-type': 'application/json',
          ...(authorization === null ? {} : { authorization }),
          ...(host === null ? {} : { host }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
    )
    const reply: unknown = await response.json()
    if (response.ok) return schema.parse(reply)
    const { failure } = failureSchema.parse(reply)
    throw new Failure(
      response.status === 403 ? 'notAllowed' : 'badInput',
      `${failure.message} ${failure.hint}`.trim(),
    )
  }
}
