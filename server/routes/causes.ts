import { Failure } from '../../contract/failures.ts'
import { findCause, listCauses } from '../../contract/routes.ts'
import { causePageSchema } from '../../contract/screens.ts'
import { causeId } from '../../core/base/ids.ts'
import { findCause as findStoredCause, listCauses as listStoredCauses } from '../../store/causes.ts'
import type { App } from '../app.ts'
import { enter } from '../gate.ts'
import type { Service } from '../service.ts'

export function addCauseRoutes(app: App, service: Service): void {
  const { pool } = service.store

  app.openapi(listCauses, async (context) => {
    const scope = await enter(service, context.req.valid('param').workspace)
    const stored = await listStoredCauses(pool, scope)
    return context.json({ causes: stored.map(({ document }) => causePageSchema.parse(document).cause) }, 200)
  })

  app.openapi(findCause, async (context) => {
    const { workspace, id } = context.req.valid('param')
    const scope = await enter(service, workspace)
    const stored = await findStoredCause(pool, scope, causeId(id))
    if (stored === null) {
      throw new Failure(
        'notFound',
        'There is no such cause in the current reading.',
        'Choose one from the list of causes.',
      )
    }
    return context.json(causePageSchema.parse(stored.document), 200)
  })
}
