import {
  type KeptInteractions,
  keepInteractions,
  listToldSetAside,
  mostSetAside,
  rereadTold,
} from '../../contract/interactions.ts'
import { countSetAside, listSetAside } from '../../store/set-aside.ts'
import type { App } from '../app.ts'
import { judgeBody } from '../live/aside/judge-body.ts'
import { rereadTold as reread } from '../live/aside/reread-told.ts'
import { keepInteractions as keep } from '../live/keep-interactions.ts'
import type { Service } from '../service.ts'
import { toSetAsideJson } from '../translate/set-aside-json.ts'

/** Takes interactions in as they happen, and shows what of them was set aside. */
export function addInteractionRoutes(app: App, service: Service): void {
  // Each interaction is judged by itself and as it came, so that nothing is read before that.
  app.post(keepInteractions.getRoutingPath(), async (context) => {
    const { scope } = context.get('entered')
    const body = new Uint8Array(await context.req.arrayBuffer())
    const told = judgeBody(body, context.req.header('content-type') ?? '', service.now())
    const results = [...(await keep(service, scope, told))]
    const count = (wanted: string) => results.filter(({ state }) => state === wanted).length
    const answer: KeptInteractions = {
      stored: count('stored'),
      duplicates: count('duplicate'),
      setAside: count('setAside'),
      results,
    }
    return context.json(answer)
  })

  app.openapi(listToldSetAside, async (context) => {
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const { after } = context.req.valid('query')
    const [page, total] = await Promise.all([
      listSetAside(pool, scope, { by: 'api', after }),
      countSetAside(pool, scope, { by: 'api' }),
    ])
    const rows = page.rows.map(toSetAsideJson)
    return context.json({ rows, total, next: page.next, isFull: total >= mostSetAside }, 200)
  })

  app.openapi(rereadTold, async (context) => {
    const { scope } = context.get('entered')
    const { mended } = context.req.valid('json')
    return context.json({ setAside: await reread(service, scope, mended) }, 200)
  })
}
