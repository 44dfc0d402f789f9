import { roles } from '../../../contract/access.ts'
import { listMembers, makeMemberLink, removeMember, saveMember } from '../../../contract/access-routes.ts'
import { Failure } from '../../../contract/failures.ts'
import { invariant } from '../../../core/base/invariant.ts'
import { toIso } from '../../../core/base/time.ts'
import { authorityRoles } from '../../../core/guidelines/guideline.ts'
import { listDeskPeople, saveDeskPerson } from '../../../store/desk-people.ts'
import { listMembers as listStored, removeMember as remove } from '../../../store/people.ts'
import type { Client } from '../../../store/postgres/client.ts'
import type { Scope } from '../../../store/scope.ts'
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
    const { scope, who } = context.get('entered')
    const invited = context.req.valid('json')
    if (who.kind === 'person' && who.email === invited.email.toLowerCase() && invited.role !== 'admin') {
      throw new Failure('conflict', 'You can’t give up your own role.', 'Ask another admin to change it.')
    }
    const link = await inviteMember(service, scope, invited)
    await seatAtDesk(pool, scope, { email: invited.email })
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
    const leaving = (await listStored(pool, scope)).find((member) => member.id === id)
    if (!(await remove(pool, scope, id))) {
      throw new Failure('notFound', 'There is no such member.', 'Choose one from the list.')
    }
    if (leaving !== undefined) await leaveDesk(pool, scope, leaving.name)
    return context.json({ removed: id }, 200)
  })
}

/** Guidelines name their owners and approvers among members whose role may decide something at the desk. */
async function seatAtDesk(pool: Client, scope: Scope, { email }: { email: string }): Promise<void> {
  const member = (await listStored(pool, scope)).find((one) => one.email === email.toLowerCase())
  const role = authorityRoles.find((known) => known === member?.role)
  if (member === undefined) return
  if (role === undefined) return leaveDesk(pool, scope, member.name)
  await saveDeskPerson(pool, scope, { name: member.name, role, hasLeft: false })
}

/** Who has left stays known, so that what they did can be told. */
async function leaveDesk(pool: Client, scope: Scope, name: string): Promise<void> {
  const known = (await listDeskPeople(pool, scope)).find((person) => person.name === name)
  if (known !== undefined) await saveDeskPerson(pool, scope, { ...known, hasLeft: true })
}

type Stored = Awaited<ReturnType<typeof listStored>>[number]

function toJson({ id, name, email, role: stored, since, hasSecondFactor, canSignIn }: Stored) {
  const role = roles.find((known) => known === stored)
  invariant(role, 'the store keeps only known roles')
  return { id, name, email, role, since: toIso(since), hasSecondFactor, canSignIn }
}
