import { randomUUID } from 'node:crypto'
import { saveCorrection, withdrawCorrection } from '../../contract/correction-routes.ts'
import type { CorrectionInput } from '../../contract/corrections.ts'
import { Failure } from '../../contract/failures.ts'
import { type InteractionId, interactionId } from '../../core/base/ids.ts'
import {
  byPerson,
  type Correction,
  signalsOfSide,
  speaksOf,
  statedStrength,
} from '../../core/signals/corrections/correction.ts'
import type { Signal, SignalKind } from '../../core/signals/signal.ts'
import { saveCorrection as keep, withdrawCorrection as takeBack } from '../../store/corrections.ts'
import { findInteraction, type StoredInteraction } from '../../store/interactions.ts'
import type { App } from '../app.ts'
import { currentUnderstanding } from '../readings/current-understanding.ts'
import { isId } from './is-id.ts'

/** What people say of single texts: right, wrong, this instead; and taking it back. */
export function addCorrectionRoutes(app: App): void {
  app.openapi(saveCorrection, async (context) => {
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const input = context.req.valid('json')
    const found = isId(input.interaction)
      ? await findInteraction(pool, scope, interactionId(input.interaction))
      : null
    if (found === null || found.text === null) {
      throw new Failure('notFound', 'There is no such text in this workspace.', 'Open it again from a list.')
    }
    refuseMisplaced(input, found, found.text)
    const { readSignals } = await currentUnderstanding(service, scope)
    const correction = toCorrection(input, found.id, readSignals(found.text, found.from), service.now())
    await keep(pool, scope, correction)
    return context.json({ correction: correction.id }, 200)
  })

  app.openapi(withdrawCorrection, async (context) => {
    const { id } = context.req.valid('param')
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const by = context.req.valid('json').reviewer
    if (!isId(id) || !(await takeBack(pool, scope, { id, by, at: service.now() }))) {
      throw new Failure(
        'notFound',
        'There is no such correction, or it was taken back before.',
        'Look at the text again to see what holds.',
      )
    }
    return context.json({ correction: id }, 200)
  })
}

function refuseMisplaced(
  { kind, instead, place }: CorrectionInput,
  { from }: StoredInteraction,
  text: string,
) {
  const possible = signalsOfSide(from)
  const isForeign = (named: SignalKind | null) => named !== null && !possible.includes(named)
  if (isForeign(kind) || isForeign(instead)) {
    throw new Failure(
      'badInput',
      `A message of the ${from} can’t show that.`,
      `It can show: ${possible.join(', ')}.`,
    )
  }
  if (place !== null && (place.start >= place.end || place.end > text.length)) {
    throw new Failure(
      'badInput',
      'These words are not in the text.',
      'Open the text again and mark them anew.',
    )
  }
}

function toCorrection(
  { kind, place, verdict, instead, chosen, reviewer }: CorrectionInput,
  id: InteractionId,
  signals: readonly Signal[],
  at: number,
): Correction {
  const said = {
    id: randomUUID(),
    interaction: id,
    kind,
    span: place,
    verdict,
    instead,
    chosen,
    reviewer,
    at,
  }
  const stated = { ...said, strength: statedStrength, method: byPerson }
  const read = signals.find((signal) => speaksOf(stated, signal))
  return read === undefined ? stated : { ...stated, strength: read.strength, method: read.method }
}
