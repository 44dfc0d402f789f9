import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'

/** For tests: another system's API on loopback, which answers as `reply` says. Every request is noted. */
export type StandIn = {
  readonly url: string
  readonly asked: string[]
  close(): Promise<void>
}

export type Reply = {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly json?: unknown
}
export type Asked = {
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

export async function standIn(reply: (asked: Asked) => Reply): Promise<StandIn> {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://localhost')
    asked.push(`${request.method} ${request.url}`)
    const text = Buffer.concat(chunks).toString()
    const answer = reply({
      path,
      query,
      headers: request.headers,
      body: text === '' ? null : JSON.parse(text),
    })
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
    response.end(JSON.stringify(answer.json ?? {}))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
