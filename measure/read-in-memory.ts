import { customerId, type Identity, identityOf } from '../core/base/ids.ts'
import type { CauseModel } from '../core/causes/cause-model.ts'
import { defaultGrain, discoverCauses, type Reason } from '../core/causes/discover-causes.ts'
import { hearReason } from '../core/causes/hear-reason.ts'
import { prepareUnderstanding } from '../core/causes/prepare-understanding.ts'
import { type CustomerReading, readCustomer } from '../core/causes/read-customer.ts'
import type { Interaction } from '../core/interactions/interaction.ts'
import { type IdentityLink, joinIdentities } from '../core/interactions/join-identities.ts'
import { caseKeyOf, compareInteractions } from '../core/issues/contact.ts'
import { groupIntoContacts } from '../core/issues/group-into-contacts.ts'
import { defaultSettings } from '../core/issues/settings.ts'
import type { WordTable } from '../core/text/word-table.ts'
import { guessFile } from '../sources/guess-file.ts'
import { readSource } from '../sources/read-source.ts'
import type { SourceFile } from '../sources/source-file.ts'

export type MemoryReading = { readonly readings: readonly CustomerReading[]; readonly model: CauseModel }

/**
 * Reads a file by the steps of the pipeline without a store, for measuring quality: the same functions in the same
 * order. Holds everything in memory, so it is for thousands of interactions, not millions.
 */
export async function readInMemory(file: SourceFile, words: WordTable, now: number): Promise<MemoryReading> {
  const interactions = await listInteractions(file, now)
  const model = discoverCauses(listReasons(interactions), words, { grain: defaultGrain })
  return { readings: readBy(model, interactions, words), model }
}

export async function listInteractions(file: SourceFile, now: number): Promise<readonly Interaction[]> {
  const interactions: Interaction[] = []
  const guess = await guessFile(file)
  for await (const { facts } of readSource(file, guess, { afterRows: 0, batchRows: 5000, now })) {
    interactions.push(...facts.map(({ interaction }) => interaction))
  }
  return interactions
}

export function listReasons(interactions: readonly Interaction[]): readonly Reason[] {
  return [...groupByCustomer(interactions).values()].flatMap((own) =>
    groupIntoContacts(own, defaultSettings).flatMap((contact) => {
      const { reason } = hearReason(contact)
      return reason === null ? [] : [{ id: contact.id, text: reason, at: contact.at }]
    }),
  )
}

export function readBy(
  model: CauseModel,
  interactions: readonly Interaction[],
  words: WordTable,
): readonly CustomerReading[] {
  const understanding = prepareUnderstanding(
    { causes: model, categorised: [], decisions: [], links: [], signals: [] },
    words,
  )
  return [...groupByCustomer(interactions)].map(([customer, own]) =>
    readCustomer(
      { customer: customerId(customer), isKnown: true, interactions: own },
      understanding,
      defaultSettings,
    ),
  )
}

function groupByCustomer(interactions: readonly Interaction[]): Map<string, Interaction[]> {
  const owners = new Map<string, Identity>()
  const links: IdentityLink[] = []
  for (const interaction of interactions) {
    const key = caseKeyOf(interaction)
    const [one, ...others] = interaction.identities
    if (one === undefined) continue
    if (key !== null && !owners.has(key)) owners.set(key, one)
    links.push(...others.map((other) => ({ one, other })))
  }
  const joined = joinIdentities(links)
  const customers = new Map<string, Interaction[]>()
  for (const interaction of [...interactions].sort(compareInteractions)) {
    const key = caseKeyOf(interaction)
    const identity =
      (key === null ? undefined : owners.get(key)) ?? interaction.identities[0] ?? identityOf('row:none')
    const customer = joined.get(identity) ?? identity
    customers.set(customer, [...(customers.get(customer) ?? []), interaction])
  }
  return customers
}
