import {
  answerObjection,
  findGuideline,
  findRepNotes,
  listGuidelines,
  putGuidelineLive,
  readAnswer,
  replayGuideline,
  saveDeskPerson,
  saveGuideline,
  saveGuidelineVersion,
} from '../../contract/desk/routes.ts'
import { sayActor } from '../../core/desk/step.ts'
import { saveDeskPerson as keepPerson, listDeskPeople } from '../../store/desk-people.ts'
import type { App } from '../app.ts'
import { toActor } from '../desk/actor.ts'
import { queueFigures } from '../live/queue.ts'
import type { Service } from '../service.ts'
import {
  findGuidelinePage,
  listGuidelineRows,
  putVersionLive,
  replayDraft,
  saveDraft,
} from './guideline-pages.ts'
import { answerObjection as answer } from './objections.ts'
import { findNotesFor, readAnswer as markRead } from './rep-notes.ts'

export function addGuidelineRoutes(app: App, owner: Pick<Service, 'store' | 'now'>): void {
  app.openapi(findRepNotes, async (context) => {
    const { scope, service, who } = context.get('entered')
    const by = toActor(who, context.req.valid('query').who ?? '')
    return context.json(await findNotesFor(service, scope, sayActor(by)), 200)
  })

  app.openapi(readAnswer, async (context) => {
    const { scope, service, who } = context.get('entered')
    const by = toActor(who, context.req.valid('json').who)
    const { id } = context.req.valid('param')
    return context.json(await markRead(service, scope, { id, who: sayActor(by) }), 200)
  })

  app.openapi(listGuidelines, async (context) => {
    const { scope, service } = context.get('entered')
    return context.json(await listGuidelineRows(service, scope), 200)
  })

  app.openapi(saveGuideline, async (context) => {
    const { scope, service, who } = context.get('entered')
    const { guideline, who: stated } = context.req.valid('json')
    const by = sayActor(toActor(who, stated))
    const id = await saveDraft(service, scope, { id: null, guideline, who: by })
    return context.json(await findGuidelinePage(service, scope, id), 200)
  })

  app.openapi(replayGuideline, async (context) => {
    const { scope, service } = context.get('entered')
    return context.json(await replayDraft(service, scope, context.req.valid('json')), 200)
  })

  app.openapi(findGuideline, async (context) => {
    const { scope, service } = context.get('entered')
    return context.json(await findGuidelinePage(service, scope, context.req.valid('param').id), 200)
  })

  app.openapi(saveGuidelineVersion, async (context) => {
    const { scope, service, who } = context.get('entered')
    const { id } = context.req.valid('param')
    const { guideline, who: stated } = context.req.valid('json')
    await saveDraft(service, scope, { id, guideline, who: sayActor(toActor(who, stated)) })
    return context.json(await findGuidelinePage(service, scope, id), 200)
  })

  app.openapi(putGuidelineLive, async (context) => {
    const { scope, service } = context.get('entered')
    const { id } = context.req.valid('param')
    await putVersionLive(service, scope, { id, version: context.req.valid('json').version })
    await queueFigures(owner.store.pool, scope, owner.now())
    return context.json(await findGuidelinePage(service, scope, id), 200)
  })

  app.openapi(answerObjection, async (context) => {
    const { scope, service, who } = context.get('entered')
    const { id } = context.req.valid('param')
    const input = context.req.valid('json')
    const by = sayActor(toActor(who, input.who))
    const guideline = await answer(service, scope, { id, input, who: by })
    if (input.kind === 'retired') await queueFigures(owner.store.pool, scope, owner.now())
    return context.json(await findGuidelinePage(service, scope, String(guideline)), 200)
  })

  app.openapi(saveDeskPerson, async (context) => {
    const { scope, service } = context.get('entered')
    await keepPerson(service.store.pool, scope, context.req.valid('json'))
    return context.json({ people: await listDeskPeople(service.store.pool, scope) }, 200)
  })
}
