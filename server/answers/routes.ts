import { askOfAnswer, writeAnswer } from '../../contract/desk/routes.ts'
import type { Scope } from '../../store/scope.ts'
import type { App } from '../app.ts'
import { toActor } from '../desk/actor.ts'
import { findDeskPage } from '../desk/desk-page.ts'
import { sayError } from '../running/say-error.ts'
import type { Service } from '../service.ts'
import { queueAnswer } from './queue-answer.ts'
import { askOfAnswer as ask, writeAnswer as write } from './write-answer.ts'

/** Answers to customers. Requests reach no queue, so that the owner of the store has it sent. */
export function addAnswerRoutes(app: App, owner: Service): void {
  app.openapi(writeAnswer, async (context) => {
    const { scope, service, who, sight } = context.get('entered')
    const { id } = context.req.valid('param')
    const input = context.req.valid('json')
    const written = await write(service, scope, { id, input, by: toActor(who, input.who) })
    await sendSoon(owner, scope, written)
    return context.json(await findDeskPage(service, scope, { id, sight }), 200)
  })

  app.openapi(askOfAnswer, async (context) => {
    const { scope, service, sight } = context.get('entered')
    const { id } = context.req.valid('param')
    const issue = await ask(service, scope, { id, ask: context.req.valid('json').ask })
    await sendSoon(owner, scope, id)
    return context.json(await findDeskPage(service, scope, { id: issue, sight }), 200)
  })
}

async function sendSoon({ store, log }: Service, scope: Scope, id: string): Promise<void> {
  await queueAnswer(store.pool, scope, id).catch((error: unknown) =>
    log.warn({ job: 'send-answer', error: sayError(error) }),
  )
}
