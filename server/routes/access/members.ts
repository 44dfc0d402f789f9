import { roles } from '../../../contract/access.ts'
import { listMembers, makeMemberLink, removeMember, saveMember } from '../../../contract/access-routes.ts'
import { Failure } from '../../../contract/failures.ts'
import { invariant } from '../../../core/base/invariant.ts'
import { toIso } from '../../../core/base/time.ts'
import { listMembers as listStored, removeMember as remove } from '../../../store/people.ts'
import { inviteMember, makeMemberLink as makeLink } from '../../access/invite.ts'
import type { App } from '../../app.ts'
import type { Service } from '../../service.ts'

/** People are above workspaces: what concerns them runs as the owner of the store. */
export function addMemberRoutes(app: App, service: Service): void {
  const { pool } = service.store

  app.openapi(listMembers, async (context) => {
    const members = await listStored(pool, context.get('entered').scope)
    return context.json({ members: members.map(toJson) }, 200)
  })

  app.openapi(saveMember, async (context) => {
    const link = await inviteMember(service, context.get('entered').scope, context.req.valid('json'))
    return context.json({ link }, 200)
  })

  app.openapi(makeMemberLink, async (context) => {
    const { scope, who } = context.get('entered')
    const { id } = context.req.valid('param')
    return context.json({ link: await makeLink(service, scope, { personId: id, who }) }, 200)
  })

  app.openapi(removeMember, async (context) => {
    const { id } = context.req.valid('param')
    const { scope, who } = context.get('entered')
    if (who.kind === 'person' && who.id === id) {
      throw new Failure('conflict', 'You can’t take yourself out.', 'Ask another admin to do it.')
    }
    if (!(await remove(pool, scope, id))) {
      throw new Failure('notFound', 'There is no such member.', 'Choose one from the list.')
    }
    return context.json({ removed: id }, 200)
  })
}

type Stored = Awaited<ReturnType<typeof listStored>>[number]

function toJson({ id, name, email, role: stored, since, hasSecondFactor, canSignIn }: Stored) {
  const role = roles.find((known) => known === stored)
  invariant(role, 'the store keeps only known roles')
  return { id, name, email, role, since: toIso(since), hasSecondFactor, canSignIn }
}
