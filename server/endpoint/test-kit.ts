import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { EndpointConfig } from '../config.ts'

/** How the stand-in takes one request: as asked, or in one of the ways in which endpoints fail. */
export type Mood = 'busy' | 'hanging' | 'broken' | 'refusing' | 'babbling'

export type StandIn = {
  readonly config: EndpointConfig
  /** All that arrived, as it was. */
  readonly received: string[]
  /** What the next requests meet; when it is used up, the endpoint works, or stays in `always`. */
  readonly moods: Mood[]
  always: Mood | null
  close(): Promise<void>
}

/** A real HTTP server on loopback that speaks as OpenAI's does and means words by their topic, in English and German. */
export async function openStandIn(): Promise<StandIn> {
  const received: string[] = []
  const moods: Mood[] = []
  const server = createServer(async (request, response) => {
    received.push(await text(request))
    const mood = moods.shift() ?? standIn.always
    if (mood === null) answer(request, response, received.at(-1) ?? '')
    else misbehave(response, mood)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const standIn: StandIn = {
    config: {
      url: `http://127.0.0.1:${port}/v1`,
      key: 'secret-key',
      embeddingModel: 'stand-in-embedding',
      wordingModel: null,
      tokensAReading: 100_000,
      tokensAMonth: 1_000_000,
      timeoutSeconds: 0.3,
      isGuarded: false,
    },
    received,
    moods,
    always: null,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return standIn
}

function misbehave(response: ServerResponse, mood: Mood): void {
  if (mood === 'hanging') return
  const status = { busy: 429, broken: 500, refusing: 401, babbling: 200 }[mood]
  response.writeHead(status, { 'retry-after': '0' }).end(mood === 'babbling' ? '{"data":"none"}' : '{}')
}

const questionSchema = z.object({ input: z.array(z.string()) })

function answer({ url, headers }: IncomingMessage, response: ServerResponse, body: string): void {
  if (headers.authorization !== 'Bearer secret-key') response.writeHead(401).end('{}')
  else if (url === '/v1/embeddings') {
    const { input } = questionSchema.parse(JSON.parse(body))
    const data = input.map((said, index) => ({ index, embedding: meaningOf(said) })).reverse()
    response.end(JSON.stringify({ data, usage: { total_tokens: 7 * input.length } }))
  } else {
    const content =
      'Sure: {"name": "My parcel is late, says ann@example.org", "summary": "Parcels come too late."}'
    response.end(JSON.stringify({ choices: [{ message: { content } }], usage: { total_tokens: 50 } }))
  }
}

const topics = [/parcel|paket|delivery|liefer/i, /invoice|rechnung|charged/i, /password|passwort|log ?in/i]

/** One axis a topic, and a little of each word, so that no two texts are the same point. */
function meaningOf(said: string): readonly number[] {
  const vector = Array.from({ length: 24 }, () => 0)
  topics.forEach((topic, axis) => {
    if (topic.test(said)) vector[axis] = 3
  })
  for (const word of said.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const axis = topics.length + ((word.charCodeAt(0) + word.length * 7) % (vector.length - topics.length))
    vector[axis] = (vector[axis] ?? 0) + 0.3
  }
  return vector
}
