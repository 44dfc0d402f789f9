import { caseIdOf, interactionId } from '../core/base/ids.ts'
import { toIdentity } from '../core/interactions/identity.ts'
import { type Interaction, interactionKinds } from '../core/interactions/interaction.ts'
import type { DemoRow } from './tell-story.ts'

/** The row as a perfect import would read it. */
export function toInteraction(row: DemoRow, sequence: number): Interaction {
  const identities = [
    toIdentity('account', row.customer_id),
    toIdentity('email', row.email),
    toIdentity('phone', row.phone),
  ]
  return {
    id: interactionId(row.message_id),
    source: 'larkmoor',
    externalId: row.message_id,
    sequence,
    at: Date.parse(row.created_at),
    identities: identities.filter((identity) => identity !== null),
    caseId: caseIdOf(row.ticket_id),
    caseOpenedAt: null,
    kind: interactionKinds.find((kind) => kind === row.type) ?? 'event',
    from: row.author === 'customer' ? 'customer' : 'company',
    channel: row.channel,
    team: row.team === '' ? null : row.team,
    agent: row.agent === '' ? null : row.agent,
    text: row.text,
    category: row.category,
    rating: row.rating,
    durationSeconds: row.duration_seconds,
    attributes: {},
  }
}
