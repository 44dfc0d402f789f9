import { Failure } from '../../contract/failures.ts'
import { findWho, saveIdentityRuling, withdrawIdentityRuling } from '../../contract/identities.ts'
import { type CustomerId, identityOf, interactionId } from '../../core/base/ids.ts'
import { findInteraction } from '../../store/interactions.ts'
import type { Scope } from '../../store/scope.ts'
import { findNamed } from '../access/person.ts'
import { nameOf } from '../access/who.ts'
import type { App } from '../app.ts'
import { isId } from '../routes/is-id.ts'
import type { Service } from '../service.ts'
import { ruleIdentity, withdrawRuling } from './rule-identity.ts'
import { tellWho } from './tell-who.ts'

/** Who the customer of an issue is, and what people say of that. Rulings wake those who read, so they run as the owner. */
export function addIdentityRoutes(app: App, service: Service): void {
  app.openapi(findWho, async (context) => {
    const { scope, service: within } = context.get('entered')
    const customer = await findCustomerOf(within, scope, context.req.valid('param').id)
    return context.json(await tellWho(within.store.pool, scope, customer), 200)
  })

  app.openapi(saveIdentityRuling, async (context) => {
    const { scope, service: within, who } = context.get('entered')
    const { kind, person: named } = context.req.valid('json')
    const customer = await findCustomerOf(within, scope, context.req.valid('param').id)
    const person = kind === 'same' ? await findNamed(within.store, scope, named) : named
    const ruled = { kind, customer, person: identityOf(person), reviewer: nameOf(who) }
    return context.json({ ruling: await ruleIdentity(service, scope, ruled) }, 200)
  })

  app.openapi(withdrawIdentityRuling, async (context) => {
    const { scope, who } = context.get('entered')
    const { id } = context.req.valid('param')
    if (!isId(id)) throw new Failure('notFound', 'There is no such ruling.', 'Choose one from the list.')
    await withdrawRuling(service, scope, { id, by: nameOf(who) })
    return context.json({ ruling: id }, 200)
  })
}

/** As the records know them now: the issue goes by the interaction that opened it. */
async function findCustomerOf({ store }: Service, scope: Scope, id: string): Promise<CustomerId> {
  const opener = isId(id) ? await findInteraction(store.pool, scope, interactionId(id)) : null
  if (opener === null) {
    throw new Failure('notFound', 'There is no such issue.', 'Choose one from the list of issues.')
  }
  return opener.customer
}
