import type { KeptInteraction } from '../../contract/interactions.ts'
import { type IdentityLink, removeLinksOf, saveIdentityLinks } from '../../store/identities.ts'
import { saveNews } from '../../store/interactions.ts'
import { keepingFacts } from '../../store/locks.ts'
import type { Store } from '../../store/open.ts'
import type { Connection } from '../../store/postgres/client.ts'
import { type Revision, saveRevisions } from '../../store/revisions.ts'
import type { Scope } from '../../store/scope.ts'
import { addUnread } from '../../store/unread.ts'
import { placeFacts } from '../imports/place-facts.ts'
import { settleAround } from './settle-around.ts'
import type { Told } from './told.ts'

/**
 * Keeps interactions as they happen, in one durable transaction, and leaves word of what readings have not read. Says
 * what became of each, in the order given. What says nothing of people or of other facts, and that is most, takes two
 * waits for the database: whose the cases are, and all the rest with the commit.
 */
export async function keepTold(
  { keepers }: Pick<Store, 'keepers'>,
  scope: Scope,
  told: readonly Told[],
): Promise<readonly KeptInteraction[]> {
  return keepingFacts(keepers, scope, async (client, commit) => {
    const { facts, links } = await placeFacts(client, scope, told)
    const saving = saveNews(client, scope, facts)
    const saysMore = links.length > 0 || told.some(({ revises }) => revises !== null)
    if (!saysMore) commit()
    const { saved, conflicting } = await saving
    if (saysMore) await keepWhatItSays(client, scope, { told, saved, links })
    return answer(told, saved, new Set(conflicting))
  })
}

/** Who is one person by it, and which facts no longer count. */
async function keepWhatItSays(
  client: Connection,
  scope: Scope,
  {
    told,
    saved,
    links,
  }: { told: readonly Told[]; saved: ReadonlySet<string>; links: readonly IdentityLink[] },
): Promise<void> {
  const newLinks = await saveIdentityLinks(client, scope, links)
  const gone = await saveRevisions(client, scope, revisionsOf(told, saved))
  const lostLinks = await removeLinksOf(
    client,
    scope,
    gone.map(({ id }) => id),
  )
  await settleAround(client, scope, [...newLinks, ...lostLinks])
  await addUnread(
    client,
    scope,
    gone.filter(({ id }) => !saved.has(id)).map((fact) => ({ ...fact, wasRead: true })),
  )
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
