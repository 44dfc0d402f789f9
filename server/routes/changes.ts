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
import { enter } from '../gate.ts'
import type { Service } from '../service.ts'

export function addChangeRoutes(app: App, service: Service): void {
  app.openapi(listChanges, async (context) => {
    const scope = await enter(service, context.req.valid('param').workspace)
    return context.json({ changes: await listChangeRows(service, scope) }, 200)
  })

  app.openapi(planChange, async (context) => {
    const scope = await enter(service, context.req.valid('param').workspace)
    const on = toDay(service.now())
    const id = await keepPlan(service, scope, { input: context.req.valid('json'), on })
    return context.json(await findChangePage(service, scope, String(id)), 200)
  })

  app.openapi(findChange, async (context) => {
    const { workspace, id } = context.req.valid('param')
    const scope = await enter(service, workspace)
    return context.json(await findChangePage(service, scope, id), 200)
  })

  app.openapi(decideChange, async (context) => {
    const { workspace, id } = context.req.valid('param')
    const scope = await enter(service, workspace)
    await takeStep(service, scope, { id, asked: context.req.valid('json') })
    return context.json(await findChangePage(service, scope, id), 200)
  })

  app.openapi(listWaiting, async (context) => {
    const scope = await enter(service, context.req.valid('param').workspace)
    return context.json({ waiting: await listOpenDecisions(service, scope) }, 200)
  })

  app.openapi(findCauseDecision, async (context) => {
    const { workspace, id } = context.req.valid('param')
    const scope = await enter(service, workspace)
    return context.json(await decisionOf(service, scope, id), 200)
  })

  app.openapi(addWhy, async (context) => {
    const { workspace, id } = context.req.valid('param')
    const scope = await enter(service, workspace)
    await writeWhy(service, scope, { cause: id, input: context.req.valid('json') })
    return context.json(await decisionOf(service, scope, id), 200)
  })

  app.openapi(removeWhy, async (context) => {
    const { workspace, id, why } = context.req.valid('param')
    const scope = await enter(service, workspace)
    await takeBackWhy(service, scope, { cause: id, id: why })
    return context.json(await decisionOf(service, scope, id), 200)
  })
}
