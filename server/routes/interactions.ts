import { Failure } from '../../contract/failures.ts'
import { type KeptInteraction, keepInteractions, mostInteractions } from '../../contract/interactions.ts'
import type { App } from '../app.ts'
import { keepInteractions as keep } from '../live/keep-interactions.ts'
import { type NotTold, parseTold, type Told } from '../live/told.ts'
import type { Service } from '../service.ts'

/** Takes interactions in as they happen. */
export function addInteractionRoutes(app: App, service: Service): void {
  app.openapi(keepInteractions, async (context) => {
    const { scope } = context.get('entered')
    const items = itemsOf(await context.req.text(), context.req.header('content-type') ?? '')
    if (items.length > mostInteractions) {
      throw new Failure(
        'tooLarge',
        `A request can bring ${mostInteractions} interactions at most.`,
        'Send it in several requests.',
      )
    }
    const judged = items.map((item) => ('given' in item ? parseTold(item.given, service.now()) : item))
    refuseAlone(judged)
    service.metrics.countInteractions('setAside', judged.filter((one) => !isTold(one)).length)
    const kept = (await keep(service, scope, judged.filter(isTold))).values()
    const results = judged.map(
      (one): KeptInteraction =>
        isTold(one) ? (kept.next().value ?? missing(one)) : { ...one, state: 'setAside' },
    )
    const count = (state: KeptInteraction['state']) => results.filter((one) => one.state === state).length
    return context.json(
      { stored: count('stored'), duplicates: count('duplicate'), setAside: count('setAside'), results },
      200,
    )
  })
}

type Item = { readonly given: unknown } | NotTold

const noJson = 'The body is no JSON that holds interactions.'
const seeForm = 'See Interaction in /api/openapi.json for its form.'

function itemsOf(body: string, contentType: string): Item[] {
  if (contentType.startsWith('application/x-ndjson')) {
    const lines = body.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => parseJson(line) ?? unreadableLine)
  }
  if (!/^application\/(cloudevents(-batch)?\+)?json\b/.test(contentType)) {
    throw new Failure(
      'badInput',
      `Interactions can’t be read from “${contentType}”.`,
      'Send application/json.',
    )
  }
  const whole = parseJson(body)?.given
  if (Array.isArray(whole) && whole.length > 0) return whole.map((given: unknown) => ({ given }))
  if (Array.isArray(whole) || typeof whole !== 'object' || whole === null)
    throw new Failure('badInput', noJson, seeForm)
  return [{ given: whole }]
}

function parseJson(text: string): { readonly given: unknown } | null {
  try {
    return { given: JSON.parse(text) }
  } catch {
    return null
  }
}

const unreadableLine: NotTold = {
  externalId: null,
  reason: 'no JSON',
  detail: 'The line is no JSON. Each line holds one interaction.',
}

/** Who tells a single thing and tells it wrongly hears of it at once. */
function refuseAlone(judged: readonly (Told | NotTold)[]): void {
  const [only, ...others] = judged
  if (only === undefined || isTold(only) || others.length > 0) return
  throw new Failure('badInput', `The interaction can’t be read: ${only.detail}`, seeForm)
}

function isTold(one: Told | NotTold): one is Told {
  return 'interaction' in one
}

function missing({ interaction }: Told): never {
  throw new Error(`Our fault: nothing was said of ${interaction.id}`)
}
