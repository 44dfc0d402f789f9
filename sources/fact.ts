import { hash } from 'node:crypto'
import { type InteractionId, interactionId } from '../core/base/ids.ts'
import { dayMs, type Instant } from '../core/base/time.ts'
import type { Interaction } from '../core/interactions/interaction.ts'

/** An interaction with a fingerprint of its content, which tells a repetition from a contradiction. */
export type Fact = { readonly interaction: Interaction; readonly digest: string }

/** Interactions older than this, or further ahead than `furthestAhead`, are mistakes of the clock or the export. */
const earliest = Date.UTC(1990, 0, 1)
const furthestAhead = 366 * dayMs

export function isPossibleTime(at: Instant, now: Instant): boolean {
  return at >= earliest && at <= now + furthestAhead
}

/** The same source and external id are the same interaction, however it comes. */
export function idOf(source: string, externalId: string): InteractionId {
  return interactionId(hash('sha256', `${source}\0${externalId}`).slice(0, 32))
}

export function toFact(interaction: Interaction): Fact {
  return { interaction, digest: digestOf(interaction) }
}

function digestOf(fact: Interaction): string {
  let content = `${fact.at}\u001f${fact.identities.join()}\u001f${fact.caseId}\u001f${fact.caseOpenedAt}\u001f${fact.kind}\u001f${fact.from}`
  content += `\u001f${fact.channel}\u001f${fact.team}\u001f${fact.agent}\u001f${fact.text}\u001f${fact.category}`
  content += `\u001f${fact.rating}\u001f${fact.durationSeconds}`
  for (const name in fact.attributes) content += `\u001f${name}\u001f${fact.attributes[name]}`
  return hash('sha256', content).slice(0, 32)
}
