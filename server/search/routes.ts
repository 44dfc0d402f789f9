import { Failure } from '../../contract/failures.ts'
import { type FoundText, findInteraction, searchTexts } from '../../contract/search.ts'
import { interactionId } from '../../core/base/ids.ts'
import { toIso } from '../../core/base/time.ts'
import { identityKinds, toIdentity } from '../../core/interactions/identity.ts'
import { excerptAround, takeMarks } from '../../core/text/excerpt.ts'
import {
  findInteraction as findStored,
  listInteractions,
  type StoredInteraction,
} from '../../store/interactions.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import { findSearchState } from '../../store/search/due.ts'
import { findCustomers } from '../../store/search/find-customers.ts'
import {
  asksForWords,
  type Found,
  markWords,
  searchTexts as searchStoredTexts,
  wordMarks,
} from '../../store/search/search-texts.ts'
import { whyNot } from '../access/who.ts'
import type { App } from '../app.ts'
import type { Entered } from '../gate.ts'
import { isPerson } from '../imports/place-facts.ts'
import { rereadCustomer } from '../readings/reread-customer.ts'
import { isId } from '../routes/is-id.ts'
import type { Service } from '../service.ts'
import { toInteractionJson } from '../translate/interaction-json.ts'
import type { Sight } from '../translate/sight.ts'

/** Characters of a text that a result shows, about. */
const excerptLength = 480

/**
 * The index of words is looked into as the owner: behind the wall PostgreSQL does not use it, because its operator is not marked
 * as telling nothing. The statement names its workspace, and a test holds strangers apart.
 */
export function addSearchRoutes(app: App, owner: Service): void {
  app.openapi(searchTexts, async (context) => {
    const entered = context.get('entered')
    const { scope, service } = entered
    const { pool } = service.store
    const query = context.req.valid('query')
    const known = await findSearchState(pool, scope)
    const [page, asks, customers] = await Promise.all([
      inTransaction(owner.store.pool, (client) =>
        searchStoredTexts(client, scope, { ...query, newestAt: known.newestAt }),
      ),
      asksForWords(pool, query.words),
      findNamed(entered, query.words),
    ])
    return context.json(
      {
        texts: await toTexts(entered, query.words, page.rows),
        total: page.total.count,
        isAtLeast: page.total.isAtLeast,
        next: page.next,
        asksForWords: asks,
        customers,
        known: { texts: known.texts, waiting: known.waiting },
      },
      200,
    )
  })

  app.openapi(findInteraction, async (context) => {
    const { id } = context.req.valid('param')
    const { scope, service, sight } = context.get('entered')
    const found = isId(id) ? await findStored(service.store.pool, scope, interactionId(id)) : null
    if (found === null) {
      throw new Failure('notFound', 'There is no such interaction.', 'Search for words that stand in it.')
    }
    const { issues, signals, contacts, corrections } = await rereadCustomer(service, scope, found.customer)
    const issue = issues.find(({ interactions }) => interactions.some((one) => one.id === found.id))
    const read = {
      signals: signals.get(found.id) ?? [],
      corrections: corrections.get(found.id) ?? [],
      opensContact: contacts.some(({ opener }) => opener.id === found.id),
    }
    const interaction = toInteractionJson(found, read, sight)
    return context.json({ interaction, issue: issue?.id ?? null }, 200)
  })
}

/** Whoever may not know who a customer is may not find out by asking for them either. */
async function findNamed({ service, scope, who, rights, sight }: Entered, words: string) {
  const refusal = who.kind === 'machine' ? null : whyNot(who, rights, 'know')
  if (refusal !== null) return { cannotSay: refusal }
  const identities = identityKinds.flatMap((kind) => toIdentity(kind, words) ?? [])
  const found = await findCustomers(service.store.pool, scope, identities)
  return found.map(({ customer, issues, latest }) => ({ customer: sight.identity(customer), issues, latest }))
}

async function toTexts(
  { service, scope, sight }: Entered,
  words: string,
  found: readonly Found[],
): Promise<FoundText[]> {
  const { pool } = service.store
  const interactions = await listInteractions(
    pool,
    scope,
    found.map(({ id }) => id),
  )
  const marked = await markWords(
    pool,
    words,
    interactions.map(({ text }) => sight.text(text ?? '')),
  )
  return interactions.map((interaction, index) => toFoundText(interaction, marked[index] ?? '', sight))
}

function toFoundText(
  { id, at, from, channel, team, customer }: StoredInteraction,
  marked: string,
  sight: Sight,
): FoundText {
  const { text, marks } = takeMarks(marked, wordMarks)
  const excerpt = excerptAround(text, marks, excerptLength)
  return {
    id,
    at: at === null ? null : toIso(at),
    from,
    customer: isPerson(customer) ? sight.identity(customer) : null,
    channel,
    team,
    excerpt: excerpt.text,
    hasMoreBefore: excerpt.hasMoreBefore,
    hasMoreAfter: excerpt.hasMoreAfter,
    marks: [...excerpt.marks],
  }
}
