import { Failure } from '../../contract/failures.ts'
import { findCause, listCauses, saveGrain } from '../../contract/routes.ts'
import { type CausePage, causePageSchema } from '../../contract/screens.ts'
import { causeId } from '../../core/base/ids.ts'
import { findCause as findStoredCause, listCauses as listStoredCauses } from '../../store/causes.ts'
import { findGrain } from '../../store/workspaces.ts'
import type { App } from '../app.ts'
import { chooseGrain } from '../readings/learn.ts'
import { listCauseNames } from '../readings/reread-customer.ts'

export function addCauseRoutes(app: App): void {
  app.openapi(listCauses, async (context) => {
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const [stored, names, grain] = await Promise.all([
      listStoredCauses(pool, scope),
      listCauseNames(service, scope),
      findGrain(pool, scope),
    ])
    return context.json(
      { causes: stored.map(({ document }) => parsePage(document, names).cause), grain },
      200,
    )
  })

  app.openapi(saveGrain, async (context) => {
    const { scope, service } = context.get('entered')
    const { grain } = context.req.valid('json')
    await chooseGrain(service.store, scope, grain)
    return context.json({ grain }, 200)
  })

  app.openapi(findCause, async (context) => {
    const { id } = context.req.valid('param')
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const stored = await findStoredCause(pool, scope, causeId(id))
    if (stored === null) {
      throw new Failure(
        'notFound',
        'There is no such cause in the current reading.',
        'Choose one from the list of causes.',
      )
    }
    return context.json(parsePage(stored.document, await listCauseNames(service, scope)), 200)
  })
}

/** As it was read, under the name that people gave it since. */
function parsePage(document: unknown, names: ReadonlyMap<string, string>): CausePage {
  const page = causePageSchema.parse(document)
  return { ...page, cause: { ...page.cause, name: names.get(page.cause.id) ?? page.cause.name } }
}
