import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { LinkJson } from '../../contract/desk/desk.ts'
import { Failure } from '../../contract/failures.ts'
import { dayMs, toIso } from '../../core/base/time.ts'
import {
  addLink,
  type CustomerLink,
  findLinkOfAnyWorkspace,
  findOrAddLinkSecret,
  revokeLinks,
} from '../../store/customer-links.ts'
import type { Scope } from '../../store/scope.ts'
import { deskNow } from '../desk/clock.ts'
import { openIssue } from '../desk/open-issue.ts'
import { enterById } from '../gate.ts'
import type { Service } from '../service.ts'

/**
 * A link is an id and a signature over it and the issue that it opens, made with a secret of the workspace. Only the
 * signature opens anything, and it is kept nowhere. A new link ends those before it.
 */
export async function makeLink(
  service: Service,
  scope: Scope,
  { id, who, days }: { id: string; who: string; days: number },
): Promise<LinkJson> {
  const { pool } = service.store
  const { stored, anchors, now } = await openIssue(service, scope, id)
  const link = {
    id: randomUUID().replaceAll('-', ''),
    issueId: String(stored.id),
    madeBy: who,
    madeAt: now,
    expiresAt: now + days * dayMs,
    revokedAt: null,
  }
  await revokeLinks(pool, scope, { issues: anchors, at: now })
  await addLink(pool, scope, link)
  const token = `${link.id}${await sign(service, scope, link)}`
  return { path: `/for-you/${token}`, expiresAt: toIso(link.expiresAt) }
}

export async function revokeLink(service: Service, scope: Scope, id: string): Promise<number> {
  const { anchors, now } = await openIssue(service, scope, id)
  return revokeLinks(service.store.pool, scope, { issues: anchors, at: now })
}

/**
 * What a link opens: the one issue it was made for. Forged, guessed, expired and revoked ones are refused and logged; a
 * forged one learns no more than a guessed one.
 */
export async function openLink(
  service: Service,
  token: string,
): Promise<{ readonly scope: Scope; readonly link: CustomerLink }> {
  const id = token.slice(0, 32)
  const found = /^[0-9a-f]{32}[\w-]{43}$/.test(token)
    ? await findLinkOfAnyWorkspace(service.store.pool, id)
    : null
  if (found === null) return refuseLink(service, { why: 'unknown', id: null })
  const { workspaceId, ...link } = found
  const scope = enterById(workspaceId)
  const expected = Buffer.from(await sign(service, scope, link))
  const shown = Buffer.from(token.slice(32))
  if (!timingSafeEqual(expected, shown)) return refuseLink(service, { why: 'forged', id })
  if (link.revokedAt !== null) return refuseLink(service, { why: 'revoked', id })
  if (link.expiresAt <= (await deskNow(service, scope))) return refuseLink(service, { why: 'expired', id })
  return { scope, link }
}

async function sign(
  service: Service,
  scope: Scope,
  link: Pick<CustomerLink, 'id' | 'issueId'>,
): Promise<string> {
  const secret = await findOrAddLinkSecret(service.store.pool, scope, randomBytes(32))
  return createHmac('sha256', secret).update(`${scope} ${link.id} ${link.issueId}`).digest('base64url')
}

function refuseLink(
  { log }: Service,
  { why, id }: { readonly why: 'unknown' | 'forged' | 'revoked' | 'expired'; readonly id: string | null },
): never {
  log.warn({ link: id, why }, 'A customer link was refused')
  const isOver = why === 'revoked' || why === 'expired'
  throw isOver
    ? new Failure('notFound', 'This link no longer works.', 'Ask us for a new one; nothing of yours is lost.')
    : new Failure(
        'notFound',
        'This link opens nothing.',
        'Check that it is complete, or ask us for a new one.',
      )
}
