import { Agent, request } from 'node:http'
import { defaultStory, walkLives } from '../../demo/walk.ts'

export type Answer = { readonly status: number; readonly body: string }

/** Connections that are kept open, so that what is measured is the answer and not the greeting. */
export function openLine(url: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = (method: string, path: string, content?: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = content === undefined ? {} : { 'content-type': 'application/json' }
      const asked = request(`${url}${path}`, { method, agent, headers }, (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text) => {
          body += text
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
        response.on('error', reject)
      })
      asked.on('error', reject)
      asked.end(content)
    })
  return {
    read: (path: string) => ask('GET', path),
    tell: (interactions: unknown) =>
      ask('POST', '/api/workspaces/main/interactions', JSON.stringify(interactions)),
    start: () => ask('POST', '/api/workspaces/main/readings'),
    close: () => agent.destroy(),
  }
}

export type Line = ReturnType<typeof openLine>

const story = { ...defaultStory, interactions: 3_000 }
const texts = [...walkLives(story)].flatMap(({ drafts }) => drafts.map(({ text }) => text)).filter(Boolean)
/** So many customers are talking at a time, and each says so many things; then others come. */
const talking = 4_000
const said = 8

/** The `n`th interaction of a load: words of the invented company, a few for each of many customers. */
export function anInteraction(load: string, n: number) {
  const customer = (n % talking) + talking * Math.floor(n / (talking * said))
  return {
    source: 'bench',
    externalId: `${load}-${n}`,
    at: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
    customer: { account: `${load}-${customer}` },
    case: `${load}-case-${customer}`,
    from: n % 3 === 2 ? 'company' : 'customer',
    channel: 'chat',
    team: n % 3 === 2 ? 'Service' : undefined,
    text: texts[n % texts.length] ?? 'Where is my parcel?',
  }
}
