import { randomUUID } from 'node:crypto'
import { Failure } from '../../contract/failures.ts'
import {
  listParts,
  listRulings,
  type RulingInput,
  saveRuling,
  withdrawRuling,
} from '../../contract/rulings.ts'
import { type ContactId, causeId, contactId, interactionId } from '../../core/base/ids.ts'
import { toIso } from '../../core/base/time.ts'
import { causesOf } from '../../core/causes/decisions/cause-decision.ts'
import { causeDecisionsOf, type RuledContact, type Ruling } from '../../core/causes/decisions/ruling.ts'
import { sayRuling } from '../../core/causes/decisions/say-ruling.ts'
import { findInteraction } from '../../store/interactions.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import { findReadingStart } from '../../store/readings.ts'
import {
  saveRuling as keep,
  listRulings as listStanding,
  withdrawRuling as takeBack,
} from '../../store/rulings.ts'
import type { Scope } from '../../store/scope.ts'
import type { App } from '../app.ts'
import { listParts as proposedParts } from '../learning/list-parts.ts'
import { listCauseNames, rereadCustomer } from '../readings/reread-customer.ts'
import type { Service } from '../service.ts'
import { isId } from './is-id.ts'

/** What people decide about causes and issues. */
export function addRulingRoutes(app: App): void {
  app.openapi(saveRuling, async (context) => {
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const input = context.req.valid('json')
    const ruling = { id: randomUUID(), reviewer: input.reviewer, at: service.now() }
    const said = await understand(service, scope, input)
    await inTransaction(pool, (client) => keep(client, scope, { ...ruling, ...said }))
    return context.json({ ruling: ruling.id }, 200)
  })

  app.openapi(withdrawRuling, async (context) => {
    const { id } = context.req.valid('param')
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const by = context.req.valid('json').reviewer
    if (!isId(id) || !(await takeBack(pool, scope, { id, by, at: service.now() }))) {
      throw new Failure(
        'notFound',
        'There is no such ruling, or it was taken back before.',
        'Look at the list of what was decided.',
      )
    }
    return context.json({ ruling: id }, 200)
  })

  app.openapi(listParts, async (context) => {
    const { scope, service } = context.get('entered')
    const { id } = context.req.valid('param')
    if (!(await listCauseNames(service, scope)).has(id)) throw noSuchCause()
    const parts = await proposedParts(service, scope, causeId(id))
    return context.json(
      { parts: parts.map(({ ids, ...part }) => ({ ...part, words: [...part.words], contacts: [...ids] })) },
      200,
    )
  })

  app.openapi(listRulings, async (context) => {
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const [rulings, names, start] = await Promise.all([
      listStanding(pool, scope),
      listCauseNames(service, scope),
      findReadingStart(pool, scope),
    ])
    const shown = rulings.map((ruling) => ({
      id: ruling.id,
      kind: ruling.content.kind,
      sentence: sayRuling(ruling.content, names),
      causes: causeDecisionsOf([ruling]).flatMap(causesOf),
      contacts: ruling.contacts.map(({ contact }) => contact),
      reviewer: ruling.reviewer,
      at: toIso(ruling.at),
    }))
    const sinceReading = rulings.filter(({ at }) => start === null || at > start).length
    return context.json({ rulings: shown.reverse(), sinceReading }, 200)
  })
}

/** What is ruled, checked against what there is: causes of the reading, contacts with the reasons they gave. */
async function understand(
  service: Service,
  scope: Scope,
  input: RulingInput,
): Promise<Pick<Ruling, 'content' | 'contacts'>> {
  const known = await listCauseNames(service, scope)
  const cause = (id: string) => {
    if (!known.has(id)) throw noSuchCause()
    return causeId(id)
  }
  switch (input.kind) {
    case 'renamed':
      return { content: { kind: input.kind, cause: cause(input.cause), name: input.name }, contacts: [] }
    case 'pinned':
      return { content: { kind: input.kind, cause: cause(input.cause) }, contacts: [] }
    case 'merged': {
      if (input.cause === input.into)
        throw new Failure('badInput', 'A cause can’t be part of itself.', 'Choose another one.')
      return {
        content: { kind: input.kind, cause: cause(input.cause), into: cause(input.into) },
        contacts: [],
      }
    }
    case 'split': {
      const part = causeId(`part-${randomUUID()}`)
      const content = { kind: input.kind, cause: cause(input.cause), part, name: input.name }
      const contacts = await Promise.all(input.contacts.map((id) => withReason(service, scope, id)))
      return { content, contacts }
    }
    case 'placed': {
      const content = { kind: input.kind, cause: input.cause === null ? null : cause(input.cause) }
      return { content, contacts: [await withReason(service, scope, input.contact)] }
    }
    case 'same':
    case 'notSame': {
      const [one, other] = await Promise.all(
        [input.one, input.other].map((id) => findContact(service, scope, id)),
      )
      if (one === undefined || other === undefined || one.contact === other.contact)
        throw new Failure('badInput', 'These are not two contacts.', 'Choose two different ones.')
      if (one.customer !== other.customer)
        throw new Failure(
          'badInput',
          'These contacts are of two customers, so that they can’t be one issue.',
          'Choose two contacts of one customer.',
        )
      const contacts = [one, other].map(({ contact }) => ({ contact, reason: null }))
      return { content: { kind: input.kind }, contacts }
    }
    default:
      return input satisfies never
  }
}

function noSuchCause(): Failure {
  return new Failure(
    'notFound',
    'There is no such cause in the current reading.',
    'Choose one from the list.',
  )
}

async function withReason(service: Service, scope: Scope, id: string): Promise<RuledContact> {
  const { contact, reason } = await findContact(service, scope, id)
  if (reason === null) {
    throw new Failure(
      'badInput',
      'This contact gives no reason in words, so that none could be placed.',
      'Choose a message in which the customer says why they came.',
    )
  }
  return { contact, reason }
}

type FoundContact = {
  readonly contact: ContactId
  readonly customer: string
  readonly reason: string | null
}

async function findContact(service: Service, scope: Scope, id: string): Promise<FoundContact> {
  const opener = isId(id) ? await findInteraction(service.store.pool, scope, interactionId(id)) : null
  const reading = opener === null ? null : await rereadCustomer(service, scope, opener.customer)
  const found = reading?.contacts.find((contact) => contact.id === contactId(id))
  if (opener === null || found === undefined) {
    throw new Failure('notFound', 'There is no such contact in this workspace.', 'Open it again from a list.')
  }
  return { contact: found.id, customer: opener.customer, reason: found.reason }
}
