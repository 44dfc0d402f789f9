import type { CauseId, ContactId } from '../base/ids.ts'
import { compareNumber, compareText } from '../base/order.ts'
import type { Instant } from '../base/time.ts'
import type { Interaction } from '../interactions/interaction.ts'

/** One occasion on which a customer turns to the company. */
export type Contact = {
  readonly id: ContactId
  readonly at: Instant | null
  /** The interaction that opens it. */
  readonly opener: Interaction
  /** All interactions up to the next contact of the same case, in time order, the opener among them. */
  readonly interactions: readonly Interaction[]
  /** Names the case within all sources; a contact without a case has one of its own. */
  readonly caseKey: string
}

/** A contact with what is understood of its reason. */
export type CausedContact = Contact & {
  readonly cause: CauseId | null
  /** 0 to 1; null where the source's own category decides or nothing was recognised. */
  readonly causeStrength: number | null
  /** How much nearer the customer's words lie to another cause than to this one, 0 to 2; null where they say nothing that is
   *  understood. Asked for late, because it costs more than all the rest and most contacts are linked without it. */
  otherness(cause: CauseId | null): number | null
  /** Whether the customer speaks of an earlier contact ("third time I write"). Asked for late, too. */
  refersBack(): boolean
  /** The numbers that the customer names, but those that name the customer. Asked for late, too. */
  numbers(): ReadonlySet<string>
}

export function caseKeyOf(interaction: Interaction): string | null {
  return interaction.caseId === null ? null : `${interaction.source}/${interaction.caseId}`
}

/** Time order; interactions of the same instant keep the order of their source. */
export function compareInteractions(left: Interaction, right: Interaction): number {
  return compareNumber(left.at, right.at) || left.sequence - right.sequence || compareText(left.id, right.id)
}

export function compareContacts(left: Contact, right: Contact): number {
  return (
    compareNumber(left.at, right.at) ||
    left.opener.sequence - right.opener.sequence ||
    compareText(left.id, right.id)
  )
}
