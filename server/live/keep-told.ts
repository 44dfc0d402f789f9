import type { KeptInteraction } from '../../contract/interactions.ts'
import { removeLinksOf } from '../../store/identities.ts'
import { keepingFacts } from '../../store/locks.ts'
import type { Store } from '../../store/open.ts'
import { type Revision, saveRevisions } from '../../store/revisions.ts'
import type { Scope } from '../../store/scope.ts'
import { addUnread } from '../../store/unread.ts'
import { keepFacts } from '../imports/keep-facts.ts'
import { settleAround } from './settle-around.ts'
import type { Told } from './told.ts'

/**
 * Keeps interactions as they happen, in one durable transaction, and leaves word of what readings have not read. Says
 * what became of each, in the order given.
 */
export async function keepTold(
  { pool }: Pick<Store, 'pool'>,
  scope: Scope,
  told: readonly Told[],
): Promise<readonly KeptInteraction[]> {
  return keepingFacts(pool, scope, async (client) => {
    const { facts, saved, conflicting, newLinks } = await keepFacts(client, scope, told)
    const fresh = facts.filter(({ interaction }) => saved.has(interaction.id))
    const revisions = revisionsOf(told, saved)
    const gone = await saveRevisions(client, scope, revisions)
    const lostLinks = await removeLinksOf(
      client,
      scope,
      gone.map(({ id }) => id),
    )
    await settleAround(client, scope, [...newLinks, ...lostLinks])
    await addUnread(client, scope, [
      ...gone.filter(({ id }) => !saved.has(id)).map((fact) => ({ ...fact, wasRead: true })),
      ...fresh.map(({ interaction, identity }) => ({ id: interaction.id, identity, wasRead: false })),
    ])
    return answer(told, saved, new Set(conflicting))
  })
}

function revisionsOf(told: readonly Told[], saved: ReadonlySet<string>): Revision[] {
  return told.flatMap(({ interaction: { id }, revises }) =>
    revises !== null && saved.has(id) ? [{ id, ...revises }] : [],
  )
}

function answer(
  told: readonly Told[],
  saved: ReadonlySet<string>,
  conflicting: ReadonlySet<number>,
): KeptInteraction[] {
  const first = new Set<string>()
  return told.map(({ interaction: { id, externalId } }, index) => {
    if (conflicting.has(index)) return { externalId, state: 'setAside', ...contradiction }
    const isStored = saved.has(id) && !first.has(id)
    first.add(id)
    return { externalId, state: isStored ? 'stored' : 'duplicate' }
  })
}

const contradiction = {
  reason: 'same id, other content',
  detail:
    'The id is known with other content. Tell it under an id of its own, with “corrects” if it takes the place of the other.',
}
