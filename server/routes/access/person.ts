import { Failure } from '../../../contract/failures.ts'
import {
  countOlder,
  erasePerson,
  exportPerson,
  findCompany,
  findPerson,
  findRetention,
  saveCompany,
  saveRetention,
} from '../../../contract/person-routes.ts'
import { isZone } from '../../../core/base/zone.ts'
import { countInteractions, countInteractionsBefore } from '../../../store/interactions.ts'
import {
  findCompany as companyOf,
  findKeepDays,
  saveCompany as keepCompany,
  saveKeepDays,
} from '../../../store/workspaces.ts'
import { startOfKept } from '../../access/forget-old.ts'
import { erasePerson as erase, findPerson as find, exportPerson as takeOut } from '../../access/person.ts'
import type { App } from '../../app.ts'
import { goOn } from '../../imports/import-queue.ts'
import { queueForgetOld } from '../../live/queue.ts'
import type { Service } from '../../service.ts'

/** What is kept of one person, and for how long. Erasing reaches files and begins a reading: it runs as the owner. */
export function addPersonRoutes(app: App, service: Service): void {
  app.openapi(exportPerson, async (context) => {
    const { scope, service: within } = context.get('entered')
    return context.json(await takeOut(within, scope, context.req.valid('json').person), 200)
  })

  app.openapi(findPerson, async (context) => {
    const { scope, service: within, sight } = context.get('entered')
    const { customer, ...counts } = await find(within, scope, context.req.valid('json').person)
    return context.json({ customer: sight.identity(customer), ...counts }, 200)
  })

  app.openapi(erasePerson, async (context) => {
    const { scope } = context.get('entered')
    const { interactions, files, reading } = await erase(service, scope, context.req.valid('json').person)
    if (reading !== null) goOn(service, scope, reading.id)
    return context.json({ interactions, files, readsAgain: reading !== null }, 200)
  })

  app.openapi(findRetention, async (context) => {
    const { scope, service: within } = context.get('entered')
    return context.json({ keepDays: await findKeepDays(within.store.pool, scope) }, 200)
  })

  app.openapi(countOlder, async (context) => {
    const { scope, service: within } = context.get('entered')
    const { pool } = within.store
    const before = startOfKept(within.now(), context.req.valid('query').days)
    const [older, interactions] = await Promise.all([
      countInteractionsBefore(pool, scope, before),
      countInteractions(pool, scope),
    ])
    return context.json({ older, interactions }, 200)
  })

  app.openapi(saveRetention, async (context) => {
    const { scope, service: within } = context.get('entered')
    const { keepDays } = context.req.valid('json')
    await saveKeepDays(within.store.pool, scope, keepDays)
    if (keepDays !== null) await queueForgetOld(service.store.pool, scope, service.now())
    return context.json({ keepDays }, 200)
  })

  app.openapi(findCompany, async (context) => {
    const { scope, service: within } = context.get('entered')
    return context.json(await companyOf(within.store.pool, scope), 200)
  })

  app.openapi(saveCompany, async (context) => {
    const { scope, service: within } = context.get('entered')
    const company = context.req.valid('json')
    if (!isZone(company.timeZone)) {
      throw new Failure(
        'badInput',
        `“${company.timeZone}” is no time zone.`,
        'Name one such as Europe/London.',
      )
    }
    await keepCompany(within.store.pool, scope, company)
    return context.json(company, 200)
  })
}
