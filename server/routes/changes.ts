import {
  addWhy,
  decideChange,
  findCauseDecision,
  findChange,
  listChanges,
  listWaiting,
  planChange,
  removeWhy,
} from '../../contract/change-routes.ts'
import { toDay } from '../../core/base/time.ts'
import type { App } from '../app.ts'
import { findCauseDecision as decisionOf } from '../changes/cause-decision.ts'
import { findChangePage, listChangeRows, listOpenDecisions } from '../changes/change-page.ts'
import { planChange as keepPlan, takeStep } from '../changes/plan-change.ts'
import { takeBackWhy, writeWhy } from '../changes/write-why.ts'

export function addChangeRoutes(app: App): void {
  app.openapi(listChanges, async (context) => {
    const { scope, service } = context.get('entered')
    return context.json({ changes: await listChangeRows(service, scope) }, 200)
  })

  app.openapi(planChange, async (context) => {
    const { scope, service } = context.get('entered')
    const on = toDay(service.now())
    const id = await keepPlan(service, scope, { input: context.req.valid('json'), on })
    return context.json(await findChangePage(service, scope, String(id)), 200)
  })

  app.openapi(findChange, async (context) => {
    const { id } = context.req.valid('param')
    const { scope, service } = context.get('entered')
    return context.json(await findChangePage(service, scope, id), 200)
  })

  app.openapi(decideChange, async (context) => {
    const { id } = context.req.valid('param')
    const { scope, service } = context.get('entered')
    await takeStep(service, scope, { id, asked: context.req.valid('json') })
    return context.json(await findChangePage(service, scope, id), 200)
  })

  app.openapi(listWaiting, async (context) => {
    const { scope, service } = context.get('entered')
    return context.json({ waiting: await listOpenDecisions(service, scope) }, 200)
  })

  app.openapi(findCauseDecision, async (context) => {
    const { id } = context.req.valid('param')
    const { scope, service } = context.get('entered')
    return context.json(await decisionOf(service, scope, id), 200)
  })

  app.openapi(addWhy, async (context) => {
    const { id } = context.req.valid('param')
    const { scope, service } = context.get('entered')
    await writeWhy(service, scope, { cause: id, input: context.req.valid('json') })
    return context.json(await decisionOf(service, scope, id), 200)
  })

  app.openapi(removeWhy, async (context) => {
    const { id, why } = context.req.valid('param')
    const { scope, service } = context.get('entered')
    await takeBackWhy(service, scope, { cause: id, id: why })
    return context.json(await decisionOf(service, scope, id), 200)
  })
}
