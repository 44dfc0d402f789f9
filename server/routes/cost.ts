import { findCost, saveAssumptions } from '../../contract/cost-routes.ts'
import { Failure } from '../../contract/failures.ts'
import { whyNotAssumption } from '../../core/cost/assumption.ts'
import { replaceAssumptions } from '../../store/assumptions.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import { saveCurrency } from '../../store/workspaces.ts'
import type { App } from '../app.ts'
import { findCostOf } from '../reports/cost.ts'

export function addCostRoutes(app: App): void {
  app.openapi(findCost, async (context) => {
    const { scope, service } = context.get('entered')
    const { months, causes } = context.req.valid('query')
    return context.json(await findCostOf(service, scope, { months, causes: causes?.split(',') }), 200)
  })

  app.openapi(saveAssumptions, async (context) => {
    const { scope, service } = context.get('entered')
    const { assumptions, by = null, currency } = context.req.valid('json')
    const refused = assumptions.map(whyNotAssumption).find((why) => why !== null)
    if (refused !== undefined) throw new Failure('badInput', refused, 'Nothing was saved.')
    await inTransaction(service.store.pool, async (client) => {
      await replaceAssumptions(client, scope, { assumptions, by, at: service.now() })
      if (currency !== undefined) await saveCurrency(client, scope, currency)
    })
    return context.json(await findCostOf(service, scope, {}), 200)
  })
}
