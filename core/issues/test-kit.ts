import { causeId, contactId } from '../base/ids.ts'
import { anInteraction } from '../interactions/test-kit.ts'
import type { CausedContact } from './contact.ts'

type Stated = {
  id: string
  at: number | null
  cause?: string
  case?: string
  /** To any cause but its own. */
  otherness?: number
  refersBack?: boolean
  numbers?: readonly string[]
}

/** A contact of one message, of which a test states only what matters to it. */
export function aContact(stated: Stated): CausedContact {
  const opener = anInteraction({ id: stated.id, at: stated.at })
  return {
    id: contactId(stated.id),
    at: stated.at,
    opener,
    interactions: [opener],
    caseKey: stated.case ?? stated.id,
    cause: stated.cause === undefined ? null : causeId(stated.cause),
    causeStrength: null,
    otherness: () => stated.otherness ?? null,
    refersBack: () => stated.refersBack ?? false,
    numbers: () => new Set(stated.numbers),
  }
}
