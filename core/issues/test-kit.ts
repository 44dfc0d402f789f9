import { causeId, contactId } from '../base/ids.ts'
import { anInteraction } from '../interactions/test-kit.ts'
import type { CausedContact } from './contact.ts'

type Stated = {
  id: string
  at: number | null
  cause?: string
  case?: string
  meaning?: readonly number[]
  refersBack?: boolean
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
    meaning: () => (stated.meaning === undefined ? null : Float32Array.from(stated.meaning)),
    refersBack: () => stated.refersBack ?? false,
  }
}
