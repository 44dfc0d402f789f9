import { identityOf, interactionId } from '../base/ids.ts'
import type { Interaction } from './interaction.ts'

/** An interaction of which a test states only what matters to it. */
export function anInteraction(stated: Partial<Omit<Interaction, 'id'>> & { id: string }): Interaction {
  const { id, ...rest } = stated
  return {
    source: 'test',
    externalId: id,
    sequence: 0,
    at: null,
    identities: [identityOf('account:ann')],
    caseId: null,
    caseOpenedAt: null,
    kind: 'message',
    from: 'customer',
    channel: null,
    team: null,
    agent: null,
    text: null,
    category: null,
    rating: null,
    durationSeconds: null,
    attributes: {},
    ...rest,
    id: interactionId(id),
  }
}
