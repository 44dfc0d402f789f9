import {
  answerException,
  findCustomerPage,
  findDeskIssue,
  findIssueOfCase,
  findQueue,
  grantOption,
  makeLink,
  objectToGuideline,
  revokeLink,
  takeCustomerStep,
  takeDeskStep,
} from '../../contract/desk/routes.ts'
import { Failure } from '../../contract/failures.ts'
import { sayActor } from '../../core/desk/step.ts'
import { findIssueOfCase as findCase } from '../../store/desk-queue.ts'
import type { App } from '../app.ts'
import {
  findCustomerPage as customerPage,
  takeCustomerStep as takeTheirStep,
} from '../for-you/customer-page.ts'
import { revokeLink as endLink, makeLink as newLink } from '../for-you/links.ts'
import { object } from '../guidelines/objections.ts'
import type { Service } from '../service.ts'
import { toActor, whyOnlyDraft } from './actor.ts'
import { findDeskPage } from './desk-page.ts'
import { answerException as answerAsked } from './exceptions/answer-exception.ts'
import { grantOption as grant } from './grant.ts'
import { findQueue as queueOf } from './queue.ts'
import { toStep } from './steps.ts'
import { takeStep } from './take-step.ts'

export function addDeskRoutes(app: App): void {
  app.openapi(findQueue, async (context) => {
    const { scope, service, sight } = context.get('entered')
    return context.json(await queueOf(service, scope, sight), 200)
  })

  app.openapi(findDeskIssue, async (context) => {
    const { scope, service, sight } = context.get('entered')
    const { id } = context.req.valid('param')
    return context.json(await findDeskPage(service, scope, { id, sight }), 200)
  })

  app.openapi(findIssueOfCase, async (context) => {
    const { scope, service } = context.get('entered')
    const found = await findCase(service.store.pool, scope, context.req.valid('query'))
    if (found === null) {
      throw new Failure(
        'notFound',
        'No case of that number was read.',
        'Check the number, or read its source again.',
      )
    }
    return context.json({ issue: found }, 200)
  })

  app.openapi(takeDeskStep, async (context) => {
    const { scope, service, who, rights, sight } = context.get('entered')
    const { id } = context.req.valid('param')
    const { step, who: stated } = context.req.valid('json')
    const onlyDraft = whyOnlyDraft(rights, step.kind)
    if (onlyDraft !== null) throw new Failure('notAllowed', onlyDraft)
    await takeStep(service, scope, { id, step: toStep(step), by: toActor(who, stated) })
    return context.json(await findDeskPage(service, scope, { id, sight }), 200)
  })

  app.openapi(grantOption, async (context) => {
    const { scope, service, who } = context.get('entered')
    const { id } = context.req.valid('param')
    const request = context.req.valid('json')
    const by = toActor(who, request.who)
    return context.json(await grant(service, scope, { id, request, by, isAudited: true }), 200)
  })

  app.openapi(objectToGuideline, async (context) => {
    const { scope, service, who } = context.get('entered')
    const { id } = context.req.valid('param')
    const input = context.req.valid('json')
    return context.json(
      { objection: await object(service, scope, { id, input, by: toActor(who, input.who) }) },
      200,
    )
  })

  app.openapi(makeLink, async (context) => {
    const { scope, service, who } = context.get('entered')
    const { id } = context.req.valid('param')
    const { who: stated, days } = context.req.valid('json')
    return context.json(await newLink(service, scope, { id, who: sayActor(toActor(who, stated)), days }), 200)
  })

  app.openapi(revokeLink, async (context) => {
    const { scope, service } = context.get('entered')
    return context.json({ revoked: await endLink(service, scope, context.req.valid('param').id) }, 200)
  })

  app.openapi(answerException, async (context) => {
    const { scope, service, who, sight } = context.get('entered')
    const { id } = context.req.valid('param')
    const answer = context.req.valid('json')
    const issue = await answerAsked(service, scope, { id, answer, by: toActor(who, answer.who) })
    return context.json(await findDeskPage(service, scope, { id: issue, sight }), 200)
  })
}

/** What a customer reaches by their link alone. */
export function addCustomerRoutes(app: App, service: Service): void {
  app.openapi(findCustomerPage, async (context) =>
    context.json(await customerPage(service, context.req.valid('param').token), 200),
  )

  app.openapi(takeCustomerStep, async (context) => {
    const { token } = context.req.valid('param')
    return context.json(await takeTheirStep(service, token, context.req.valid('json')), 200)
  })
}
