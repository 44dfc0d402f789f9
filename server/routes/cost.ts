import { Failure } from '../../contract/failures.ts'
import { findCost, saveAssumptions } from '../../contract/routes.ts'
import { whyNotAssumption } from '../../core/cost/assumption.ts'
import { replaceAssumptions } from '../../store/assumptions.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { App } from '../app.ts'
import { enter } from '../gate.ts'
import { costOf, readDocuments } from '../reports/build-report.ts'
import type { Service } from '../service.ts'

export function addCostRoutes(app: App, service: Service): void {
  app.openapi(findCost, async (context) => {
    const scope = await enter(service, context.req.valid('param').workspace)
    const { overview } = await readDocuments(service, scope)
    return context.json({ cost: await costOf(service, scope, overview) }, 200)
  })

  app.openapi(saveAssumptions, async (context) => {
    const scope = await enter(service, context.req.valid('param').workspace)
    const { assumptions } = context.req.valid('json')
    const refused = assumptions.map(whyNotAssumption).find((why) => why !== null)
    if (refused !== undefined) throw new Failure('badInput', refused, 'Nothing was saved.')
    await inTransaction(service.store.pool, (client) =>
      replaceAssumptions(client, scope, { assumptions, at: service.now() }),
    )
    const { overview } = await readDocuments(service, scope)
    return context.json({ cost: await costOf(service, scope, overview) }, 200)
  })
}
