import type { KeptInteraction } from '../../contract/interactions.ts'
import { type IdentityLink, removeLinksOf, saveIdentityLinks } from '../../store/identities.ts'
import { saveNews } from '../../store/interactions.ts'
import { keepingFacts } from '../../store/locks.ts'
import type { Store } from '../../store/open.ts'
import { type Connection, inOnePiece } from '../../store/postgres/client.ts'
import { type Revision, saveRevisions } from '../../store/revisions.ts'
import type { Scope } from '../../store/scope.ts'
import { addUnread } from '../../store/unread.ts'
import { placeFacts } from '../imports/place-facts.ts'
import { keepAside, type Outcome } from './aside/keep-aside.ts'
import { settleAround } from './settle-around.ts'
import { isTold, type Judged, type Told } from './told.ts'

/**
 * Keeps interactions as they happen, in one durable transaction with what can't be read, and leaves word of what readings
 * have not read. Says what became of each, in the order given. What says nothing of people or of other facts, and that is
 * most, takes two waits for the database: whose the cases are, and all the rest with the commit. What turns out to contradict
 * what is known is then set aside behind that commit, and still before the answer.
 */
export async function keepTold(
  { keepers }: Pick<Store, 'keepers'>,
  scope: Scope,
  judged: readonly Judged[],
): Promise<readonly KeptInteraction[]> {
  const told = judged.filter(isTold)
  return keepingFacts(keepers, scope, async (client, commit) => {
    const { facts, links } = await placeFacts(client, scope, told)
    const saysMore = links.length > 0 || told.some(({ revises }) => revises !== null)
    const { saved, conflicting } = await inOnePiece(client, () => {
      const saving = saveNews(client, scope, facts)
      if (!saysMore && told.length === judged.length) commit()
      return saving
    })
    if (saysMore) await keepWhatItSays(client, scope, { told, saved, links })
    return keepAside(client, scope, outcomesOf(judged, saved, new Set(conflicting)))
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

/** `conflicting` counts those that could be read. */
function outcomesOf(
  judged: readonly Judged[],
  saved: ReadonlySet<string>,
  conflicting: ReadonlySet<number>,
): Outcome[] {
  const first = new Set<string>()
  let position = -1
  return judged.map((one) => {
    if (!isTold(one)) return { one, became: one }
    position += 1
    const { id } = one.interaction
    if (conflicting.has(position)) return { one, became: contradiction }
    const isStored = saved.has(id) && !first.has(id)
    first.add(id)
    return { one, became: isStored ? 'stored' : 'duplicate' }
  })
}

const contradiction = {
  reason: 'same id, other content',
  detail:
    'The id is known with other content. Tell it under an id of its own, with “corrects” if it takes the place of the other.',
}
